package io.mailwright.dsl;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code avoid 'sales', 'spam*'}: local parts never used. */
final class Avoiding {
    private static final Pattern LOCAL_PART = Pattern.compile("[a-z0-9._-]{1,64}\\*?");

    private Avoiding() {}

    static void read(Call call, Draft draft, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (Value value : Expect.some(call, "avoid 'sales', 'spam*'")) {
            problems.attempt(() -> draft.avoid.add(localPart(value, seen)));
        }
    }

    private static String localPart(Value value, Set<String> seen) {
        String text = Expect.text(value, "'avoid'").toLowerCase(Locale.ROOT);
        if (!LOCAL_PART.matcher(text).matches()) {
            throw Expect.unreadable(
                    value,
                    Problems.quote(text)
                            + " is no local part; use a–z, 0–9 and . _ - with * only at the end, like 'spam*'");
        }
        return Expect.unique(value, text, "'avoid'", seen);
    }
}
