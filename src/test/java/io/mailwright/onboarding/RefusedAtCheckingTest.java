package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** What a file names and nobody has is asked of who wrote it, before anything is searched; a plan alone is refused for it too. */
@FlowTest
class RefusedAtCheckingTest {
    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own 'x-elsewhere.dev', hosting: 'nobody' | MAILWRIGHT_SECRET_NOBODY | set",
                "own 'x-elsewhere.dev', hosting: 'broken' | MAILWRIGHT_SECRET_BROKEN | JSON",
                "own 'x-elsewhere.dev', hosting: 'instantly-main' | MAILWRIGHT_SECRET_INSTANTLY_MAIN | 'provider'",
                "own 'x-nowhere.dev' | x-nowhere.dev | not registered",
            })
    void a_domain_of_another_registrar(String line, String variable, String mend) {
        assertAsked(line + "\nproviders smtp: 2", variable, mend);
    }

    @Test
    void a_sequencer() {
        assertAsked(
                "sequencer 'Instantly', secret: 'not-there'\nproviders smtp: 1", "MAILWRIGHT_SECRET_NOT_THERE", "set");
    }

    @Test
    void a_group() {
        assertAsked("approve always, by: 'treasury'\nproviders smtp: 1", "'treasury'", "operators");
    }

    private void assertAsked(String lines, String... said) {
        String text = file(word(), 1, lines).replaceFirst("providers smtp: 1\n", "");
        String id = flows.start(text).id();
        String problem = (String) flows.shown(id, "correctCampaign").get("problem");
        assertThat(problem).contains(said).doesNotContain("half-login", "bot-login", "hunter");
        assertThat(flows.view(id).stage()).isEqualTo("checking");
        assertThat(flows.onboarding.plan(id)).isEmpty();
        flows.onboarding.cancel(id, "demo");
        assertThat(flows.planned(text)).satisfies(plan -> {
            assertThat(plan.state()).isEqualTo("refused");
            assertThat(plan.errors()).containsExactly(problem);
        });
    }

    @Test
    void the_first_format_of_the_file_is_the_usual_one() {
        String id = flows.start(file(word(), 1, "export 'smartlead', 'csv'\napprove never"))
                .id();
        flows.onboarded(id);
        String smartlead = mailboxes(id, "?format=smartlead").getBody();
        assertThat(mailboxes(id, "").getBody()).isEqualTo(smartlead);
        assertThat(mailboxes(id, "").getHeaders().getContentDisposition().getFilename())
                .endsWith("-smartlead.csv");
        assertThat(mailboxes(id, "?format=csv").getBody()).isNotEqualTo(smartlead);
    }

    private ResponseEntity<String> mailboxes(String id, String query) {
        return http.withBasicAuth("demo", "demo")
                .getForEntity("/api/campaigns/" + id + "/mailboxes" + query, String.class);
    }
}
