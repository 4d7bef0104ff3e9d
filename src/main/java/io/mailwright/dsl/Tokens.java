package io.mailwright.dsl;

import static io.mailwright.dsl.TokenKind.*;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * Groovy's own lexer. A token that a campaign file can't hold becomes a refused one, and its statement an error; where
 * brackets or a text do not end, their lines are blanked out and the others read again.
 */
final class Tokens {
    private static final int MOST = 50_000;
    /** What word processors make of quotes and of -, and keys beside them. */
    private static final String QUOTES =
            "\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u00AB\u00BB\u2039\u203A\u2032\u2033\u00B4`\uFF07\uFF02";

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9]\\d{0,11})(\\.\\d{1,6})?");
    private static final Pattern ESCAPES = Pattern.compile("(?:[^\\\\]|\\\\[\\\\'\"$nt\n])*+");
    private static final String SAMPLE = "def a = [1, 2.5, \"${b}c${d}\"] + 'e'\n"
            + "f(g: null) { !h && i in [true] || j !in [] ? k ==~ 'l' : -m <= 1 * 2 / 3 }\nn == 1 != 2 < 3 > 4 >= 5 ?: O\n";
    private static final String SAMPLE_KINDS = "DEF IDENTIFIER ASSIGN LBRACK INTEGER COMMA DECIMAL COMMA GSTRING_BEGIN"
            + " LBRACE IDENTIFIER RBRACE GSTRING_PART LBRACE IDENTIFIER RBRACE GSTRING_END RBRACK ADD TEXT NL"
            + " IDENTIFIER LPAREN IDENTIFIER COLON NULL RPAREN LBRACE NOT IDENTIFIER AND IDENTIFIER IN LBRACK BOOLEAN RBRACK"
            + " OR IDENTIFIER NOT_IN LBRACK RBRACK QUESTION IDENTIFIER REGEX_MATCH TEXT COLON SUB IDENTIFIER LE INTEGER"
            + " MUL INTEGER DIV INTEGER RBRACE NL IDENTIFIER EQUAL INTEGER NOTEQUAL INTEGER LT INTEGER GT INTEGER GE"
            + " INTEGER ELVIS CAPITALIZED NL EOF";

    static {
        testTokenTable();
    }

    private final SourceText source;
    private final Deque<Token> open = new ArrayDeque<>();
    private final List<Token> tokens = new ArrayList<>();
    /** First and last line of what can't be read together with the rest, or null. */
    private int[] lost;

    private Tokens(SourceText source) {
        this.source = source;
    }

    /**
     * Ends with an {@link TokenKind#EOF}; brackets match.
     *
     * @param blanked is told the words that begin lines which were blanked out, and why
     * @throws CampaignErrors when too much has to be
     */
    static List<Token> of(SourceText source, Problems problems, Map<String, Unreadable> blanked) {
        for (int left = Problems.SHOWN; ; left--) {
            Tokens reading = new Tokens(source);
            try {
                return reading.read();
            } catch (Unreadable e) {
                Unreadable cause = reading.lost == null ? e : reading.cause(e);
                problems.add(cause);
                if (reading.lost == null || left == 0) {
                    problems.throwIfAny();
                }
                reading.blankLost(cause, blanked);
            }
        }
    }

    /** A bracket or text is often lost by what is refused in its line. */
    private Unreadable cause(Unreadable error) {
        int last = lost[1] == Integer.MAX_VALUE ? lost[0] : lost[1];
        return tokens.stream()
                .filter(token -> token.is(REFUSED) && token.line() >= lost[0] && token.line() <= last)
                .findFirst()
                .map(token -> new Unreadable(token, token.text()))
                .orElse(error);
    }

    private void blankLost(Unreadable cause, Map<String, Unreadable> blanked) {
        int start = source.lineStart(lost[0]);
        int end = source.lineEnd(lost[1]);
        source.firstWords(start, end).forEach(word -> blanked.put(word, cause));
        Words.all().forEach(word -> blanked.putIfAbsent(word, cause));
        source.blank(start, end);
    }

    static void testTokenTable() {
        List<String> kinds = new Tokens(new SourceText(SAMPLE))
                .read().stream().map(token -> token.kind().name()).toList();
        if (!String.join(" ", kinds).equals(SAMPLE_KINDS)) {
            throw new IllegalStateException("this Groovy's lexer reads campaign files differently (" + kinds
                    + "); use the Groovy version that the pom pins");
        }
    }

    private List<Token> read() {
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(source.toString()));
        lexer.removeErrorListeners();
        lexer.setErrorIgnored(true);
        do {
            groovyjarjarantlr4.v4.runtime.Token next = next(lexer);
            if (next.getChannel() == groovyjarjarantlr4.v4.runtime.Token.DEFAULT_CHANNEL) {
                add(next);
            }
        } while (tokens.isEmpty() || !tokens.get(tokens.size() - 1).is(EOF));
        return tokens;
    }

    private groovyjarjarantlr4.v4.runtime.Token next(GroovyLangLexer lexer) {
        try {
            return lexer.nextToken();
        } catch (RuntimeException e) {
            lost = new int[] {lexer.getLine(), lexer.getLine()};
            throw new Unreadable(
                    lexer.getLine(),
                    lexer.getCharPositionInLine() + 1,
                    "no word, number or text can be made out here; after $ in \"…\" only a name in braces can stand, like ${site}");
        }
    }

    private void add(groovyjarjarantlr4.v4.runtime.Token next) {
        int line = next.getLine();
        int column = next.getCharPositionInLine() + 1;
        TokenKind kind = TokenKind.of(next.getType());
        Token token = new Token(
                kind == null ? REFUSED : kind,
                kind == null ? refusal(next.getText()) : next.getText(),
                line,
                column,
                next.getStartIndex(),
                next.getStopIndex() + 1);
        tokens.add(checked(token));
        if (tokens.size() > MOST) {
            throw new Unreadable(
                    token,
                    "the file has more than 50,000 words, values, signs and line ends; put people in a table, or split the campaign");
        }
    }

    private Token checked(Token token) {
        try {
            check(token);
            return token;
        } catch (Unreadable e) {
            if (lost != null) {
                throw e;
            }
            return new Token(REFUSED, e.getMessage(), e.line(), e.column(), token.start(), token.end());
        }
    }

    private void check(Token token) {
        switch (token.kind()) {
            case TEXT, GSTRING_BEGIN, GSTRING_PART, GSTRING_END -> checkText(token);
            case INTEGER, DECIMAL -> checkNumber(token);
            case DIV -> checkDivision(token);
            case IDENTIFIER, CAPITALIZED -> checkName(token);
            case LPAREN, LBRACE, LBRACK -> open.push(token);
            case RPAREN -> close(token, LPAREN);
            case RBRACE -> close(token, LBRACE);
            case RBRACK -> close(token, LBRACK);
            case EOF -> checkClosed();
            default -> {}
        }
    }

    private String refusal(String text) {
        if (text.equals("'") || text.equals("\"") || text.startsWith("'''") || text.startsWith("\"\"\"")) {
            return "a text that starts here does not end, or holds a backslash before the wrong letter;"
                    + " close its quotes, and write a backslash as \\\\";
        }
        if (QUOTES.contains(text)) {
            return Problems.quote(text) + " quotes nothing here; write text in straight quotes, '…'";
        }
        if (DASHES.contains(text)) {
            return Problems.quote(text) + " is longer than a -; write text with it in quotes, or take it out";
        }
        if (text.isBlank()) {
            return "only plain spaces and tabs may stand here; type a space";
        }
        return Problems.quote(text) + " is not part of a campaign file; take it out";
    }

    private void checkText(Token token) {
        char quote = token.text().charAt(0);
        boolean opens = token.is(TEXT) || token.is(GSTRING_BEGIN);
        if (opens && quote != '\'' && quote != '"') {
            throw new Unreadable(token, "text stands in '…' or \"…\"; slashes do not quote");
        }
        if (token.is(TEXT) && token.text().length() == 2 && source.at(token.end()) == quote) {
            lost = new int[] {token.line(), Integer.MAX_VALUE};
            throw new Unreadable(token, "a text block that starts here does not end; close it with three quotes");
        }
        if (!ESCAPES.matcher(token.text()).matches()) {
            throw new Unreadable(
                    token, "after a backslash only \\ ' \" $ n t can stand; write a backslash itself as \\\\");
        }
    }

    private static void checkNumber(Token token) {
        if (!NUMBER.matcher(token.text()).matches()) {
            throw new Unreadable(
                    token,
                    Problems.quote(token.text())
                            + " is not a plain number; write up to twelve digits like 12 or 16.50, without a leading 0");
        }
    }

    private void checkDivision(Token token) {
        if (source.at(token.end()) == '*') {
            lost = new int[] {token.line(), Integer.MAX_VALUE};
            throw new Unreadable(token, "a comment that starts here does not end; close it with */");
        }
    }

    private static void checkName(Token token) {
        if (!token.text().chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || c == '_')
                || token.text().length() > 60) {
            throw new Unreadable(
                    token,
                    Problems.quote(token.text())
                            + " is not a word of campaign files; put text in quotes, and name values with letters a–z");
        }
    }

    private void close(Token token, TokenKind opening) {
        if (open.isEmpty()) {
            throw new Unreadable(token, "'" + token.text() + "' closes nothing; take it out");
        }
        Token opened = open.peek();
        if (!opened.is(opening)) {
            lose(opened, token.line());
            throw new Unreadable(
                    token,
                    "'" + token.text() + "' does not close the '" + opened.text() + "' of line " + opened.line()
                            + "; close that first");
        }
        open.pop();
    }

    private void checkClosed() {
        if (!open.isEmpty()) {
            Token opened = open.peek();
            lose(opened, opened.line());
            throw new Unreadable(opened, "'" + opened.text() + "' is never closed; close it");
        }
    }

    /** Where a block ends, if not by its brace, nobody knows: with it all that follows is lost. */
    private void lose(Token opened, int last) {
        lost = new int[] {opened.line(), opened.is(LBRACE) ? Integer.MAX_VALUE : last};
    }
}
