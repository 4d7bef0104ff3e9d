package io.mailwright.simulator;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Asks a {@link Road} about each call to the vendor. */
final class RoadValve extends ValveBase {
    private final Road road;

    RoadValve(Road road) {
        super(true);
        this.road = road;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getRequestURI();
        boolean vendor = path.startsWith(Gate.VENDOR + "/");
        String below = vendor ? path.substring(Gate.VENDOR.length()) : "";
        if (!vendor || road.arrives(Endpoint.of(request.getMethod(), below))) {
            getNext().invoke(request, response);
            return;
        }
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        road.stays(request.getMethod(), below.substring(1) + "?" + request.getQueryString(), body);
        response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("dropped on the road"));
    }
}
