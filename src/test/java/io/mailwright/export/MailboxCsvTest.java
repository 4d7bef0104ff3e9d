package io.mailwright.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxCsvTest {
    private static final String HEADER = "email,first_name,last_name,domain,provider,status\r\n";

    @Test
    void aHeaderAndALineForEachMailbox() {
        assertThat(MailboxCsv.of(List.of(named("Anna", "Smith"), named("José", "Núñez"))))
                .isEqualTo(HEADER
                        + "a@acme.com,Anna,Smith,acme.com,google,Active\r\n"
                        + "a@acme.com,José,Núñez,acme.com,google,Active\r\n");
    }

    @Test
    void noMailboxesAreAHeaderAlone() {
        assertThat(MailboxCsv.of(List.of())).isEqualTo(HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"Smith, Jr.|\"Smith, Jr.\"", "the \"Boss\"|\"the \"\"Boss\"\"\"", "O'Neill|O'Neill"})
    void whatSeparatesIsQuoted(String last, String cell) {
        assertThat(lastName(last)).isEqualTo(cell);
    }

    @Test
    void aLineEndStaysInsideItsCell() {
        assertThat(MailboxCsv.of(List.of(named("Anna", "Smith\nJones")))).contains("\"Smith\nJones\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-1", "@SUM(A1)", " =1", "\tx", "＝1"})
    void noCellIsAFormula(String last) {
        assertThat(lastName(last)).startsWith("'");
    }

    @Test
    void aFormulaWithACommaIsBothQuotedAndDisarmed() {
        assertThat(MailboxCsv.of(List.of(named("Anna", "=A1,\"x\"")))).contains(",\"'=A1,\"\"x\"\"\",");
    }

    @Test
    void whatIsMissingIsEmpty() {
        assertThat(MailboxCsv.of(List.of(new Mailbox("a@acme.com", null, "", "acme.com", "google", null))))
                .isEqualTo(HEADER + "a@acme.com,,,acme.com,google,\r\n");
    }

    @Test
    void jsonHasTheNamesOfTheHeader() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(named("Anna", "Smith")))
                .isEqualTo("{\"email\":\"a@acme.com\",\"first_name\":\"Anna\",\"last_name\":\"Smith\","
                        + "\"domain\":\"acme.com\",\"provider\":\"google\",\"status\":\"Active\"}");
    }

    @Test
    void passwordsAreOneColumnMoreAndGuardedToo() {
        List<Mailbox> mailboxes = List.of(
                new Mailbox("a@acme.com", "Anna", "Smith", "acme.com", "google", "Active", "p,w\"1"),
                new Mailbox("b@acme.com", "Ben", "Smith", "acme.com", "google", "Active", "=1+1"));
        assertThat(MailboxCsv.of(mailboxes))
                .isEqualTo(HEADER.replace("\r\n", ",password\r\n")
                        + "a@acme.com,Anna,Smith,acme.com,google,Active,\"p,w\"\"1\"\r\n"
                        + "b@acme.com,Ben,Smith,acme.com,google,Active,'=1+1\r\n");
    }

    @Test
    void noTextOfAMailboxTellsItsPassword() {
        assertThat(new Mailbox("a@acme.com", "Anna", "Smith", "acme.com", "google", "Active", "hunter2"))
                .asString()
                .isEqualTo("Mailbox[a@acme.com]");
    }

    private static String lastName(String last) {
        String line = MailboxCsv.of(List.of(named("Anna", last))).substring(HEADER.length());
        return line.substring("a@acme.com,Anna,".length(), line.indexOf(",acme.com,google"));
    }

    private static Mailbox named(String first, String last) {
        return new Mailbox("a@acme.com", first, last, "acme.com", "google", "Active");
    }
}
