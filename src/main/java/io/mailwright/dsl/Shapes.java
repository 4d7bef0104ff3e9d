package io.mailwright.dsl;

import static io.mailwright.dsl.TokenKind.*;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Safety 3: recognises the shapes a statement can have, in one pass over the tokens, before Groovy's parser sees them. A
 * statement of another shape is an error and is blanked out, so that the others can still be read.
 */
final class Shapes {
    private static final int TERMS = 50;
    private static final int DEPTH = 8;
    private static final int NAMES = 20;
    private static final int STATEMENTS = 4_000;
    private static final int RULE_BLOCKS = 20;
    private static final Set<String> RULES = Set.of("only", "prefer", "approve");

    private final SourceText source;
    private final Cursor cursor;
    private final Problems problems;
    private final Map<String, Unreadable> blanked = new HashMap<>();
    private int statements;
    private int rules;

    Shapes(SourceText source, Problems problems) {
        this.source = source;
        this.cursor = new Cursor(Tokens.of(source, problems, blanked));
        this.problems = problems;
    }

    /** The first words of statements that were blanked out, or the name that one defines, and why. */
    Map<String, Unreadable> check() {
        statements(EOF, null);
        checkBlanked();
        return blanked;
    }

    /** What is refused must never reach the parser, whatever this class lets through. */
    private void checkBlanked() {
        cursor.moveTo(0);
        for (Token token = cursor.next(); !token.is(EOF); token = cursor.next()) {
            if (token.is(REFUSED) && source.at(token.start()) > ' ') {
                throw new Unreadable(token, token.text());
            }
        }
    }

    /** @param around the word in whose braces they stand, or null */
    private void statements(TokenKind last, Token around) {
        cursor.skipLines();
        while (!cursor.sees(last)) {
            Token first = cursor.peek();
            Token name = cursor.peekAfter();
            int before = cursor.position();
            try {
                statement(around);
                end();
            } catch (Unreadable e) {
                cursor.moveTo(before);
                cursor.skipStatement();
                Unreadable cause = cursor.refusedSince(before).orElse(e);
                problems.add(cause);
                source.blank(first.start(), cursor.last().end());
                Token broken = first.is(DEF) ? name : first;
                blanked.put(around == null ? broken.text() : around.text(), cause);
            }
            if (++statements > STATEMENTS || rules > RULE_BLOCKS) {
                throw new Unreadable(
                        first,
                        "the file has more than 4,000 statements or 20 rules; put people in a table, and many names behind one own");
            }
            cursor.skipLines();
        }
    }

    int statements() {
        return statements;
    }

    private void end() {
        if (!cursor.sees(NL) && !cursor.sees(EOF) && !cursor.sees(RBRACE)) {
            throw new Unreadable(
                    cursor.peek(),
                    cursor.peek().shown()
                            + " can't follow here; put a comma between values, and each statement on its own line");
        }
    }

    private void statement(Token around) {
        if (cursor.skip(DEF)) {
            definition();
            return;
        }
        Token word = cursor.next();
        if (around != null && word.text().equals(around.text())) {
            throw new Unreadable(word, "a domain block can't hold another; end the first one before it");
        }
        if (!word.is(IDENTIFIER) && !word.is(CAPITALIZED)) {
            throw new Unreadable(
                    word, word.shown() + " can't begin a statement; begin each line with a word such as buy or person");
        }
        switch (cursor.peek().kind()) {
            case LBRACE -> block(word, false);
            case LPAREN -> {
                cursor.next();
                if (!cursor.sees(RPAREN)) {
                    arguments(word);
                }
                cursor.expect(RPAREN, "only arguments, with commas between, stand in the parentheses; close them");
                if (cursor.sees(LBRACE)) {
                    block(word, true);
                }
            }
            case ASSIGN ->
                throw new Unreadable(
                        cursor.peek(), "values get their names with def; write def " + word.text() + " = …");
            case LBRACK ->
                throw new Unreadable(
                        cursor.peek(), "'" + word.text() + "' takes its values without [ ]; take the brackets out");
            case SUB -> throw new Unreadable(cursor.peek(), "no number here can be less than 0; take the - out");
            case COLON ->
                throw new Unreadable(cursor.peek(), "a statement takes no colon after its first word; take it out");
            case NL, EOF, RBRACE -> {}
            default -> {
                arguments(word);
                source.enclose(word.end(), cursor.last().end());
            }
        }
    }

    private void definition() {
        if (!cursor.seesName()) {
            throw new Unreadable(cursor.peek(), "a name for the value must follow def; write def site = '…'");
        }
        cursor.next();
        cursor.expect(ASSIGN, "'=' and a value must follow the name; write def site = '…'");
        cursor.skipLines();
        value(0);
    }

    private void block(Token word, boolean hasArguments) {
        Token brace = cursor.next();
        if (RULES.contains(word.text())) {
            rules++;
            new RuleShape(cursor).check();
            if (word.text().equals("approve") && !hasArguments && cursor.skip(COMMA)) {
                cursor.skipLines();
                arguments(word);
                source.enclose(word.end(), cursor.last().end());
            }
        } else if (word.text().equals("domain") && hasArguments) {
            statements(RBRACE, word);
            cursor.next();
        } else {
            throw new Unreadable(
                    brace,
                    word.text().equals("domain")
                            ? "'domain' needs the name of an owned domain before { }; " + OwnBlocks.EXAMPLE
                            : "'" + word.text() + "' takes no { }; take the braces out");
        }
    }

    private void arguments(Token word) {
        Set<String> names = new HashSet<>();
        do {
            cursor.skipLines();
            if (cursor.seesName() && cursor.peekAfter().is(COLON)) {
                Token name = cursor.next();
                if (!names.add(name.text())) {
                    throw new Unreadable(name, "'" + name.text() + ":' is given twice; keep one");
                }
                if (names.size() > NAMES) {
                    throw new Unreadable(name, "no word takes more than 20 named values; take the rest out");
                }
                cursor.next();
                cursor.skipLines();
            }
            value(0);
            if (cursor.sees(LBRACE)) {
                throw new Unreadable(
                        cursor.peek(),
                        word.text().equals("domain")
                                ? "before { } the arguments need parentheses; write domain('acme.example', provider: 'smtp') { … }"
                                : "'" + word.text() + "' takes no { } after a value; take the braces out");
            }
        } while (cursor.skip(COMMA));
    }

    private void value(int depth) {
        int terms = 0;
        do {
            cursor.skipLines();
            term(depth);
            if (++terms > TERMS) {
                throw new Unreadable(cursor.peek(), "more than 50 values are joined by +; use fewer and longer ones");
            }
        } while (cursor.skip(ADD));
    }

    private void term(int depth) {
        Token token = cursor.next();
        switch (token.kind()) {
            case TEXT, INTEGER, DECIMAL, BOOLEAN, NULL, IDENTIFIER, CAPITALIZED -> {}
            case SUB -> {
                if (!cursor.skip(INTEGER) && !cursor.skip(DECIMAL)) {
                    throw new Unreadable(token, "'-' stands before a number only; take it out");
                }
            }
            case GSTRING_BEGIN -> interpolation(token);
            case LBRACK -> list(token, depth + 1);
            default -> {
                String found = token.is(NL) || token.is(EOF) ? "the line ends" : token.shown() + " stands";
                throw new Unreadable(
                        token, found + " where a value should be; write text in quotes, a number or a list");
            }
        }
    }

    private void interpolation(Token begin) {
        do {
            boolean named = cursor.skip(LBRACE) && cursor.seesName();
            if (!named) {
                throw new Unreadable(
                        begin, "after $ only a name in braces can stand; write ${site}, or \\$ for the sign");
            }
            cursor.next();
            cursor.expect(RBRACE, "only a name can stand between ${ and }; use def to name other values");
        } while (cursor.skip(GSTRING_PART));
        cursor.expect(GSTRING_END, "after $ only a name in braces can stand; write ${site}, or \\$ for the sign");
    }

    private void list(Token bracket, int depth) {
        if (depth > DEPTH) {
            throw new Unreadable(bracket, "lists stand in lists too deep; use one list");
        }
        while (!cursor.sees(RBRACK)) {
            value(depth);
            if (!cursor.skip(COMMA) && !cursor.sees(RBRACK)) {
                throw new Unreadable(cursor.peek(), "items of a list need commas between them; put one here");
            }
            cursor.skipLines();
        }
        cursor.next();
    }
}
