package io.mailwright.simulator;

import java.time.Instant;

/**
 * The end of an order.
 *
 * @param madeIn {@code api} or {@code web}
 * @param at vendor time
 * @param call number of the spend call, 0 when it was the web app
 * @param visibleFrom from when reads show it
 */
record Cancellation(String orderId, String madeIn, Instant at, long call, Moment visibleFrom) {}
