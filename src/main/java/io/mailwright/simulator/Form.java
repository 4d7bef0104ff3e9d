package io.mailwright.simulator;

import java.time.Instant;
import java.util.List;

/**
 * What a paid order waits for.
 *
 * @param domains the names it asks about; empty when the buyer chose external ones
 * @param submittedAt vendor time, null while it waits
 * @param listedUntil once submitted: until when it is still listed
 */
record Form(
        String uuid, String orderId, Instant createdAt, List<String> domains, Instant submittedAt, Moment listedUntil) {
    Form submitted(Instant now, Moment lingersUntil) {
        return new Form(uuid, orderId, createdAt, domains, now, lingersUntil);
    }
}
