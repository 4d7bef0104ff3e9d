package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only replace-domain has: mailboxes that are waited for. */
class ReplaceDomainWalkTest extends Walk {
    private static final String REQUEST = "request.7";

    @BeforeEach
    void overdue() {
        answer("changes.applied", false);
        answer("changes.approved", false, true);
        start("replace-domain", REQUEST);
        decide("approvePlan", "approve");
        timer("overdue");
    }

    @Test
    void waitedForOnceMore() {
        decide("mailboxesOverdue", "wait");
        waitsAt("applyWait");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void theQuestionIsWithdrawnWhenTheyCome() {
        task("mailboxesOverdue");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void noLongerWaitedFor() {
        decide("mailboxesOverdue", "cancel");
        endedAt("notAwaited");
        assertThat(calls()).contains("changes.cancelled " + REQUEST).doesNotContain("changes.finish " + REQUEST);
    }

    @Test
    void otherMailboxesAreForAPerson() {
        answer("changes.finish", failure("problem"), "done");
        answer("changes.applied", true);
        message("changeApplied", REQUEST);
        decide("fixProblem", "retry");
        endedAt("done");
    }
}
