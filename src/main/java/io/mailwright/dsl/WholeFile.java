package io.mailwright.dsl;

import io.mailwright.campaign.Provider;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What only the whole file shows: words that are missing, and counts that do not add up. */
final class WholeFile {
    private static final long MOST_MATCHING = 10_000_000;

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
        checkPeople();
        checkPatterns();
        checkBlocks();
        checkSchedule();
        if (!missing("buy") || !missing("own")) {
            if (missing("providers")) {
                problems.at(1, 1, "the file names no mailbox types; add a line such as providers google: 2, smtp: 1");
            } else {
                checkCounts();
            }
        } else if (said.containsKey("providers")) {
            problems.at(
                    said.get("providers"),
                    "'providers' counts what is bought and owned, but the file does neither; add a line such as"
                            + " buy 4, keywords: ['acme'], tlds: ['com'] or own 'acme-mail.com'");
        }
    }

    /** Pre-warmed inboxes bring their people, and so may domain blocks. */
    private void checkPeople() {
        boolean asked = !missing("buy") || missing("own") && missing("prewarmed");
        if (!unread.contains("domain")) {
            asked |= draft.own.keySet().stream()
                    .anyMatch(domain -> !draft.blocks.containsKey(domain)
                            || draft.blocks.get(domain).said().people.isEmpty());
        }
        if (asked && missing("person") && missing("people")) {
            problems.at(1, 1, "the file names nobody; add a line such as person 'Anna', 'Smith'");
        }
    }

    /** Each name is matched with each expression. */
    private void checkPatterns() {
        if (draft.buy != null && draft.buy.names() * draft.expressions.size() > MOST_MATCHING) {
            problems.at(
                    said.get("buy"),
                    "so many names with so big regular expressions would take too long; shorten the lists or the"
                            + " expressions");
        }
    }

    private void checkBlocks() {
        if (unread.contains("own")) {
            return;
        }
        Set<String> near = draft.own.size() > Values.SUGGESTED ? Set.of() : draft.own.keySet();
        draft.blocks.forEach((domain, block) -> problems.attempt(() -> {
            if (!draft.own.containsKey(domain)) {
                problems.at(
                        block.call().values().get(0),
                        Problems.quote(domain) + " stands in no 'own' line"
                                + Problems.didYouMean(domain, near, "add own '" + domain + "' or take this block out"));
            }
            return null;
        }));
    }

    private void checkSchedule() {
        if (draft.schedule == null || unread.contains("buy")) {
            return;
        }
        Call schedule = said.get("schedule");
        if (draft.buy == null) {
            problems.at(schedule, "'schedule' spreads what is bought, but nothing is; add a buy line, or take it out");
        } else if (draft.schedule.perRun() > draft.buy.count()) {
            problems.at(
                    schedule.named("perRun"),
                    "a run can't buy " + draft.schedule.perRun() + " of " + draft.buy.count() + " domains; write "
                            + draft.buy.count() + " or less");
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
        Map<Provider, Integer> left = new EnumMap<>(Provider.class);
        left.putAll(draft.providers);
        draft.blocks.forEach((domain, block) -> {
            Provider type = block.provider();
            if (type != null && left.merge(type, -1, Integer::sum) < 0) {
                int counted = draft.providers.getOrDefault(type, 0);
                problems.at(
                        block.call().named("provider"),
                        "'providers' counts " + (counted == 0 ? "no " : "only " + counted + " ") + type.word()
                                + (counted == 0 ? "" : ", and other blocks take it")
                                + "; count one more there, or give this domain another type");
            }
        });
    }

    private boolean missing(String word) {
        return !said.containsKey(word) && !unread.contains(word);
    }
}
