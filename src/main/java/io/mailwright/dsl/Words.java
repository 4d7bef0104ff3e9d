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

    private record Word(List<String> named, boolean repeats, boolean takesRule, Reader reader) {}

    private static final Map<String, Word> OF_FILES = new LinkedHashMap<>();
    private static final Map<String, Word> OF_DOMAINS = new LinkedHashMap<>();
    private static final List<String> ALL = new ArrayList<>();

    static {
        once("campaign", Labels::campaign);
        once("workspace", Labels::workspace);
        once("tag", Labels::tag);
        once("buy", Buying::read, "keywords", "prefixes", "suffixes", "tlds", "maxPrice");
        OF_FILES.put("only", new Word(List.of(), false, true, Choosing::only));
        OF_FILES.put("prefer", new Word(List.of(), false, true, Choosing::prefer));
        repeated("own", Owning::read, "hosting");
        once("prewarmed", Prewarming::read, "google", "outlook", "maxPrice");
        once("providers", Providing::read, "google", "outlook", "smtp");
        repeated("people", People::table);
        repeated("person", People::person, "nick", "latin", "photo");
        once("patterns", Patterns::read);
        once("avoid", Avoiding::read);
        once("redirect", Addresses::redirect);
        once("photo", Addresses::photo);
        repeated("domain", OwnBlocks::read, "provider");
        once("budget", Budgeting::read, "monthly");
        OF_FILES.put("approve", new Word(List.of("over", "by", "within", "forms"), true, true, Approving::read));
        once("schedule", Scheduling::read, "start", "every", "perRun", "zone");
        once("sequencer", Handing::sequencer, "secret", "workspace", "tag");
        once("export", Handing::export);
        once("coupon", Labels::coupon);
        ALL.add("def");
        ALL.addAll(OF_FILES.keySet());
        for (String word : List.of("people", "person", "patterns", "redirect", "photo")) {
            OF_DOMAINS.put(word, OF_FILES.get(word));
        }
    }

    private final Map<String, Word> words;
    private final Draft draft;
    private final Problems problems;
    private final Map<String, Call> first = new LinkedHashMap<>();
    private final Set<String> unread = new HashSet<>();

    private Words(Map<String, Word> words, Draft draft, Problems problems) {
        this.words = words;
        this.draft = draft;
        this.problems = problems;
    }

    static Words ofFile(Draft draft, Problems problems) {
        return new Words(OF_FILES, draft, problems);
    }

    /** Those that can stand in a domain block. */
    static Words ofDomain(Draft draft, Problems problems) {
        return new Words(OF_DOMAINS, draft, problems);
    }

    /** Every word a line of a file can begin with. */
    static List<String> all() {
        return List.copyOf(ALL);
    }

    /** Those that can stand in a domain block, too. */
    static List<String> inDomains() {
        return List.copyOf(OF_DOMAINS.keySet());
    }

    /** The named values that a word takes; none for {@code def}. */
    static List<String> namedBy(String word) {
        return OF_FILES.containsKey(word) ? OF_FILES.get(word).named() : List.of();
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
        Word word = words.get(call.word());
        if (word == null) {
            unknown(call);
            return;
        }
        boolean knownNames = checkNames(call, word);
        Call before = first.putIfAbsent(call.word(), call);
        if (before != null && !word.repeats) {
            problems.at(call, "'" + call.word() + "' is given twice, first in line " + before.line() + "; keep one");
            return;
        }
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

    private void unknown(Call call) {
        if (isKnown(call.word())) {
            problems.at(
                    call,
                    "'" + call.word() + "' can't stand in a domain block; it holds "
                            + String.join(", ", words.keySet()));
            return;
        }
        Nearest.to(call.word(), words.keySet()).ifPresent(unread::add);
        List<String> known = words == OF_FILES ? ALL : List.copyOf(words.keySet());
        problems.at(
                call,
                Problems.quote(call.word()) + " is no word of "
                        + (words == OF_FILES ? "campaign files" : "domain blocks")
                        + Problems.didYouMean(call.word(), known, "the words are " + String.join(", ", known)));
    }

    private boolean checkNames(Call call, Word word) {
        boolean known = true;
        for (Call.Named named : call.named().values()) {
            if (!word.named.contains(named.name())) {
                known = false;
                String otherwise =
                        word.named.isEmpty() ? "it takes no named values" : "it takes " + String.join(", ", word.named);
                problems.at(
                        named.line(),
                        named.column(),
                        "'" + call.word() + "' has no '" + named.name() + ":'"
                                + Problems.didYouMean(named.name(), word.named, otherwise));
            }
        }
        return known;
    }

    private static void once(String word, Reader reader, String... named) {
        OF_FILES.put(word, new Word(List.of(named), false, false, reader));
    }

    private static void repeated(String word, Reader reader, String... named) {
        OF_FILES.put(word, new Word(List.of(named), true, false, reader));
    }
}
