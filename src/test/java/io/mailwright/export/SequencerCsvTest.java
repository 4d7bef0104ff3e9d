package io.mailwright.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mailwright.campaign.ExportFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequencerCsvTest {
    private static final List<Mailbox> MAILBOXES = List.of(
            new Mailbox("anna@a.com", "Anna", "Smith", "a.com", "google", "Active"),
            new Mailbox("ben@b.com", "Ben", "O, Kafor", "b.com", "outlook", "Active"),
            new Mailbox("chloe@c.com", "Chloé", null, "c.com", "smtp", "Active"));

    @Test
    void instantly() {
        assertThat(MailboxCsv.of(ExportFormat.INSTANTLY, MAILBOXES)).isEqualTo("""
                        Email,First Name,Last Name,IMAP Username,IMAP Password,IMAP Host,IMAP Port,SMTP Username,SMTP Password,SMTP Host,SMTP Port
                        anna@a.com,Anna,Smith,anna@a.com,,imap.gmail.com,993,anna@a.com,,smtp.gmail.com,587
                        ben@b.com,Ben,"O, Kafor",ben@b.com,,outlook.office365.com,993,ben@b.com,,smtp.office365.com,587
                        chloe@c.com,Chloé,,chloe@c.com,,,,chloe@c.com,,,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void smartlead() {
        assertThat(MailboxCsv.of(ExportFormat.SMARTLEAD, MAILBOXES)).isEqualTo("""
                        from_name,from_email,user_name,password,smtp_host,smtp_port,imap_host,imap_port
                        Anna Smith,anna@a.com,anna@a.com,,smtp.gmail.com,587,imap.gmail.com,993
                        "Ben O, Kafor",ben@b.com,ben@b.com,,smtp.office365.com,587,outlook.office365.com,993
                        Chloé,chloe@c.com,chloe@c.com,,,,,
                        """.replace("\n", "\r\n"));
    }

    @Test
    void emailBison() {
        assertThat(MailboxCsv.of(ExportFormat.EMAILBISON, MAILBOXES)).isEqualTo("""
                        Name,Email,Password,IMAP Server,IMAP Port,SMTP Server,SMTP Port
                        Anna Smith,anna@a.com,,imap.gmail.com,993,smtp.gmail.com,587
                        "Ben O, Kafor",ben@b.com,,outlook.office365.com,993,smtp.office365.com,587
                        Chloé,chloe@c.com,,,,,
                        """.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void everyLineHasAsManyCellsAsItsHeader(ExportFormat format) {
        String[] lines = MailboxCsv.of(format, List.of(MAILBOXES.get(0))).split("\r\n");
        assertThat(lines[1].split(",", -1)).hasSameSizeAs(lines[0].split(","));
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "JSON")
    void noCellIsAFormula(ExportFormat format) {
        Mailbox odd = new Mailbox("a@a.com", "=cmd()", "+1", "a.com", "google", "Active");
        assertThat(MailboxCsv.of(format, List.of(odd))).contains("'=cmd()");
    }

    @ParameterizedTest
    @EnumSource(
            value = ExportFormat.class,
            names = {"INSTANTLY", "SMARTLEAD", "EMAILBISON"})
    void aPasswordIsImportedToTheLetter(ExportFormat format) {
        Mailbox mailbox = new Mailbox("a@a.com", "Anna", "Smith", "a.com", "google", "Active", "=x,\"1\"");
        assertThat(MailboxCsv.of(format, List.of(mailbox)))
                .contains(",\"=x,\"\"1\"\"\",")
                .doesNotContain("'=x");
    }

    @Test
    void jsonIsNoCsv() {
        assertThatIllegalArgumentException().isThrownBy(() -> MailboxCsv.of(ExportFormat.JSON, MAILBOXES));
    }
}
