package io.mailwright.simulator;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A name registered through the vendor.
 *
 * @param charged US dollars; 0 for a name registered in the web app by the administration path
 * @param call number of the spend call that bought it, 0 when it was the web app
 * @param visibleFrom from when reads show it
 */
record Registration(
        String id,
        String organization,
        String domain,
        Instant createdAt,
        BigDecimal charged,
        BigDecimal renewalPrice,
        long call,
        Moment visibleFrom) {}
