package io.mailwright.campaign;

import io.mailwright.campaign.PatternPiece.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text of a name pattern. */
final class PatternReader {
    private static final Pattern TOKEN = Pattern.compile("(?s)\\{(first|last|nick)(?::([1-9]|[1-5][0-9]|6[0-4]))?}"
            + "|\\{(f|l|n|nn)}|([._-])|([a-z0-9]+)|(\\{[^{}]*}?|.)");
    private static final String PLACEHOLDERS =
            "{first} {last} {f} {l} {nick} {n} {nn} or a leading part like {first:3}";
    private static final int LONGEST_PATTERN = 200;

    private PatternReader() {}

    static List<PatternPiece> read(String text) {
        if (text.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("a pattern has at most %s characters".formatted(LONGEST_PATTERN));
        }
        List<PatternPiece> pieces = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            pieces.add(piece(token, text));
        }
        checkShape(pieces, text);
        return List.copyOf(pieces);
    }

    private static PatternPiece piece(Matcher token, String text) {
        if (token.group(1) != null) {
            int length = token.group(2) == null ? LocalParts.LONGEST : Integer.parseInt(token.group(2));
            return new PatternPiece(Kind.valueOf(token.group(1).toUpperCase(Locale.ROOT)), null, length);
        }
        if (token.group(3) != null) {
            return switch (token.group(3)) {
                case "f" -> new PatternPiece(Kind.FIRST, null, 1);
                case "l" -> new PatternPiece(Kind.LAST, null, 1);
                case "n" -> new PatternPiece(Kind.NUMBER, null, 1);
                default -> new PatternPiece(Kind.NUMBER, null, 2);
            };
        }
        if (token.group(4) != null) {
            return new PatternPiece(Kind.SEPARATOR, token.group(4), 1);
        }
        if (token.group(5) != null) {
            return new PatternPiece(Kind.TEXT, token.group(5), 1);
        }
        String odd = token.group(6);
        throw refused(
                text,
                odd.startsWith("{")
                        ? "holds %s; a placeholder is %s".formatted(odd, PLACEHOLDERS)
                        : "holds '%s'; only '.', '_', '-', a–z and 0–9 stand between placeholders".formatted(odd));
    }

    private static void checkShape(List<PatternPiece> pieces, String text) {
        boolean separated = true;
        for (PatternPiece piece : pieces) {
            if (piece.separates() && separated) {
                throw refused(text, "has a separator that does not stand single between two parts");
            }
            separated = piece.separates();
        }
        if (separated && !pieces.isEmpty()) {
            throw refused(text, "ends with a separator; leave it out");
        }
        if (pieces.stream().noneMatch(PatternPiece::names)) {
            throw refused(text, "needs a name in it: {first}, {last}, {f}, {l} or {nick}");
        }
        if (pieces.stream().filter(PatternPiece::numbers).count() > 1) {
            throw refused(text, "has more than one number; keep one of them");
        }
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException("the pattern '%s' %s".formatted(text, why));
    }
}
