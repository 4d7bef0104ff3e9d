package io.mailwright.onboarding;

import io.mailwright.ledger.NeedsPerson;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the parts of one look at the vendor fail each on its own. */
class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private String first;

    void of(Runnable part) {
        try {
            part.run();
        } catch (TryAgainAt early) {
            LOG.debug("looking again later: {}", early.getMessage());
        } catch (VendorException | NeedsPerson told) {
            note(told.getMessage());
        } catch (RuntimeException unexpected) {
            LOG.warn("a part of looking at the vendor failed; it is tried again", unexpected);
            note("looking at the vendor failed: " + unexpected.getClass().getSimpleName());
        }
    }

    private void note(String failure) {
        if (first == null) first = failure;
    }

    /** In a person's words, or null. */
    String first() {
        return first;
    }
}
