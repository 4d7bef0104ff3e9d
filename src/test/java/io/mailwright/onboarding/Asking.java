package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** Somebody who asks for changes over HTTP; the password is the name. */
record Asking(Environment environment, String user) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new IllegalStateException(text, e);
            }
        }
    }

    Asking as(String other) {
        return new Asking(environment, other);
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    /** With a header that browsers send. */
    Answer get(String path, String header, String value) {
        return send("GET", path, null, header, value);
    }

    /** @param json with single quotes */
    Answer post(String path, String json) {
        return send("POST", path, json.replace('\'', '"'));
    }

    Answer send(String method, String path, String body, String... headers) {
        try {
            HttpResponse<String> reply = HTTP.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + environment.getProperty("local.server.port") + path))
                            .headers(headers(headers))
                            .header(
                                    "Authorization",
                                    "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes()))
                            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            return new Answer(reply.statusCode(), reply.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] headers(String... more) {
        return Stream.concat(Stream.of("Content-Type", "application/json"), Arrays.stream(more))
                .toArray(String[]::new);
    }

    /** @return the request's id */
    String asked(String path, String json) {
        Answer answer = post(path, json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asText();
    }

    JsonNode request(String id) {
        Answer answer = get("/api/requests/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    JsonNode until(String id, Predicate<JsonNode> holds) {
        Instant end = Instant.now().plus(Duration.ofSeconds(45));
        while (Instant.now().isBefore(end)) {
            JsonNode request = request(id);
            if (holds.test(request)) return request;
            Flows.sleep(150);
        }
        throw new AssertionError("not within 45 s: " + request(id));
    }

    JsonNode untilStage(String id, String stage) {
        return until(id, request -> request.path("stage").asText().equals(stage));
    }

    JsonNode untilTask(String id, String key) {
        return until(
                id, request -> request.path("tasks").findValuesAsText("key").contains(key));
    }

    Answer approve(String id) {
        return post("/api/requests/" + id + "/approve", "{'hash':'" + hash(id) + "'}");
    }

    /** Of what waits for approval. */
    String hash(String id) {
        return untilTask(id, "approvePlan").path("hash").asText();
    }

    /** Completes the task as Tasklist does. */
    Answer decide(String id, String key, String decision, String reference) {
        JsonNode task = untilTask(id, key).path("tasks").get(0);
        return post(
                "/engine-rest/task/" + task.path("id").asText() + "/complete",
                "{'variables':{'decision':{'value':'" + decision + "'}"
                        + (reference == null ? "" : ",'reference':{'value':'" + reference + "'}") + "}}");
    }
}
