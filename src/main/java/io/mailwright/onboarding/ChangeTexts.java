package io.mailwright.onboarding;

import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What the three kinds of requests say alike. */
final class ChangeTexts {
    private ChangeTexts() {}

    static BusinessFailure problem(String sentence) {
        return new BusinessFailure("problem", sentence);
    }

    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : one.endsWith("x") ? "es" : "s");
    }

    static BigDecimal dollars(BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** Sorted, as the list of domains shows them. */
    static List<String> addresses(Wire.ListedDomain listed) {
        return listed.mailbox().stream()
                .filter(mailbox -> mailbox.alias() != null && !mailbox.alias().isBlank())
                .map(mailbox -> mailbox.alias().indexOf('@') < 0
                        ? mailbox.alias() + "@" + Readings.name(listed.domain())
                        : mailbox.alias())
                .sorted()
                .toList();
    }

    static int mailboxes(Wire.ListedDomain listed) {
        return listed.totalMailboxes() == null ? listed.mailbox().size() : listed.totalMailboxes();
    }
}
