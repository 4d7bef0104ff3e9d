package io.mailwright.export;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A receiver of signed messages, as the Standard Webhooks specification 1.0.0 has them: {@code webhook-signature} is the
 * HMAC-SHA256 of {@code <webhook-id>.<webhook-timestamp>.<body>}. Redirects are not followed.
 */
public final class Webhook {
    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    private final HttpClient http;
    private final URI address;
    private final byte[] key;
    private final Duration patience;

    /**
     * @param secret {@code whsec_} and base64, or any other text, whose UTF-8 bytes are the key
     * @param patience until the whole answer is there
     * @throws IllegalArgumentException when what follows {@code whsec_} is no base64
     */
    public Webhook(URI address, String secret, Duration patience) {
        this.address = address;
        this.key = key(secret);
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                // HTTP/2 would be offered to a plain receiver by an upgrade, which some refuse
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    private static byte[] key(String secret) {
        return secret.startsWith(PREFIX)
                ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
                : secret.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @param id the same however often the message is sent
     * @param now signed with it, so that nobody can send it again later
     * @throws IOException saying why it was not taken; the address and the secret are not in it
     */
    public void send(String id, String body, Instant now) throws IOException, InterruptedException {
        long timestamp = now.getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Mailwright")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(timestamp))
                .header("webhook-signature", signature(id, timestamp, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        int status = answer(request).statusCode();
        if (status / 100 == 3)
            throw new IOException("the receiver redirects (" + status
                    + "), which is not followed; set MAILWRIGHT_WEBHOOK_URL to where it leads");
        if (status / 100 != 2)
            throw new IOException("the receiver answered " + status + "; it has to answer 200 to 299");
    }

    private HttpResponse<Void> answer(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new IOException("the receiver did not answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(
                    "the receiver can't be reached: " + e.getCause().getClass().getSimpleName());
        }
    }

    /** @param timestamp seconds since 1970 */
    String signature(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
