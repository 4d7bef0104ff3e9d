package io.mailwright.export;

import io.mailwright.campaign.ExportFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mailboxes as CSV (UTF-8), one line each under a header: ours, or that of a sequencer. */
public final class MailboxCsv {
    private static final String HEADER = "email,first_name,last_name,domain,provider,status";

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

    /** With a column more when there are passwords. */
    static String of(List<Mailbox> mailboxes) {
        boolean passwords = mailboxes.stream().anyMatch(mailbox -> mailbox.password() != null);
        return mailboxes.stream()
                .map(mailbox -> line(mailbox, passwords))
                .collect(Collectors.joining("", HEADER + (passwords ? ",password" : "") + "\r\n", ""));
    }

    private static String line(Mailbox mailbox, boolean password) {
        Stream<Object> cells = Stream.of(
                mailbox.email(),
                mailbox.firstName(),
                mailbox.lastName(),
                mailbox.domain(),
                mailbox.provider(),
                mailbox.status());
        return Cells.line((password ? Stream.concat(cells, Stream.of(mailbox.password())) : cells).toArray());
    }
}
