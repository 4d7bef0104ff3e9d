package io.mailwright.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula starts with an apostrophe. */
final class Cells {
    private Cells() {}

    /** A text that a program reads: to the letter, also when it begins like a formula. */
    record Exact(String text) {
        static Exact of(String text) {
            return text == null ? null : new Exact(text);
        }
    }

    /** @param values null is an empty cell; numbers stay numbers, all else is text */
    static String line(Object... values) {
        return Stream.of(values).map(Cells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        if (value instanceof Exact exact) {
            return quoted(exact.text());
        }
        String text = value == null ? "" : value.toString();
        return quoted(isFormula(text) ? "'" + text : text);
    }

    private static String quoted(String safe) {
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** By its first character that is no space, also in the full-width forms that some spreadsheets read alike. */
    private static boolean isFormula(String text) {
        String bare = text.stripLeading();
        return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0
                || !bare.isEmpty() && "=+-@＝＋－＠".indexOf(bare.charAt(0)) >= 0;
    }
}
