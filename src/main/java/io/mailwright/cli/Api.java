package io.mailwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mailwright.onboarding.CampaignView;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The server's HTTP API, as docs/http-api.md has it. */
class Api {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Until an answer begins. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final URI server;
    private final Credentials credentials;

    Api(URI server, Credentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    URI server() {
        return server;
    }

    /** The server did not answer at all; asking again may help. */
    static class Unreachable extends Failure {
        Unreachable(String message) {
            super(message);
        }

        @Override
        boolean mayPass() {
            return true;
        }
    }

    record Answer(int status, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new Failure("the server's answer is not JSON; is it Mailwright?");
            }
        }

        <T> T as(Class<T> type) {
            try {
                return JSON.treeToValue(json(), type);
            } catch (JsonProcessingException e) {
                throw new Failure("the server's answer is not understood; are both of the same version?");
            }
        }
    }

    Answer get(String path) {
        return good(send(request(path).GET().build()));
    }

    /** Of something that is known to take long. */
    Answer get(String path, Duration patience) {
        return good(send(request(path).timeout(patience).GET().build()));
    }

    Answer postFile(String path, String text) {
        return good(send(request(path)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .POST(BodyPublishers.ofString(text))
                .build()));
    }

    Answer post(String path) {
        return good(send(request(path).POST(BodyPublishers.noBody()).build()));
    }

    Answer putFile(String path, String text) {
        return good(send(request(path)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .PUT(BodyPublishers.ofString(text))
                .build()));
    }

    Answer postJson(String path, String body) {
        return good(send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build()));
    }

    /** A campaign's plan, or a request. */
    Answer approve(String id, String hash) {
        String body = JSON.createObjectNode().put("planHash", hash).toString();
        try {
            return postJson("/api/campaigns/" + segment(id) + "/approve", body);
        } catch (Refusal refusal) {
            if (refusal.status() != 404) throw refusal;
            return approveRequest(id, body, refusal);
        }
    }

    private Answer approveRequest(String id, String body, Refusal noCampaign) {
        try {
            return postJson("/api/requests/" + segment(id) + "/approve", body);
        } catch (Refusal refusal) {
            throw refusal.status() == 404 ? noCampaign : refusal;
        }
    }

    CampaignView campaign(String id) {
        return get("/api/campaigns/" + segment(id)).as(CampaignView.class);
    }

    /** A server that does not say counts as one with a real vendor. */
    boolean simulated() {
        Answer about = send(request("/api/about").GET().build());
        return about.status() == 200
                && "simulator".equals(about.json().path("vendor").asText());
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(Address.of(server, path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, text/csv")
                .header("Authorization", credentials.basic());
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            Address.check(server, response);
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw Address.failure(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    private Answer good(Answer answer) {
        if (answer.status() / 100 == 2) {
            return answer;
        }
        if (answer.status() == 401) {
            throw new Failure("the server at " + server + " does not take user '" + credentials.user()
                    + "' with that password; give --user NAME, and its password in MAILWRIGHT_PASSWORD");
        }
        throw new Refusal(answer.status(), answer.body());
    }
}
