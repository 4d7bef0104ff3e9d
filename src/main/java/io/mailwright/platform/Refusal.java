package io.mailwright.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** A refused request, in the shape the engine's REST interface answers with: {@code {"type":…,"message":…}}. */
final class Refusal {
    private static final ObjectMapper json = new ObjectMapper();

    private Refusal() {}

    static void send(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(json.writeValueAsBytes(Map.of("type", "Refused", "message", message)));
    }
}
