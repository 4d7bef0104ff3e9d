package io.mailwright.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mailboxes as CSV (RFC 4180: UTF-8, CRLF, quotes doubled), one line each under a header. A cell that a spreadsheet would
 * take for a formula starts with an apostrophe.
 */
public final class MailboxCsv {
    private static final String HEADER = "email,first_name,last_name,domain,provider,status\r\n";

    private MailboxCsv() {}

    public static String of(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(MailboxCsv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(Mailbox mailbox) {
        return Stream.of(
                        mailbox.email(),
                        mailbox.firstName(),
                        mailbox.lastName(),
                        mailbox.domain(),
                        mailbox.provider(),
                        mailbox.status())
                .map(MailboxCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** By its first character that is no space, also in the full-width forms that some spreadsheets read alike. */
    private static boolean isFormula(String text) {
        String bare = text.stripLeading();
        return "\t\r\n".indexOf(text.charAt(0)) >= 0 || !bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0;
    }
}
