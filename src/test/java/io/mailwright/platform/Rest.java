package io.mailwright.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks HTTP to the server under test as one user, whose password is the name; {@code null}: nobody. */
record Rest(int port, String user) {
    private static final HttpClient http = HttpClient.newHttpClient();

    HttpResponse<String> get(String path) {
        return send("GET", path, "application/json", null);
    }

    HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", json);
    }

    HttpResponse<String> deploy(String name, String model) {
        return deploy(Map.of(name, model));
    }

    /** @param files by name, all in one deployment */
    HttpResponse<String> deploy(Map<String, String> files) {
        String file = "--x\r\nContent-Disposition: form-data; name=\"%1$s\"; filename=\"%1$s\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n%2$s\r\n";
        String parts = files.entrySet().stream()
                .map(entry -> file.formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return send(
                "POST",
                "/engine-rest/deployment/create",
                "multipart/form-data; boundary=x",
                "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ntest\r\n" + parts
                        + "--x--\r\n");
    }

    HttpResponse<String> send(String method, String path, String type, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (user != null) {
            request.header(
                    "Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes()));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
