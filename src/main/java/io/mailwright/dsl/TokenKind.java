package io.mailwright.dsl;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/**
 * Safety 2: the tokens of Groovy's lexer that a campaign file may hold, by the names in the lexer's own vocabulary. Its
 * numbers are compile-time constants that would go stale with another Groovy; names are looked up when the class loads.
 */
enum TokenKind {
    DEF,
    IDENTIFIER("Identifier"),
    CAPITALIZED("CapitalizedIdentifier"),
    TEXT("StringLiteral"),
    GSTRING_BEGIN("GStringBegin"),
    GSTRING_PART("GStringPart"),
    GSTRING_END("GStringEnd"),
    INTEGER("IntegerLiteral"),
    DECIMAL("FloatingPointLiteral"),
    BOOLEAN("BooleanLiteral"),
    NULL("NullLiteral"),
    LPAREN,
    RPAREN,
    LBRACE,
    RBRACE,
    LBRACK,
    RBRACK,
    COMMA,
    COLON,
    ASSIGN,
    ADD,
    SUB,
    MUL,
    DIV,
    EQUAL,
    NOTEQUAL,
    LT,
    LE,
    GT,
    GE,
    IN,
    NOT_IN,
    REGEX_MATCH,
    AND,
    OR,
    NOT,
    QUESTION,
    ELVIS,
    NL,
    EOF,
    /** What campaign files can't hold; the token's text is what an error says of it. */
    REFUSED;

    private static final Map<Integer, TokenKind> BY_NUMBER = byNumber();
    private final String groovyName;

    TokenKind() {
        this.groovyName = name();
    }

    TokenKind(String groovyName) {
        this.groovyName = groovyName;
    }

    /** Null for a token that campaign files can't hold. */
    static TokenKind of(int number) {
        return BY_NUMBER.get(number);
    }

    private static Map<Integer, TokenKind> byNumber() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = -1; number <= GroovyLexer.VOCABULARY.getMaxTokenType(); number++) {
            numbers.put(GroovyLexer.VOCABULARY.getSymbolicName(number), number);
        }
        Map<Integer, TokenKind> kinds = new HashMap<>();
        for (TokenKind kind : EnumSet.complementOf(EnumSet.of(REFUSED))) {
            Integer number = numbers.get(kind.groovyName);
            if (number == null) {
                throw new IllegalStateException("this Groovy's lexer has no token " + kind.groovyName
                        + "; use the Groovy version that the pom pins");
            }
            kinds.put(number, kind);
        }
        return Map.copyOf(kinds);
    }
}
