package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down every call that would buy, order or submit. */
final class SpendLog {
    private final State state;

    SpendLog(State state) {
        this.state = state;
    }

    /** @param reply what the endpoint answered; null when the call did not reach it */
    void add(String endpoint, BufferedRequest request, String fault, Reply reply) {
        if (!Endpoint.SPENDING.contains(endpoint)) {
            return;
        }
        JsonNode body = json(request.body);
        int status = reply == null ? 0 : reply.status();
        String path = request.getServletPath();
        state.spendCalls.add(new SpendCall(
                state.spendCalls.size() + 1L,
                Instant.now(),
                endpoint,
                names(body),
                body.path("tag").asText(""),
                endpoint.equals(Endpoint.SUBMIT) ? path.substring(path.lastIndexOf('/') + 1) : null,
                status,
                status == 200,
                fault,
                status >= 400 ? json(reply.body()).path("error").asText("") : null,
                (String) request.getAttribute(Gate.RESULT)));
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.path("domains").forEach(name -> names.add(Names.of(name.asText(""))));
        for (JsonNode provider : body.path("providers")) {
            provider.path("domains")
                    .forEach(domain -> names.add(Names.of(domain.path("domain").asText(""))));
        }
        return names;
    }

    private static JsonNode json(byte[] body) {
        try {
            return StateFile.JSON.readTree(body);
        } catch (IOException e) {
            return StateFile.JSON.createObjectNode();
        }
    }
}
