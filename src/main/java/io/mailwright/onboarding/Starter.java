package io.mailwright.onboarding;

import java.util.Map;
import java.util.Set;

/** What makes the rows of a process that a person starts with a form in Tasklist. API and command line make them themselves. */
interface Starter {
    /** The process key. */
    String process();

    /** The keys of the form's fields; nothing of them stays as a variable. */
    Set<String> fields();

    /**
     * Whether a process with that business key is started by API or command line: its rows are there.
     *
     * @throws Onboarding.Conflict when that key's process runs already, or is over: a key stands for one
     */
    boolean knows(String businessKey);

    /** @throws Onboarding.Conflict when it is not the key's first and only process */
    static boolean first(String businessKey, boolean first) {
        if (!first)
            throw new Onboarding.Conflict(
                    businessKey + " is under way or over; start without a business key to ask anew");
        return true;
    }

    /**
     * Checks what was filled in and makes its rows.
     *
     * @param form by field, without blank ones
     * @return the business key
     * @throws Onboarding.Conflict with a sentence for the person who filled it in
     */
    String begin(Map<String, String> form, String user);
}
