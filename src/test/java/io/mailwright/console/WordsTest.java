package io.mailwright.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mailwright.console.Said.About;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.ComparisonView;
import io.mailwright.onboarding.NextStep.Kind;
import io.mailwright.onboarding.NextStep.Next;
import io.mailwright.onboarding.Origin;
import io.mailwright.onboarding.RequestView;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages say. */
class WordsTest {
    private static final Instant BEFORE = Instant.now().minusSeconds(10_000);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            approvePlan:approve      | CAMPAIGN | buys exactly what was shown
            approvePlan:approve      | FORM     | submits exactly what was shown; nothing is bought
            approveForm:approve      | CAMPAIGN | submits exactly what was shown; nothing is bought
            approveForm:reject       | CAMPAIGN | the order stays paid
            approvePlan:approve      | REQUEST  | The vendor is asked for exactly what was shown now; nothing is bought
            approvePlan:change       | REQUEST  | The new value is looked at
            approvePlan:reject       | REQUEST  | everything stays as it is
            mailboxesOverdue:wait    | REQUEST  | It keeps looking
            cancelled                | CAMPAIGN | what was ordered before goes on
            cancelled                | REQUEST  | Nothing more is sent
            ownTask:whatever         | CAMPAIGN | Noted.
            """)
    void what_follows_depends_on_the_task_and_on_what_it_is_about(String word, About about, String says) {
        assertThat(Said.of(word, about)).contains(says);
    }

    @Test
    void what_is_due_was_never_ago() {
        assertThat(Show.due(BEFORE, "now")).isEqualTo("now");
        assertThat(Show.due(Instant.now().plusSeconds(7_300), "now")).isEqualTo("in 2 h");
        assertThat(scheduled(BEFORE).now()).startsWith("The next run is due after the run under way, for ");
        assertThat(CampaignProgress.of(view(null, "busy"), origin(), false, new Next(Kind.BY_ITSELF, BEFORE), false, 0)
                        .notice()
                        .next())
                .endsWith("tried again by itself now.");
    }

    private static CampaignProgress scheduled(Instant next) {
        return CampaignProgress.of(
                view(new CampaignView.Schedule(next, false, 0, new CampaignView.Runs(0, 3)), null),
                origin(),
                false,
                new Next(Kind.BY_ITSELF, null),
                false,
                0);
    }

    private static CampaignView view(CampaignView.Schedule schedule, String problem) {
        return new CampaignView(
                "acme-1",
                "acme",
                "checking",
                null,
                new CampaignView.Domains(0, 0, 0),
                new CampaignView.Orders(0, 0),
                new CampaignView.Mailboxes(0, 0),
                null,
                List.of(),
                null,
                problem,
                List.of(),
                schedule);
    }

    private static Origin origin() {
        return new Origin("", "ann", BEFORE, null, 0, null, null, null, null, null);
    }

    @Test
    void a_request_that_had_nothing_to_do_has_not_failed() {
        assertThat(look("done")).isEqualTo("good");
        assertThat(look("cancelled")).isEqualTo("bad");
    }

    private static String look(String stage) {
        RequestView view = new RequestView(
                "change-redirect.x",
                "change-redirect",
                "acme-1",
                "acme.com",
                stage,
                1,
                JsonNodeFactory.instance.objectNode(),
                "h",
                List.of(),
                "nothing to do: it leads there already",
                null);
        return RequestProgress.of(view, new Next(Kind.FINAL, null)).notice().look();
    }

    @Test
    void a_replaced_domain_is_marked_as_long_as_its_mailboxes_are_in_somebodys_hands() {
        assertThat(marked(replaced(0))).isEmpty();
        assertThat(marked(replaced(2))).hasSize(1);
    }

    private static ComparisonView.Domain replaced(int exported) {
        return new ComparisonView.Domain(
                "old.com", "acme-1", 0, null, null, null, null, 0, exported, List.of(), List.of(), "replaced", "");
    }

    private static List<ComparisonView.Domain> marked(ComparisonView.Domain domain) {
        return new CampaignPage(
                        null,
                        null,
                        List.of(),
                        List.of(),
                        0,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        new ComparisonView("acme-1", null, List.of(domain)),
                        List.of(),
                        List.of())
                .marked();
    }
}
