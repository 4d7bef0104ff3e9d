package io.mailwright.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * HTTP Basic before everything, except the webapps (their own login), the health page and the simulated vendor (its own key).
 * But under the engine's own REST the engine lets through what our rules allow: it sees the user's name with an
 * administrator's rights, while {@code isUserInRole} knows the user's groups only.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class LoginFilter extends OncePerRequestFilter {
    /** The webapps ask for it before their own login; a demand for Basic there halts the browser. */
    private static final String WELCOME = "/camunda-welcome";

    /** What the desktop Modeler's page is to its browser; no web site can pass for it. */
    private static final String MODELER = "file://";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private record Login(String user, Set<String> groups) {}

    private final Logins logins;
    private final String publicUrl;

    /** @param publicUrl where people open Mailwright; a proxy may not tell */
    LoginFilter(Logins logins, @Value("${mailwright.notices.public-url:}") String publicUrl) {
        this.logins = logins;
        this.publicUrl = publicUrl.strip();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = Paths.of(request);
        return Paths.isUnder(path, "/camunda")
                || Paths.isUnder(path, "/actuator/health")
                || Paths.isUnder(path, "/simulator/api");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Login> login = login(request.getHeader("Authorization"));
        boolean modeler = isModeler(request);
        if (modeler) {
            response.setHeader("Access-Control-Allow-Origin", MODELER);
        }
        if (modeler && "OPTIONS".equals(request.getMethod())) {
            response.setHeader("Access-Control-Allow-Methods", "GET, POST");
            response.setHeader("Access-Control-Allow-Headers", "authorization, content-type");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else if (Paths.isUnder(Paths.of(request), WELCOME)) {
            Refusal.send(response, 404, "There is no welcome page; open /camunda/app/tasklist/default/.");
        } else if (login.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Mailwright\", charset=\"UTF-8\"");
            Refusal.send(response, 401, "Log in with HTTP Basic: the user name and password given to you.");
        } else if (!modeler && isForeign(request)) {
            Refusal.send(
                    response, 403, "Another site's page may not change anything here; use Mailwright's own pages.");
        } else {
            String user = login.get().user();
            Set<String> groups = login.get().groups();
            logins.enter(user, Paths.isUnder(Paths.of(request), "/engine-rest") ? groups : withAdministrators(groups));
            try {
                chain.doFilter(new LoggedIn(request, user, groups), response);
            } finally {
                logins.leave();
            }
        }
    }

    private Optional<Login> login(String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        if (colon < 1) {
            return Optional.empty();
        }
        String user = pair.substring(0, colon);
        return logins.groupsOf(user, pair.substring(colon + 1)).map(groups -> new Login(user, groups));
    }

    private static boolean isModeler(HttpServletRequest request) {
        return MODELER.equals(request.getHeader("Origin")) && Paths.isUnder(Paths.of(request), "/engine-rest");
    }

    /** A browser sends a remembered Basic login with any site's form. */
    private boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || SAFE.contains(request.getMethod())) {
            return false;
        }
        try {
            URI from = URI.create(origin);
            return !request.getHeader("Host").equalsIgnoreCase(from.getAuthority()) && !isPublic(from);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private boolean isPublic(URI origin) {
        URI here = URI.create(publicUrl);
        return here.getAuthority() != null
                && here.getAuthority().equalsIgnoreCase(origin.getAuthority())
                && here.getScheme().equalsIgnoreCase(origin.getScheme());
    }

    private static Set<String> withAdministrators(Set<String> groups) {
        Set<String> all = new HashSet<>(groups);
        all.add(Logins.ADMINISTRATORS);
        return all;
    }

    private static final class LoggedIn extends HttpServletRequestWrapper {
        private final String user;
        private final Set<String> groups;

        LoggedIn(HttpServletRequest request, String user, Set<String> groups) {
            super(request);
            this.user = user;
            this.groups = groups;
        }

        @Override
        public String getRemoteUser() {
            return user;
        }

        @Override
        public Principal getUserPrincipal() {
            return () -> user;
        }

        @Override
        public boolean isUserInRole(String group) {
            return groups.contains(group);
        }

        @Override
        public String getAuthType() {
            return BASIC_AUTH;
        }
    }
}
