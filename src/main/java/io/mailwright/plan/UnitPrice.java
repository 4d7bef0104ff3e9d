package io.mailwright.plan;

import java.math.BigDecimal;

/**
 * What a mailbox type costs a month.
 *
 * @param amount dollars per unit and month
 * @param basis whether a unit is a domain or a mailbox
 */
public record UnitPrice(BigDecimal amount, Basis basis) {
    public enum Basis {
        DOMAIN,
        MAILBOX
    }
}
