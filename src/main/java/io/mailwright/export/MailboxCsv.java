package io.mailwright.export;

import java.util.List;
import java.util.stream.Collectors;

/** Mailboxes as CSV (UTF-8), one line each under a header. */
public final class MailboxCsv {
    private static final String HEADER = "email,first_name,last_name,domain,provider,status\r\n";

    private MailboxCsv() {}

    public static String of(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(MailboxCsv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(Mailbox mailbox) {
        return Cells.line(
                mailbox.email(),
                mailbox.firstName(),
                mailbox.lastName(),
                mailbox.domain(),
                mailbox.provider(),
                mailbox.status());
    }
}
