package io.mailwright.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.web.filter.OncePerRequestFilter;

/** Basic login demo/demo on everything but the vendor's paths, when the simulator runs alone. */
final class DemoLogin extends OncePerRequestFilter {
    private static final String HEADER =
            "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean vendor = request.getServletPath().startsWith(Gate.VENDOR + "/");
        if (vendor || HEADER.equals(request.getHeader("Authorization"))) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Basic realm=\"Simulator\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }
}
