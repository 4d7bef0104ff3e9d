package io.mailwright.campaign;

import java.math.BigDecimal;

/**
 * The {@code budget} line, in dollars.
 *
 * @param total never more than this in all now, or null
 * @param monthly never more than this as a running cost, or null
 */
public record Budget(BigDecimal total, BigDecimal monthly) {}
