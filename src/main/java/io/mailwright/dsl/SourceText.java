package io.mailwright.dsl;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** A file's text by line and column, both from 1 and in characters as Groovy's lexer counts them. */
final class SourceText {
    private static final Pattern FIRST_WORD = Pattern.compile("(?m)^[ \\t]*+(?:def[ \\t]++)?(\\w++)");

    private final int[] characters;
    private final int[] lineStarts;
    private final BitSet opened = new BitSet();
    private final BitSet closed = new BitSet();

    /** One byte-order mark vanishes; every kind of line end becomes a line feed. */
    SourceText(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        characters =
                unmarked.replace("\r\n", "\n").replace('\r', '\n').codePoints().toArray();
        int lines = 1;
        for (int c : characters) {
            lines += c == '\n' ? 1 : 0;
        }
        lineStarts = new int[lines];
        for (int i = 0, line = 0; i < characters.length; i++) {
            if (characters[i] == '\n') {
                lineStarts[++line] = i + 1;
            }
        }
    }

    int length() {
        return characters.length;
    }

    int at(int index) {
        return index < characters.length ? characters[index] : -1;
    }

    /** Whether a text stands at a place as it is. */
    boolean holds(int line, int column, String text) {
        int from = lineStarts[line - 1] + column - 1;
        int[] wanted = text.codePoints().toArray();
        return from + wanted.length <= characters.length
                && Arrays.equals(characters, from, from + wanted.length, wanted, 0, wanted.length);
    }

    /** What stands between the braces of a block. */
    String inside(int line, int column, int lastLine, int lastColumn) {
        int from = lineStarts[line - 1] + column - 1;
        int to = Math.min(characters.length, lineStarts[lastLine - 1] + lastColumn - 1);
        String block = new String(characters, from, to - from).strip();
        return block.substring(1, block.length() - 1).strip();
    }

    /** The index of a line's first character. */
    int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The index of its line end, or of the end of the text. */
    int lineEnd(int line) {
        return line < lineStarts.length && line > 0 ? lineStarts[line] - 1 : characters.length;
    }

    /** The words that lines begin with, or what {@code def} names in them. */
    List<String> firstWords(int start, int end) {
        return FIRST_WORD
                .matcher(new String(characters, start, end - start))
                .results()
                .map(word -> word.group(1))
                .toList();
    }

    /** The same text with spaces from {@code start} to {@code end}; every other place stays where it is. */
    void blank(int start, int end) {
        for (int i = start; i < end; i++) {
            characters[i] = characters[i] == '\n' ? '\n' : ' ';
        }
        opened.clear(start, end);
        closed.clear(start, end + 1);
    }

    /**
     * Puts a statement's arguments in parentheses, where the author left them out: Groovy's parser reads named arguments
     * without them only in its slow mode, some twenty times slower. The opening one takes the place of the space after
     * the word, so what follows stays where it is.
     */
    void enclose(int start, int end) {
        if (characters[start] == ' ' || characters[start] == '\t') {
            opened.set(start);
            closed.set(end);
        }
    }

    /** The text as Groovy's parser reads it. */
    String enclosed() {
        StringBuilder text = new StringBuilder(characters.length + 100);
        for (int i = 0; i < characters.length; i++) {
            if (closed.get(i)) {
                text.append(')');
            }
            text.appendCodePoint(opened.get(i) ? '(' : characters[i]);
        }
        return closed.get(characters.length) ? text.append(')').toString() : text.toString();
    }

    @Override
    public String toString() {
        return new String(characters, 0, characters.length);
    }
}
