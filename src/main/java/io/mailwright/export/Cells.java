package io.mailwright.export;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula starts with an apostrophe. */
final class Cells {
    private Cells() {}

    /** @param values null is an empty cell; numbers stay numbers, all else is text */
    static String line(Object... values) {
        return Stream.of(values).map(Cells::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value == null ? "" : value.toString();
        String safe = isFormula(text) ? "'" + text : text;
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
