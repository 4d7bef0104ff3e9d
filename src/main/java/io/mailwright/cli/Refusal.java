package io.mailwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The server said no. */
class Refusal extends Failure {
    /** The server speaks to programs, which have no commands. */
    private static final Map<String, String> LISTED_BY = Map.of(
            "GET /api/campaigns lists", "'status' lists",
            "GET /api/tasks lists", "'tasks' lists",
            "GET /api/requests lists", "'requests' lists",
            "GET /api/schedules lists", "'schedule' lists",
            "GET /api/pending-forms lists", "'adopt' lists");

    private final int status;
    private final transient JsonNode body;

    Refusal(int status, String body) {
        this(status, body, parse(body));
    }

    private Refusal(int status, String text, JsonNode body) {
        super(sentence(status, body), body.isMissingNode() ? null : text);
        this.status = status;
        this.body = body;
    }

    @Override
    boolean mayPass() {
        return status >= 500;
    }

    int status() {
        return status;
    }

    /** The campaign that has the name already, or null. */
    String id() {
        return body.path("id").asText(null);
    }

    /** The same with the errors at their places in the campaign file, if that is what it is about. */
    Failure in(Path file, String text, Shell shell) {
        if (body.path("errors").isEmpty()) {
            return this;
        }
        List<CampaignError> errors = new ArrayList<>();
        for (JsonNode e : body.path("errors")) {
            errors.add(new CampaignError(
                    e.path("line").asInt(),
                    e.path("column").asInt(),
                    e.path("message").asText()));
        }
        String report = new ErrorReport(file.toString(), text, Ink.ofErrors(shell)).of(errors);
        return new Failure(report, json()) {
            /** Its words are plain already, and its colours are ours. */
            @Override
            String shown() {
                return report;
            }
        };
    }

    private static JsonNode parse(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String sentence(int status, JsonNode body) {
        String error = body.path("error").asText("");
        for (Map.Entry<String, String> listed : LISTED_BY.entrySet())
            error = error.replace(listed.getKey(), listed.getValue());
        return error.isEmpty() ? "the server answered " + status + " without a reason" : Plain.text(error);
    }
}
