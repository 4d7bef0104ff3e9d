package io.mailwright.dsl;

/**
 * A word, literal or sign of the file.
 *
 * @param start index of its first character, from 0
 * @param end index after its last character
 */
record Token(TokenKind kind, String text, int line, int column, int start, int end) {
    /** As an error quotes it. */
    String shown() {
        return is(TokenKind.TEXT) && text.length() <= 40 && text.indexOf('\n') < 0 ? text : Problems.quote(text);
    }

    boolean is(TokenKind wanted) {
        return kind == wanted;
    }
}
