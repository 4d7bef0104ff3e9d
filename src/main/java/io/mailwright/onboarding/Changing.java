package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger.Result;
import java.time.Instant;

/** One kind of request: how it is looked at, sent, seen applied and followed in our rows. */
interface Changing {
    RequestKind kind();

    /**
     * Reads at the vendor what would happen.
     *
     * @throws BusinessFailure when it can't be done as asked; the sentence says how to mend it
     */
    Change look(RequestRow request);

    /** What a person reads when there is nothing to do, or null. */
    String done(Change found);

    Result send(RequestRow request);

    /** While it is waited for: our rows follow what the vendor's lists show by now. */
    default void read(RequestRow request, Instant until) {}

    /** Whether what was last read shows it done. */
    boolean applied(RequestRow request);

    /** What a person reads when it is not, and its deadline is over. */
    String overdue(RequestRow request);

    /** @throws BusinessFailure when what is there now is not what was approved */
    void finish(RequestRow request);
}
