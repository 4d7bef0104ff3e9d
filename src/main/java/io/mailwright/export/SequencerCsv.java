package io.mailwright.export;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Mailboxes as the files that sequencers import accounts from (UTF-8), one line each under their header. Passwords that
 * were not asked for are empty, and so are the servers of smtp mailboxes, which are the vendor's own. What the columns are
 * called is assumed from what other tools write for them (docs/exports.md).
 */
enum SequencerCsv {
    INSTANTLY(
            "Email,First Name,Last Name,IMAP Username,IMAP Password,IMAP Host,IMAP Port,"
                    + "SMTP Username,SMTP Password,SMTP Host,SMTP Port",
            mailbox -> {
                Servers servers = Servers.of(mailbox);
                return Cells.line(
                        mailbox.email(),
                        mailbox.firstName(),
                        mailbox.lastName(),
                        mailbox.email(),
                        password(mailbox),
                        servers.imap(),
                        servers.imapPort(),
                        mailbox.email(),
                        password(mailbox),
                        servers.smtp(),
                        servers.smtpPort());
            }),
    SMARTLEAD("from_name,from_email,user_name,password,smtp_host,smtp_port,imap_host,imap_port", mailbox -> {
        Servers servers = Servers.of(mailbox);
        return Cells.line(
                name(mailbox),
                mailbox.email(),
                mailbox.email(),
                password(mailbox),
                servers.smtp(),
                servers.smtpPort(),
                servers.imap(),
                servers.imapPort());
    }),
    EMAILBISON("Name,Email,Password,IMAP Server,IMAP Port,SMTP Server,SMTP Port", mailbox -> {
        Servers servers = Servers.of(mailbox);
        return Cells.line(
                name(mailbox),
                mailbox.email(),
                password(mailbox),
                servers.imap(),
                servers.imapPort(),
                servers.smtp(),
                servers.smtpPort());
    });

    private final String header;
    private final Function<Mailbox, String> line;

    SequencerCsv(String header, Function<Mailbox, String> line) {
        this.header = header;
        this.line = line;
    }

    String of(List<Mailbox> mailboxes) {
        return mailboxes.stream().map(line).collect(Collectors.joining("", header + "\r\n", ""));
    }

    private static Cells.Exact password(Mailbox mailbox) {
        return Cells.Exact.of(mailbox.password());
    }

    private static String name(Mailbox mailbox) {
        return Stream.of(mailbox.firstName(), mailbox.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Where a mailbox is read and mail is handed in, as Google and Microsoft publish it. */
    private record Servers(String imap, Integer imapPort, String smtp, Integer smtpPort) {
        static Servers of(Mailbox mailbox) {
            return switch (mailbox.provider()) {
                case "google" -> new Servers("imap.gmail.com", 993, "smtp.gmail.com", 587);
                case "outlook" -> new Servers("outlook.office365.com", 993, "smtp.office365.com", 587);
                default -> new Servers(null, null, null, null);
            };
        }
    }
}
