package io.mailwright.dsl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Safety 5: the words a statement can begin with; what is not in this table can't be said. */
final class Words {
    /** Writes into the draft what one call says; notes what is wrong, or throws it as {@link Unreadable}. */
    interface Reader {
        void read(Call call, Draft draft, Problems problems);
    }

    private record Word(Set<String> named, boolean repeats, boolean takesRule, Reader reader) {}

    private static final Map<String, Word> BUILT = new LinkedHashMap<>();
    private static final Set<String> LATER = Set.of("prewarmed", "domain", "sequencer", "export", "schedule", "coupon");
    private static final List<String> ALL = new ArrayList<>();

    static {
        once("campaign", Labels::campaign);
        once("workspace", Labels::workspace);
        once("tag", Labels::tag);
        once("buy", Buying::read, "keywords", "prefixes", "suffixes", "tlds", "maxPrice");
        BUILT.put("only", new Word(Set.of(), false, true, Choosing::only));
        BUILT.put("prefer", new Word(Set.of(), false, true, Choosing::prefer));
        BUILT.put("own", new Word(Set.of("hosting"), true, false, Owning::read));
        once("providers", Providing::read, "google", "outlook", "smtp");
        BUILT.put("people", new Word(Set.of(), true, false, People::table));
        BUILT.put("person", new Word(Set.of("nick", "latin", "photo"), true, false, People::person));
        once("patterns", Patterns::read);
        once("avoid", Avoiding::read);
        once("redirect", Addresses::redirect);
        once("photo", Addresses::photo);
        once("budget", Budgeting::read, "monthly");
        BUILT.put("approve", new Word(Set.of("over", "by", "within", "forms"), false, true, Approving::read));
        ALL.add("def");
        ALL.addAll(BUILT.keySet());
        LATER.stream().sorted().forEach(ALL::add);
    }

    private final Draft draft;
    private final Problems problems;
    private final Map<String, Call> first = new LinkedHashMap<>();
    private final Set<String> unread = new HashSet<>();

    Words(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    static boolean isKnown(String word) {
        return ALL.contains(word);
    }

    /** The first call of each word that was read. */
    Map<String, Call> first() {
        return first;
    }

    /** Words of which a call could not be read. */
    Set<String> unread() {
        return unread;
    }

    void read(Call call) {
        if (!call.whole() && isKnown(call.word())) {
            unread.add(call.word());
            first.putIfAbsent(call.word(), call);
            return;
        }
        if (LATER.contains(call.word())) {
            problems.at(call, "'" + call.word() + "' is not yet built; take it out for now");
            first.putIfAbsent(call.word(), call);
            return;
        }
        Word word = BUILT.get(call.word());
        if (word == null) {
            Nearest.to(call.word(), ALL).ifPresent(unread::add);
            problems.at(
                    call,
                    Problems.quote(call.word()) + " is no word of campaign files"
                            + Problems.didYouMean(call.word(), ALL, "the words are " + String.join(", ", ALL)));
            return;
        }
        boolean knownNames = checkNames(call, word);
        boolean onlyForms = call.named("forms") != null && call.values().isEmpty() && call.block() == null;
        if (first.containsKey(call.word()) && !word.repeats && !onlyForms) {
            problems.at(
                    call,
                    "'" + call.word() + "' is given twice, first in line "
                            + first.get(call.word()).line() + "; keep one");
            return;
        }
        first.putIfAbsent(call.word(), call);
        if (call.block() != null && !word.takesRule) {
            problems.at(call, "'" + call.word() + "' takes no { }; take the braces out");
        } else if (knownNames) {
            if (problems.arise(() -> word.reader.read(call, draft, problems))) {
                unread.add(call.word());
            }
            return;
        }
        unread.add(call.word());
    }

    private boolean checkNames(Call call, Word word) {
        boolean known = true;
        for (Call.Named named : call.named().values()) {
            if (!word.named.contains(named.name())) {
                known = false;
                List<String> names = word.named.stream().sorted().toList();
                String otherwise =
                        names.isEmpty() ? "it takes no named values" : "it takes " + String.join(", ", names);
                problems.at(
                        named.line(),
                        named.column(),
                        "'" + call.word() + "' has no '" + named.name() + ":'"
                                + Problems.didYouMean(named.name(), names, otherwise));
            }
        }
        return known;
    }

    private static void once(String word, Reader reader, String... named) {
        BUILT.put(word, new Word(Set.of(named), false, false, reader));
    }
}
