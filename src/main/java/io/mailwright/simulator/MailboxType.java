package io.mailwright.simulator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a domain's mailboxes are (section 4 rule 23 for the counts, 2.5 for the caps, 2.4 for prices and volumes). */
enum MailboxType {
    GOOGLE("Google", 2, 100, "3.50", true, new int[] {15, 20, 25}),
    OUTLOOK("Outlook", 25, 30, "50", false, new int[] {5, 8, 10}),
    SMTP("SMTP", 4, 70, "3.75", false, new int[] {7, 8, 10});

    final String title;
    final int mailboxes;
    final int domainsPerOrder;
    final BigDecimal unitPrice;
    final boolean pricedByMailbox;
    private final int[] emailsPerDay;

    MailboxType(
            String title, int mailboxes, int domainsPerOrder, String unitPrice, boolean byMailbox, int[] emailsPerDay) {
        this.title = title;
        this.mailboxes = mailboxes;
        this.domainsPerOrder = domainsPerOrder;
        this.unitPrice = new BigDecimal(unitPrice);
        this.pricedByMailbox = byMailbox;
        this.emailsPerDay = emailsPerDay;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What so many domains are sold as: mailboxes for google, domains for the others. */
    int units(int domains) {
        return pricedByMailbox ? domains * mailboxes : domains;
    }

    /** US dollars a month. */
    BigDecimal price(int domains) {
        return unitPrice.multiply(BigDecimal.valueOf(units(domains)));
    }

    int emailsPerDay(Tier tier) {
        return emailsPerDay[tier.ordinal()];
    }

    static Optional<MailboxType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    enum Tier {
        LOW,
        MEDIUM,
        MAX
    }
}
