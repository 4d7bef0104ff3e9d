package io.mailwright.models;

import org.junit.jupiter.api.Test;

class ChangeRedirectWalkTest extends RequestWalk {
    ChangeRedirectWalkTest() {
        super("change-redirect", "changeApplied");
    }

    @Test
    void overdueIsForAPersonUntilItIsApplied() {
        waits();
        timer("overdue");
        decide("fixProblem", "retry");
        // what was sent is approved, and is found sent
        waitsAt("applyWait");
        timer("overdue");
        task("fixProblem");
        message("changeApplied", REQUEST);
        endedAt("done");
    }

    @Test
    void overdueAndGivenUp() {
        waits();
        timer("overdue");
        decide("fixProblem", "cancel");
        endedAt("cancelled");
    }
}
