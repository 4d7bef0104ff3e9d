package io.mailwright.dsl;

import org.codehaus.groovy.ast.ASTNode;

/** One place of the file that can't be read further; becomes one line of {@link CampaignErrors}. */
final class Unreadable extends RuntimeException {
    private final int line;
    private final int column;

    Unreadable(int line, int column, String message) {
        super(message, null, false, false);
        this.line = line;
        this.column = column;
    }

    Unreadable(ASTNode node, String message) {
        this(node.getLineNumber(), node.getColumnNumber(), message);
    }

    Unreadable(Token token, String message) {
        this(token.line(), token.column(), message);
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }
}
