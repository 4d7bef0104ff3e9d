package io.mailwright.dsl;

import java.util.List;
import org.apache.groovy.parser.antlr4.AstBuilder;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;

/** Safety 4: Groovy's parser up to the syntax tree; no compilation unit, so nothing transforms, loads or runs. */
final class SyntaxTree {
    private SyntaxTree() {}

    static List<Statement> of(SourceText source) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        ErrorCollector errors = new ErrorCollector(configuration);
        SourceUnit unit = new SourceUnit("campaign", source.enclosed(), configuration, null, errors);
        try {
            return new AstBuilder(unit, false, false)
                    .buildAST()
                    .getStatementBlock()
                    .getStatements();
        } catch (MultipleCompilationErrorsException e) {
            if (e.getErrorCollector().getErrorCount() > 0
                    && e.getErrorCollector().getError(0) instanceof SyntaxErrorMessage syntax) {
                throw new Unreadable(
                        syntax.getCause().getLine(),
                        syntax.getCause().getStartColumn(),
                        "Groovy can't read this line; compare it with the examples");
            }
            throw unreadable();
        } catch (CompilationFailedException e) {
            throw unreadable();
        }
    }

    private static Unreadable unreadable() {
        return new Unreadable(1, 1, "Groovy can't read this file; compare it with the examples");
    }
}
