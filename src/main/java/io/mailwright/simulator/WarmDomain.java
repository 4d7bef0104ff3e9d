package io.mailwright.simulator;

import java.math.BigDecimal;
import java.util.List;

/**
 * A pre-warmed domain with its mailboxes. Prices in US dollars.
 *
 * @param months how long it was warmed
 * @param once paid when it is bought
 * @param soldTo the order it went to, null while it is in stock
 * @param call number of the spend call that bought it, 0 while it is in stock
 */
record WarmDomain(
        String id,
        String domain,
        MailboxType type,
        int months,
        BigDecimal once,
        BigDecimal monthly,
        List<Alias> aliases,
        String soldTo,
        long call) {

    /** The number of all that ever were in stock is part of its id and name. */
    static WarmDomain fresh(MailboxType type, int number) {
        boolean google = type == MailboxType.GOOGLE;
        List<Alias> aliases = GeneratedAliases.of("Ann", "Lee", type.mailboxes).stream()
                .map(local -> new Alias("Ann", "Lee", local, null))
                .toList();
        return new WarmDomain(
                "recPw%012d".formatted(number),
                "warm-" + type.word() + "-" + number + ".com",
                type,
                1 + number % 6,
                BigDecimal.valueOf(google ? 23 : 30),
                BigDecimal.valueOf(google ? 8 : 50),
                aliases,
                null,
                0);
    }

    WarmDomain sold(String orderId, long newCall) {
        return new WarmDomain(id, domain, type, months, once, monthly, aliases, orderId, newCall);
    }
}
