package io.mailwright.ledger;

import java.util.Set;

/** Reads the vendor once for a call of some kind whose outcome is not known. */
interface Look {
    Set<SpendKind> kinds();

    /** @param windowOver from then on an absence may prove something */
    Finding at(Attempt attempt, boolean windowOver);
}
