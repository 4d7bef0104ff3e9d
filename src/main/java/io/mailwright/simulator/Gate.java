package io.mailwright.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every call comes through here: key, limits and faults for the vendor's paths, and for all paths one call at a time, its
 * changes on disk before its reply leaves.
 */
final class Gate extends OncePerRequestFilter {
    static final String ROOT = "/simulator";
    static final String VENDOR = ROOT + "/api/v1";
    static final String KEY = "simulator";
    /** Request attribute: the {@link Fault} that strikes after the effect. */
    static final String FAULT = "io.mailwright.simulator.fault";
    /** Request attribute: id of the order made. */
    static final String RESULT = "io.mailwright.simulator.result";

    private final State state;
    private final StateFile file;
    private final SpendLog log;
    private final Limits limits = new Limits();

    Gate(State state, StateFile file) {
        this.state = state;
        this.file = file;
        this.log = new SpendLog(state);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        BufferedRequest buffered = new BufferedRequest(request);
        String path = request.getServletPath();
        Reply reply;
        if (buffered.tooLarge()) {
            reply = Reply.json(413, Map.of("error", "body is larger than 1 MB"));
        } else {
            synchronized (state) {
                SwapQueue.workOff(state);
                reply = path.startsWith(VENDOR + "/")
                        ? vendor(
                                Endpoint.of(request.getMethod(), path.substring(VENDOR.length())),
                                buffered,
                                response,
                                chain)
                        : administration(buffered, response, chain);
            }
        }
        reply.send(request, response);
    }

    private Reply vendor(String endpoint, BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        state.calls.merge(endpoint, 1L, Long::sum);
        if (state.modes.revokedKey() || !("Bearer " + KEY).equals(request.getHeader("Authorization"))) {
            return turnedAway(endpoint, request, "key", Reply.json(401, Map.of("message", "Unauthorized")));
        }
        OptionalLong free = limits.turnedAway(endpoint, request.arrived, state);
        if (free.isPresent()) {
            state.overruns++;
            String limit = Endpoint.CRITICAL.contains(endpoint) ? "15 requests per minute" : "5 requests per second";
            return turnedAway(
                    endpoint, request, "limit", FaultReplies.limited((free.getAsLong() + 999) / 1_000, limit));
        }
        FaultPlan plan = state.faults;
        Fault fault = plan.next(endpoint, state.faultCounts);
        if (fault != null && !fault.after) {
            return turnedAway(endpoint, request, fault.word(), FaultReplies.of(fault, plan, null));
        }
        request.setAttribute(FAULT, fault);
        Reply own = Quirks.of(answered(request, response, chain), state.modes, state.calls.get(endpoint));
        log.add(endpoint, request, fault == null ? null : fault.word(), own);
        save(fault != null || !"GET".equals(request.getMethod()));
        return fault == null ? own : FaultReplies.of(fault, plan, own);
    }

    private Reply turnedAway(String endpoint, BufferedRequest request, String why, Reply reply) {
        log.add(endpoint, request, why, null);
        save(true);
        return reply;
    }

    private Reply administration(BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Reply reply = answered(request, response, chain);
        save(!"GET".equals(request.getMethod()));
        return reply;
    }

    private static Reply answered(BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, kept);
        return Reply.of(kept.getStatus(), kept.getContentType(), kept.getContentAsByteArray());
    }

    private void save(boolean changed) {
        if (changed) {
            file.write(state);
        }
    }
}
