package io.mailwright.onboarding;

import java.util.Map;
import java.util.Set;

/** What makes the rows of a process that a person starts with a form in Tasklist. API and command line make them themselves. */
interface Starter {
    /** The process key. */
    String process();

    /** The keys of the form's fields; nothing of them stays as a variable. */
    Set<String> fields();

    /** Whether a process with that business key was started by API or command line: its rows are there. */
    boolean knows(String businessKey);

    /**
     * Checks what was filled in and makes its rows.
     *
     * @param form by field, without blank ones
     * @return the business key
     * @throws Onboarding.Conflict with a sentence for the person who filled it in
     */
    String begin(Map<String, String> form, String user);
}
