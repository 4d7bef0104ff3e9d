package io.mailwright.dsl;

import static io.mailwright.dsl.TokenKind.*;

import java.util.ArrayDeque;
import java.util.Deque;

/** The shape of a rule: operands and operators in turn, brackets that match, and nothing that could call anything. */
final class RuleShape {
    private static final int TOKENS = 400;
    private static final int DEPTH = 8;
    private static final int CONDITIONS = 8;

    private final Cursor cursor;
    private final Deque<TokenKind> open = new ArrayDeque<>();
    private int conditions;

    RuleShape(Cursor cursor) {
        this.cursor = cursor;
    }

    /** From behind the opening brace to behind the closing one. */
    void check() {
        Token first = cursor.peek();
        for (int left = TOKENS; left > 0; left -= 2) {
            left -= operand();
            if (operator()) {
                return;
            }
        }
        throw new Unreadable(first, "this rule is too long; use a shorter one");
    }

    /** Leaves the place behind an operand, with as many brackets open as needed; answers how many tokens it took. */
    private int operand() {
        int signs = 0;
        for (int taken = 0; ; taken++) {
            cursor.skipLines();
            Token token = cursor.next();
            switch (token.kind()) {
                case IDENTIFIER, CAPITALIZED, TEXT, INTEGER, DECIMAL, BOOLEAN -> {
                    return taken;
                }
                case NOT, SUB -> {
                    if (++signs > 3) {
                        throw new Unreadable(token, "too many signs in a row; one is enough");
                    }
                }
                case LPAREN -> {
                    push(token);
                    signs = 0;
                }
                case LBRACK -> {
                    push(token);
                    cursor.skipLines();
                    if (cursor.sees(RBRACK)) {
                        return taken;
                    }
                }
                case RBRACE ->
                    throw new Unreadable(token, "the rule ends where a fact or value should be; write it before the }");
                case NULL, GSTRING_BEGIN, DEF ->
                    throw new Unreadable(
                            token,
                            token.shown() + " can't stand in a rule; use facts, numbers, true, false, lists and '…'");
                default ->
                    throw new Unreadable(
                            token, token.shown() + " stands where a fact or value should be; write one here");
            }
        }
    }

    /** True when the rule's closing brace was taken. */
    private boolean operator() {
        while (true) {
            boolean newLine = cursor.sees(NL);
            cursor.skipLines();
            Token token = cursor.next();
            if (newLine && open.isEmpty() && (token.is(ADD) || token.is(SUB))) {
                throw new Unreadable(
                        token, "a line of a rule can't begin with " + token.text() + "; end the line before with it");
            }
            switch (token.kind()) {
                case EQUAL, NOTEQUAL, LT, LE, GT, GE, IN, NOT_IN, REGEX_MATCH, AND, OR, ADD, SUB, MUL, DIV, ELVIS -> {
                    return false;
                }
                case QUESTION -> {
                    if (++conditions > CONDITIONS) {
                        throw new Unreadable(token, "a rule can choose with ? at most 8 times; use a shorter one");
                    }
                    open.push(QUESTION);
                    return false;
                }
                case COLON -> {
                    pop(QUESTION, token, "':' needs a '?' before it; write condition ? this : that");
                    return false;
                }
                case COMMA -> {
                    if (open.peek() != LBRACK) {
                        throw new Unreadable(token, "a comma stands in lists only; use && or || between conditions");
                    }
                    return false;
                }
                case RPAREN -> pop(LPAREN, token, "a '?' needs its ':' before this; write condition ? this : that");
                case RBRACK -> pop(LBRACK, token, "a '?' needs its ':' before this; write condition ? this : that");
                case RBRACE -> {
                    if (!open.isEmpty()) {
                        throw new Unreadable(token, "a '?' has no ':'; write condition ? this : that");
                    }
                    return true;
                }
                default -> throw notAnOperator(token);
            }
        }
    }

    private static Unreadable notAnOperator(Token token) {
        return switch (token.kind()) {
            case LPAREN ->
                new Unreadable(token, "rules call nothing; use a fact, an operator or a value without ( ) behind it");
            case LBRACK -> new Unreadable(token, "rules take nothing out of lists; use in to look into one");
            case ASSIGN -> new Unreadable(token, "'=' compares nothing; write ==");
            default ->
                new Unreadable(token, token.shown() + " can't follow here; put an operator such as && before it");
        };
    }

    private void push(Token token) {
        if (open.size() >= DEPTH) {
            throw new Unreadable(token, "the brackets of this rule stand too deep; use fewer");
        }
        open.push(token.kind());
    }

    private void pop(TokenKind opening, Token token, String message) {
        if (open.peek() != opening) {
            throw new Unreadable(token, message);
        }
        open.pop();
    }
}
