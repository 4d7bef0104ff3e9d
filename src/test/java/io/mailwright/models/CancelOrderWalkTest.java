package io.mailwright.models;

import org.junit.jupiter.api.Test;

class CancelOrderWalkTest extends RequestWalk {
    CancelOrderWalkTest() {
        super("cancel-order", "orderCancelled");
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
        message("orderCancelled", REQUEST);
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
