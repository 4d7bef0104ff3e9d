package io.mailwright.dsl;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values as RFC 4180 has them, with the place of every field. Empty lines are skipped. */
final class Csv {
    /**
     * @param line within the text, from 1
     * @param column from 1
     */
    record Field(String text, int line, int column) {}

    private final String text;
    private final List<List<Field>> rows = new ArrayList<>();
    private int at;
    private int line = 1;
    private int counted;
    private int charactersCounted;

    private Csv(String text) {
        this.text = text;
    }

    /** @throws Unreadable with places within the text, for quotes that do not match */
    static List<List<Field>> rows(String text) {
        Csv csv = new Csv(text);
        while (csv.at < text.length()) {
            csv.row();
        }
        return csv.rows;
    }

    private void row() {
        List<Field> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (skip(','));
        boolean empty = fields.size() == 1 && fields.get(0).text().isBlank();
        if (!empty) {
            rows.add(fields);
        }
        if (skip('\n')) {
            newLine();
        }
    }

    private Field field() {
        int startLine = line;
        int column = column();
        int start = at;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return new Field(quoted(), startLine, column);
        }
        while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') {
                throw new Unreadable(
                        line,
                        column(),
                        "a quote stands inside a plain field; put the whole field in quotes and double this one");
            }
            at++;
        }
        return new Field(text.substring(start, at), startLine, column);
    }

    private String quoted() {
        int startLine = line;
        int startColumn = column();
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && !skip('"')) {
                return afterQuotes(field.toString());
            }
            if (c == '\n') {
                newLine();
            }
            field.append(c);
        }
        throw new Unreadable(startLine, startColumn, "the quote that opens this field is never closed; close it");
    }

    private String afterQuotes(String field) {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
            throw new Unreadable(
                    line, column(), "only a comma can follow a closing quote; double quotes inside a field");
        }
        return field;
    }

    private void newLine() {
        line++;
        counted = at;
        charactersCounted = 0;
    }

    private int column() {
        charactersCounted += text.codePointCount(counted, at);
        counted = at;
        return charactersCounted + 1;
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }
}
