package io.mailwright.dsl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Statements of the syntax tree as {@link Call}s. */
final class Calls {
    private static final String NO_STATEMENT =
            "this is no statement of campaign files; begin the line with a word such as buy";

    private final Values values;
    private final Problems problems;

    Calls(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    /** @throws Unreadable when no word can be made out */
    Call of(Statement statement) {
        if (statement instanceof ExpressionStatement line) {
            return of(line.getExpression());
        }
        throw new Unreadable(statement, NO_STATEMENT);
    }

    Call of(Expression statement) {
        if (statement instanceof VariableExpression word) {
            return new Call(
                    word.getName(),
                    word.getLineNumber(),
                    word.getColumnNumber(),
                    List.of(),
                    Map.of(),
                    null,
                    List.of(),
                    true);
        }
        if (!(statement instanceof MethodCallExpression call)
                || !call.isImplicitThis()
                || call.isSafe()
                || call.isSpreadSafe()
                || !(call.getMethod() instanceof ConstantExpression method)
                || !(method.getValue() instanceof String word)
                || !(call.getArguments() instanceof TupleExpression arguments)) {
            throw new Unreadable(
                    statement,
                    statement instanceof DeclarationExpression
                            ? "def stands outside of domain blocks; put it before this one"
                            : NO_STATEMENT);
        }
        return new Reading(word, method).read(arguments);
    }

    private final class Reading {
        private final String word;
        private final ConstantExpression method;
        private final List<Value> positional = new ArrayList<>();
        private final Map<String, Call.Named> named = new LinkedHashMap<>();
        private ClosureExpression block;
        private final List<Call> inside = new ArrayList<>();
        private boolean whole = true;

        Reading(String word, ConstantExpression method) {
            this.word = word;
            this.method = method;
        }

        Call read(TupleExpression arguments) {
            for (Expression argument : arguments.getExpressions()) {
                if (argument instanceof MapExpression entries) {
                    entries.getMapEntryExpressions().forEach(this::name);
                } else if (argument instanceof ClosureExpression closure && word.equals("domain")) {
                    inside(closure);
                } else if (argument instanceof ClosureExpression closure && block == null) {
                    block = closure;
                } else {
                    value(argument);
                }
            }
            return new Call(
                    word, method.getLineNumber(), method.getColumnNumber(), positional, named, block, inside, whole);
        }

        private void inside(ClosureExpression closure) {
            for (Statement statement : ((BlockStatement) closure.getCode()).getStatements()) {
                problems.attempt(() -> inside.add(of(statement)));
            }
        }

        private void name(MapEntryExpression entry) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression key)
                    || !(key.getValue() instanceof String name)) {
                throw new Unreadable(entry, "an argument's name is a plain word; write it like maxPrice: 16");
            }
            Value value = value(entry.getValueExpression(), false);
            if (value != null) {
                named.put(name, new Call.Named(name, key.getLineNumber(), key.getColumnNumber(), value));
            }
        }

        private void value(Expression expression) {
            Value value = value(expression, true);
            if (value != null) {
                positional.add(value);
            }
        }

        private Value value(Expression expression, boolean positional) {
            try {
                return values.of(
                        expression, word.equals("people") && positional ? People.LONGEST_TEXT : Values.LONGEST_TEXT);
            } catch (Unreadable e) {
                problems.add(e);
                whole = false;
                return null;
            }
        }
    }
}
