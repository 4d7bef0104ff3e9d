package io.mailwright.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * What goes back for one call.
 *
 * @param hold real time before anything goes back
 * @param ending how the connection ends
 */
record Reply(int status, String type, byte[] body, Map<String, String> headers, Duration hold, Ending ending) {
    enum Ending {
        WHOLE,
        HALFWAY,
        NOTHING
    }

    static Reply of(int status, String type, byte[] body) {
        return new Reply(status, type, body, Map.of(), Duration.ZERO, Ending.WHOLE);
    }

    static Reply json(int status, Object body) {
        try {
            return of(status, "application/json", StateFile.JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Reply html(int status, String text) {
        String page = "<html><head><title>" + text + "</title></head><body><h1>" + text + "</h1></body></html>";
        return of(status, "text/html", page.getBytes(StandardCharsets.UTF_8));
    }

    static Reply dropped(Duration after) {
        return new Reply(0, null, new byte[0], Map.of(), after, Ending.NOTHING);
    }

    Reply with(String header, String value) {
        return new Reply(status, type, body, Map.of(header, value), hold, ending);
    }

    Reply brokenOff() {
        return new Reply(status, type, body, headers, hold, Ending.HALFWAY);
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!hold.isZero()) {
            try {
                Thread.sleep(hold.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (ending != Ending.WHOLE) {
            request.setAttribute(DropValve.DROP, true);
        }
        if (ending == Ending.NOTHING) {
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(body.length);
        headers.forEach(response::setHeader);
        byte[] sent = ending == Ending.WHOLE ? body : Arrays.copyOf(body, body.length / 2);
        response.getOutputStream().write(sent);
        response.flushBuffer();
    }
}
