package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes down every call that would buy, order or change something. */
final class SpendLog {
    private final State state;

    SpendLog(State state) {
        this.state = state;
    }

    /** @param reply what the endpoint answered; null when the call did not reach it */
    void add(String endpoint, BufferedRequest request, String fault, Reply reply) {
        if (!Endpoint.CHANGING.contains(endpoint)) {
            return;
        }
        JsonNode body = json(request.body);
        int status = reply == null ? 0 : reply.status();
        String target = target(request.getServletPath());
        state.spendCalls.add(new SpendCall(
                state.nextCall(),
                Instant.now(),
                endpoint,
                names(body),
                body.path("tag").asText(""),
                endpoint.equals(Endpoint.SUBMIT) ? target : null,
                status,
                status == 200,
                fault,
                status >= 400 ? json(reply.body()).path("error").asText("") : null,
                (String) request.getAttribute(Gate.RESULT),
                target,
                Stream.of("new_domain", "new_redirect", "name")
                        .filter(body::has)
                        .findFirst()
                        .map(field -> body.get(field).asText())
                        .orElse(null),
                body.path("hosting").path("provider").asText(null),
                body.path("sequencer").path("provider").asText(null),
                request.getParameter("coupon")));
    }

    private static String target(String path) {
        String[] parts = path.substring(Gate.VENDOR.length()).split("/");
        return parts.length > 2 ? parts[2] : null;
    }

    private static List<String> names(JsonNode body) {
        List<String> names = new ArrayList<>();
        body.path("domains")
                .forEach(row -> names.add(Names.of(row.path("domain").asText(row.asText("")))));
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
