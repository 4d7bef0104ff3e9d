package io.mailwright.simulator;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Closes the socket of a request that carries the attribute {@value #DROP}, with nothing more written to it. */
final class DropValve extends ValveBase {
    static final String DROP = "io.mailwright.simulator.drop";

    DropValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(DROP) != null) {
            response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, new IOException("dropped on purpose"));
        }
    }
}
