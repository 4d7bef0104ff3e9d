package io.mailwright.campaign;

/**
 * One placeholder, separator or text of a pattern.
 *
 * @param length leading characters taken of a name, or digits of a number
 */
record PatternPiece(Kind kind, String text, int length) {
    enum Kind {
        FIRST,
        LAST,
        NICK,
        NUMBER,
        SEPARATOR,
        TEXT
    }

    boolean numbers() {
        return kind == Kind.NUMBER;
    }

    boolean names() {
        return kind == Kind.FIRST || kind == Kind.LAST || kind == Kind.NICK;
    }

    boolean separates() {
        return kind == Kind.SEPARATOR;
    }

    /** What it gives for a name, or null when the name lacks it. */
    String render(LatinName name, int number) {
        return switch (kind) {
            case FIRST -> leading(name.first());
            case LAST -> leading(name.last());
            case NICK -> leading(name.nick());
            case NUMBER -> padded(number);
            case SEPARATOR, TEXT -> text;
        };
    }

    private String leading(String part) {
        return part.isEmpty() ? null : part.substring(0, Math.min(length, part.length()));
    }

    private String padded(int number) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
