package io.mailwright.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Calls one server as one user.
 *
 * @param user null: the password is the vendor's key
 */
record Http(String address, String user, String password) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    record Answer(int status, String body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("no JSON: " + this, e);
            }
        }
    }

    Http as(String other, String itsPassword) {
        return new Http(address, other, itsPassword);
    }

    private String login() {
        return user == null
                ? "Bearer " + password
                : "Basic "
                        + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    Answer get(String path) {
        return send("GET", path, "text/plain", null);
    }

    Answer post(String path, String text) {
        return send("POST", path, "text/plain;charset=UTF-8", text);
    }

    Answer postJson(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    Answer put(String path, String text) {
        return send("PUT", path, "text/plain;charset=UTF-8", text);
    }

    Answer delete(String path) {
        return send("DELETE", path, "text/plain", null);
    }

    /** As Modeler's deploy button does. */
    Answer deploy(String name, String model) {
        String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        return send(
                "POST",
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=x",
                part.formatted("deployment-name", "", name)
                        + part.formatted("deployment-source", "", "Camunda Modeler")
                        + part.formatted(name, "; filename=\"" + name + "\"", model) + "--x--\r\n");
    }

    /** @return status 0 when nobody answers */
    private Answer send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", login())
                .header("Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            var response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
