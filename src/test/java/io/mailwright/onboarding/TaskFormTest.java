package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.onboarding.TaskForm.Block;
import io.mailwright.onboarding.TaskForm.Choice;
import io.mailwright.onboarding.TaskForm.Figure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms of Tasklist as pages show them. */
class TaskFormTest {
    @Test
    void figures_say_what_is_in_question_and_leave_out_what_is_not_known() throws IOException {
        TaskForm form = filled(
                "resolveSpend",
                Map.of("spendKind", "BUY_PREWARMED", "spendNames", "a.com,b.com", "amount", "12.50", "spendTag", ""));
        assertThat(figures(form))
                .contains(
                        new Figure("In question", "Pre-warmed domains were bought?"),
                        new Figure("Names", "a.com,b.com"),
                        new Figure("Amount", "$12.50"))
                .extracting(Figure::label)
                .doesNotContain("Tag", "Form");
        assertThat(form.comment()).isEqualTo("Where you saw it.");
    }

    @Test
    void a_decision_has_its_words_before_the_colon_and_its_meaning_after() throws IOException {
        assertThat(filled("mailboxesOverdue", Map.of()).decisions())
                .containsExactly(
                        new Choice("wait", "Keep waiting", ""),
                        new Choice("cancel", "Cancel", "stop waiting; what is ordered stays and goes on costing"));
    }

    @Test
    void what_the_form_hides_is_hidden() throws IOException {
        String buys = "This costs money.";
        String fills = "The order is paid already.";
        assertThat(texts(filled("approvePlan", Map.of("formUuid", ""))))
                .anyMatch(text -> text.startsWith(buys))
                .noneMatch(text -> text.startsWith(fills));
        assertThat(texts(filled("approvePlan", Map.of("formUuid", "f-1", "vendorOrder", "rec1"))))
                .noneMatch(text -> text.startsWith(buys))
                .anyMatch(text -> text.contains("for order rec1, form f-1"));
        assertThat(figures(filled("fixProblem", Map.of("costNow", "", "costMonthly", ""))))
                .isEmpty();
        assertThat(figures(filled("fixProblem", Map.of("costNow", "", "costMonthly", "7.00"))))
                .contains(new Figure("then every month", "$7.00"));
    }

    @Test
    void approving_a_request_says_what_that_does_and_not_that_it_buys() throws IOException {
        Map<String, String> does = Map.of(
                "cancel-order", "every mailbox in it stops, and nothing is refunded",
                "replace-domain", "put exactly this name in the place of the old one",
                "change-redirect", "set exactly this redirect");
        for (String kind : does.keySet())
            assertThat(texts(filled(
                            "approvePlan",
                            Map.of("request", "do it", "requestKind", kind, "consequences", "it is done"))))
                    .anyMatch(text -> text.contains(does.get(kind)))
                    .noneMatch(text -> text.contains("This costs money") || text.contains("is paid already"));
    }

    @Test
    void a_plan_says_before_its_approval_that_spending_is_off() throws IOException {
        assertThat(filled("approvePlan", Map.of("spendingOff", "Spending was off"))
                        .blocks())
                .anyMatch(block -> block.warns() && block.text().equals("Spending was off"));
        assertThat(texts(filled("approvePlan", Map.of("spendingOff", "")))).noneMatch(String::isEmpty);
    }

    @Test
    void a_problem_warns_and_tables_keep_their_columns() throws IOException {
        TaskForm form = filled(
                "mailboxesOverdue",
                Map.of(
                        "problem",
                        "the mailboxes of order 1 are not ready",
                        "domains",
                        List.of(Map.of("domain", "a.com", "status", "In Progress", "ready", 0, "expected", 4))));
        assertThat(form.blocks())
                .anyMatch(block -> block.warns() && block.text().contains("not ready"));
        Block domains = form.blocks().stream()
                .filter(block -> "Domains".equals(block.label()))
                .findFirst()
                .orElseThrow();
        assertThat(domains.columns())
                .extracting(column -> column.label() + (column.numeric() ? " 1" : ""))
                .containsExactly("Domain", "State", "Mailboxes ready 1", "of 1");
    }

    @Test
    void without_a_form_every_fact_is_shown() {
        TaskForm form = TaskForm.plain(Map.of("amount", "3"), List.of("approve", "reject"));
        assertThat(figures(form)).containsExactly(new Figure("amount", "3"));
        assertThat(form.decisions()).extracting(Choice::word).containsExactly("approve", "reject");
    }

    private static TaskForm filled(String form, Map<String, Object> facts) throws IOException {
        return TaskForm.of(
                new ObjectMapper().readTree(Path.of("bpmn", form + ".form").toFile()), facts);
    }

    private static List<Figure> figures(TaskForm form) {
        return form.blocks().stream().flatMap(block -> block.figures().stream()).toList();
    }

    private static List<String> texts(TaskForm form) {
        return form.blocks().stream()
                .map(Block::text)
                .filter(text -> text != null)
                .toList();
    }
}
