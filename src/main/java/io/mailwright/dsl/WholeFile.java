package io.mailwright.dsl;

import java.util.Map;
import java.util.Set;

/** What only the whole file shows: words that are missing, and counts that do not add up. */
final class WholeFile {
    private final Draft draft;
    private final Map<String, Call> said;
    private final Set<String> unread;
    private final Problems problems;

    /** @param unread words of which a line could not be read */
    WholeFile(Draft draft, Map<String, Call> said, Set<String> unread, Problems problems) {
        this.draft = draft;
        this.said = said;
        this.unread = unread;
        this.problems = problems;
    }

    void check() {
        if (missing("campaign")) {
            problems.at(1, 1, "the file names no campaign; begin it with a line such as campaign 'acme-spring'");
        }
        if (missing("person") && missing("people")) {
            problems.at(1, 1, "the file names nobody; add a line such as person 'Anna', 'Smith'");
        }
        if (missing("buy") && missing("own")) {
            if (missing("domain") && missing("prewarmed")) {
                problems.at(
                        1,
                        1,
                        "the file asks for no domains; add a line such as buy 4, keywords: ['acme'], tlds: ['com']"
                                + " or own 'acme-mail.com'");
            }
        } else if (missing("providers")) {
            problems.at(1, 1, "the file names no mailbox types; add a line such as providers google: 2, smtp: 1");
        } else {
            checkCounts();
        }
    }

    private void checkCounts() {
        if (unread.contains("buy") || unread.contains("own") || unread.contains("providers")) {
            return;
        }
        int typed =
                draft.providers.values().stream().mapToInt(Integer::intValue).sum();
        int bought = draft.buy == null ? 0 : draft.buy.count();
        int owned = draft.own.size();
        if (typed != bought + owned) {
            problems.at(
                    said.get("providers"),
                    "'providers' adds up to " + typed + ", but " + bought + " bought and " + owned + " owned make "
                            + (bought + owned) + "; change one of them");
        }
    }

    private boolean missing(String word) {
        return !said.containsKey(word) && !unread.contains(word);
    }
}
