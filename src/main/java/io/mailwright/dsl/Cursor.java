package io.mailwright.dsl;

import static io.mailwright.dsl.TokenKind.*;

import java.util.List;
import java.util.Optional;

/** A place among tokens and the ways to move on. */
final class Cursor {
    private final List<Token> tokens;
    private int at;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peekAfter() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (!token.is(EOF)) {
            at++;
        }
        return token;
    }

    boolean sees(TokenKind kind) {
        return peek().is(kind);
    }

    boolean skip(TokenKind kind) {
        boolean there = sees(kind);
        if (there) {
            next();
        }
        return there;
    }

    void skipLines() {
        while (skip(NL)) {}
    }

    boolean seesName() {
        return sees(IDENTIFIER) || sees(CAPITALIZED);
    }

    Token expect(TokenKind kind, String message) {
        if (!sees(kind)) {
            throw new Unreadable(peek(), message);
        }
        return next();
    }

    /** The last token before this place. */
    Token last() {
        return tokens.get(Math.max(0, at - 1));
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** What is wrong with the first refused token between a place and this one. */
    Optional<Unreadable> refusedSince(int position) {
        return tokens.subList(position, at).stream()
                .filter(token -> token.is(REFUSED))
                .findFirst()
                .map(token -> new Unreadable(token, token.text()));
    }

    /** To the end of the line, or of the block, that a statement ends on; its brackets are known to match. */
    void skipStatement() {
        int depth = 0;
        while (!sees(EOF) && (depth > 0 || !sees(NL) && !sees(RBRACE))) {
            switch (next().kind()) {
                case LPAREN, LBRACE, LBRACK -> depth++;
                case RPAREN, RBRACE, RBRACK -> depth--;
                default -> {}
            }
        }
    }
}
