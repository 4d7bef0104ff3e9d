package io.mailwright.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Closes the engine's two flaws that have no community fix: expressions in queries (CVE-2026-109432) and the first-run setup
 * that makes anybody an administrator (CVE-2026-77226).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class KnownFlawsFilter extends OncePerRequestFilter {
    private static final int LONGEST_BODY = 10_000_000;
    private static final Pattern SETUP =
            Pattern.compile("/camunda/(app|api)/admin(/.*)?/setup(/.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENGINE =
            Pattern.compile("/(engine-rest|camunda/api/engine)(/engine/[^/]+)?(?<path>/.*)?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Paths.of(request);
        return !Paths.isUnder(path, "/engine-rest") && !Paths.isUnder(path, "/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = Paths.of(request);
        if (SETUP.matcher(path).matches()) {
            Refusal.send(response, 403, "First-run setup is closed; administrators are made by Mailwright's settings.");
            return;
        }
        Optional<String> parameter = parameterProblem(request.getQueryString());
        if (parameter.isPresent()) {
            Refusal.send(response, 400, parameter.get());
            return;
        }
        if (!hasJsonBody(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            Refusal.send(response, 413, "The body is longer than 10 MB; send less.");
            return;
        }
        Optional<String> problem = bodyProblem(body, path);
        if (problem.isPresent()) {
            Refusal.send(response, 400, problem.get());
        } else {
            chain.doFilter(new Replayed(request, body), response);
        }
    }

    private static Optional<String> bodyProblem(byte[] body, String path) {
        var engine = ENGINE.matcher(path);
        String rest = engine.matches() && engine.group("path") != null ? engine.group("path") : "";
        try {
            return QueryGate.problem(body, QueryGate.isQuery(rest));
        } catch (IOException e) {
            return Optional.of("The body is not JSON; send JSON with Content-Type application/json.");
        }
    }

    private static Optional<String> parameterProblem(String query) {
        if (!StringUtils.hasText(query)) {
            return Optional.empty();
        }
        try {
            return Arrays.stream(query.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .map(pair -> QueryGate.problem(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : ""))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.of("The query can't be decoded; encode it as UTF-8.");
        }
    }

    private static String decode(String text) {
        return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
    }

    /** Files and login forms reach no query; all else is looked at, whatever it says it is. */
    private static boolean hasJsonBody(HttpServletRequest request) {
        String type = request.getContentType() == null
                ? ""
                : request.getContentType().strip().toLowerCase(Locale.ROOT);
        boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        return body && !type.startsWith("multipart/form-data") && !type.startsWith("application/x-www-form-urlencoded");
    }

    private static final class Replayed extends HttpServletRequestWrapper {
        private final ByteArrayInputStream body;

        Replayed(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] bytes, int offset, int length) {
                    return body.read(bytes, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("This body is read at once.");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
