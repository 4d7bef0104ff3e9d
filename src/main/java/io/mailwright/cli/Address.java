package io.mailwright.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;

/** A server's address, and what is told of one where no Mailwright answers. */
final class Address {
    private Address() {}

    /** Also below a path of a proxy: {@code https://example.com/mailwright}. */
    static URI of(URI server, String path) {
        return URI.create(server.toString().replaceFirst("/+$", "") + path);
    }

    /** @throws Failure when what answered is something else */
    static void check(URI server, HttpResponse<?> answer) {
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status / 100 == 3) {
            throw new Failure(server + " sends on to "
                    + Plain.text(answer.headers().firstValue("Location").orElse("another address"))
                    + "; if Mailwright is there, give that address by --server");
        }
        if (status >= 502 && status <= 504 && !type.contains("json")) {
            throw new Api.Unreachable(
                    server + " answered " + status + ": the Mailwright behind it does not answer; is it running?");
        }
        if (type.contains("html")
                || status == 401 && !type.contains("json") && !realm(answer).contains("Mailwright")) {
            throw new Failure(
                    server + " answered, but not as a Mailwright does (status " + status + "); is --server right?");
        }
    }

    static Failure failure(URI server, IOException e) {
        if (causedBy(e, GeneralSecurityException.class)) {
            return new Failure("the certificate of " + server + " is not trusted here; import it into a store and name"
                    + " that: java -Djavax.net.ssl.trustStore=STORE -jar " + Shell.jar() + " ...");
        }
        if (secured(e)) {
            return new Failure(server + " does not speak HTTPS; is its address http://" + server.getAuthority() + "?");
        }
        if (causedBy(e, UnresolvedAddressException.class)) {
            return new Api.Unreachable("there is no host " + server.getHost() + "; is --server right?");
        }
        if (e instanceof HttpTimeoutException && !(causedBy(e, ConnectException.class))) {
            return new Api.Unreachable(
                    server + " did not answer in time; is it busy, or something else than Mailwright?");
        }
        return new Api.Unreachable(
                "no Mailwright answers at " + server + "; is the address right, and does it run? It is"
                        + " started with: " + Shell.command("").strip());
    }

    /** By name, since nobody here may open a connection of their own with that package. */
    private static boolean secured(Throwable e) {
        return e != null && (e.getClass().getName().startsWith("javax.net.ssl.") || secured(e.getCause()));
    }

    private static String realm(HttpResponse<?> answer) {
        return answer.headers().firstValue("WWW-Authenticate").orElse("");
    }

    private static boolean causedBy(Throwable e, Class<? extends Throwable> kind) {
        return e != null && (kind.isInstance(e) || causedBy(e.getCause(), kind));
    }
}
