package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/**
 * A change of a domain in an order that the vendor's team applies later. Times are the vendor's.
 *
 * @param kind {@code domain} or {@code redirect}
 * @param domain its name when this was asked for
 * @param source where a new domain comes from; null for a redirect
 * @param appliesAt null when it never will be
 * @param status {@code requested}, {@code applied}, or {@code dropped} with its order
 * @param call number of the spend call
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record Swap(
        String kind,
        String domain,
        String domainId,
        String orderId,
        String from,
        String to,
        String source,
        Instant requestedAt,
        Instant appliesAt,
        String status,
        long call) {
    static final String DOMAIN = "domain";
    static final String REDIRECT = "redirect";

    boolean pending() {
        return status.equals("requested");
    }

    Swap now(String newStatus) {
        return new Swap(kind, domain, domainId, orderId, from, to, source, requestedAt, appliesAt, newStatus, call);
    }
}
