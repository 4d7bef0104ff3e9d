package io.mailwright.dsl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Values of the wanted type, or {@link Unreadable} where they stand. */
final class Expect {
    private static final BigDecimal MOST_DOLLARS = new BigDecimal("10000000");

    private Expect() {}

    /** The one value behind a word that takes no named ones. */
    static Value one(Call call, String example) {
        if (call.values().size() != 1) {
            throw new Unreadable(call.line(), call.column(), "'" + call.word() + "' takes one value; write " + example);
        }
        return call.values().get(0);
    }

    static List<Value> some(Call call, String example) {
        if (call.values().isEmpty()) {
            throw new Unreadable(
                    call.line(), call.column(), "'" + call.word() + "' takes one value or more; write " + example);
        }
        return call.values();
    }

    /** Trimmed, not empty. */
    static String text(Value value, String whose) {
        if (value.is() instanceof Value.Bare bare) {
            throw unreadable(
                    value, "no value is named '" + bare.word() + "'; put text in quotes: '" + bare.word() + "'");
        }
        if (!(value.is() instanceof String text)) {
            throw unreadable(value, whose + " takes text in quotes, not " + kind(value) + "; write '…'");
        }
        if (text.isBlank()) {
            throw unreadable(value, whose + " can't be empty; write something between the quotes");
        }
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (Characters.hides(text.codePointAt(i))) {
                throw unreadable(value, whose + " takes one line of visible text; take the line end or tab out");
            }
        }
        return text.strip();
    }

    static List<Value> list(Value value, String whose) {
        if (!(value.is() instanceof List<?> items)) {
            throw unreadable(value, whose + " takes a list, not " + kind(value) + "; write ['…', '…']");
        }
        if (items.isEmpty()) {
            throw unreadable(value, whose + " can't be an empty list; put something in or leave it out");
        }
        return items.stream().map(Value.class::cast).toList();
    }

    static int count(Value value, String whose, int most) {
        BigDecimal number = number(value, whose);
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw unreadable(value, whose + String.format(Locale.ROOT, " takes a whole number from 1 to %,d; write one", most));
        }
        return number.intValueExact();
    }

    /** @param least 0 or 1, for more than nothing */
    static BigDecimal dollars(Value value, String whose, int least) {
        BigDecimal number = number(value, whose);
        if (number.signum() < least
                || number.compareTo(MOST_DOLLARS) > 0
                || number.stripTrailingZeros().scale() > 2) {
            throw unreadable(
                    value,
                    whose + " takes dollars " + (least == 0 ? "from 0" : "more than 0")
                            + ", with at most two decimals; write it like 16 or 16.50");
        }
        return number;
    }

    private static BigDecimal number(Value value, String whose) {
        if (!(value.is() instanceof BigDecimal number)) {
            throw unreadable(value, whose + " takes a number, not " + kind(value) + "; write it without quotes");
        }
        return number;
    }

    static String unique(Value value, String text, String whose, Set<String> seen) {
        if (!seen.add(text.toLowerCase(Locale.ROOT))) {
            throw unreadable(value, Problems.quote(text) + " is given twice in " + whose + "; keep one");
        }
        return text;
    }

    static Unreadable unreadable(Value value, String message) {
        return new Unreadable(value.line(), value.column(), message);
    }

    private static String kind(Value value) {
        Object is = value.is();
        if (is instanceof Value.Bare bare) {
            return "the word " + bare.word();
        }
        return is == null
                ? "null"
                : is instanceof String
                        ? "text"
                        : is instanceof BigDecimal ? "a number" : is instanceof Boolean ? is.toString() : "a list";
    }
}
