package io.mailwright.export;

import io.mailwright.campaign.ExportFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Mailboxes as CSV (UTF-8), one line each under a header: ours, or that of a sequencer. */
public final class MailboxCsv {
    private static final String HEADER = "email,first_name,last_name,domain,provider,status\r\n";

    private MailboxCsv() {}

    /** @param format any but json */
    public static String of(ExportFormat format, List<Mailbox> mailboxes) {
        return switch (format) {
            case CSV -> of(mailboxes);
            case INSTANTLY -> SequencerCsv.INSTANTLY.of(mailboxes);
            case SMARTLEAD -> SequencerCsv.SMARTLEAD.of(mailboxes);
            case EMAILBISON -> SequencerCsv.EMAILBISON.of(mailboxes);
            case JSON -> throw new IllegalArgumentException("json is no CSV");
        };
    }

    static String of(List<Mailbox> mailboxes) {
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
