package io.mailwright.dsl;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;

/**
 * The regular expressions of one file, as RE2 compiles them. Their size, in instructions, is what one of them costs in
 * memory, in stack and with each character that it looks at; it is bounded for each and for all together.
 */
final class RegularExpressions {
    private static final int LONGEST = 200;
    private static final long MOST_REPEATS = 1_000;
    /** Characters × repeats, before anything is compiled. */
    private static final long MOST_WRITTEN = 20_000;

    private static final int LARGEST = 1_000;
    private static final int LARGEST_TOGETHER = 2_000;
    private static final java.util.regex.Pattern REPEATS = java.util.regex.Pattern.compile("\\{(\\d+)?(?:,(\\d*))?}");

    private int size;

    Pattern read(Expression at) {
        if (!(at instanceof ConstantExpression constant) || !(constant.getValue() instanceof String text)) {
            throw new Unreadable(at, "a regular expression in single quotes must follow '==~'; write '[a-z]+'");
        }
        long repeats = REPEATS.matcher(text)
                .results()
                .mapToLong(RegularExpressions::most)
                .reduce(1, (a, b) -> Math.min(a * b, 1_000_000));
        if (text.length() > LONGEST || repeats > MOST_REPEATS || text.length() * repeats > MOST_WRITTEN) {
            throw tooBig(at);
        }
        if (size > LARGEST_TOGETHER) {
            throw new Unreadable(
                    at, "the regular expressions of this file are too big in all; use fewer or shorter ones");
        }
        Pattern pattern = compiled(at, text);
        size += pattern.programSize();
        if (pattern.programSize() > LARGEST) {
            throw tooBig(at);
        }
        return pattern;
    }

    /** Of all together, in instructions. */
    int size() {
        return size;
    }

    private static Pattern compiled(Expression at, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Unreadable(
                    at,
                    "this is no RE2 regular expression (" + e.getDescription() + "); it has no look-around or \\\\1");
        }
    }

    private static Unreadable tooBig(Expression at) {
        return new Unreadable(at, "this regular expression is too big; use at most 200 characters and small {repeats}");
    }

    private static long most(MatchResult repeat) {
        String bound = repeat.group(2) == null || repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
        return bound == null || bound.length() > 4 ? 10_000 : Math.max(1, Long.parseLong(bound));
    }
}
