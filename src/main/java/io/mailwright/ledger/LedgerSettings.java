package io.mailwright.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The numbers of the money protocol.
 *
 * @param reconcileWindow how long after a call an effect may still become visible at the vendor; {@code
 *     MAILWRIGHT_RECONCILE_WINDOW}
 * @param monthBudget dollars an organization may spend in a month (UTC), or null: no cap
 * @param node who claims, in the ledger
 * @param formDeadline how long an unknown form is read before a person is asked
 */
@ConfigurationProperties("mailwright")
public record LedgerSettings(
        @DefaultValue("PT10M") Duration reconcileWindow,
        BigDecimal monthBudget,
        @DefaultValue("here") String node,
        @DefaultValue("PT2H") Duration formDeadline) {
    /** The first byte of a call leaves within this of its claim, or never. */
    static final Duration SEND_WITHIN = Duration.ofSeconds(5);

    /** After its claim and this, a call has ended one way or another. */
    public static final Duration CALL_OVER = SEND_WITHIN.plusSeconds(20);

    /** How far apart two readings are that together prove an absence. */
    public Duration apart() {
        Duration tenth = reconcileWindow.dividedBy(10);
        return tenth.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : tenth;
    }

    /** Nothing is settled as "did not happen" before its claim and this. */
    public Duration provesAbsence() {
        return CALL_OVER.plus(reconcileWindow);
    }
}
