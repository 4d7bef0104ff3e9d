package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplaceDomainWalkTest extends RequestWalk {
    ReplaceDomainWalkTest() {
        super("replace-domain", "changeApplied");
    }

    @Test
    void waitedForOnceMore() {
        overdue();
        decide("mailboxesOverdue", "wait");
        waitsAt("applyWait");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void theQuestionIsWithdrawnWhenTheyCome() {
        overdue();
        task("mailboxesOverdue");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void noLongerWaitedFor() {
        overdue();
        decide("mailboxesOverdue", "cancel");
        endedAt("notAwaited");
        assertThat(calls()).contains("changes.cancelled " + REQUEST).doesNotContain("changes.finish " + REQUEST);
    }

    @Test
    void otherMailboxesAreForAPerson() {
        waits();
        answer("changes.finish", failure("problem"), "done");
        answer("changes.applied", true);
        message("changeApplied", REQUEST);
        decide("fixProblem", "retry");
        endedAt("done");
    }

    private void overdue() {
        waits();
        timer("overdue");
    }
}
