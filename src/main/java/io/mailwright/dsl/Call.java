package io.mailwright.dsl;

import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.expr.ClosureExpression;

/**
 * One statement: a word and what is given to it.
 *
 * @param named in written order
 * @param block the rule in braces, or null
 * @param inside the statements in braces, empty for none
 * @param whole false when a value could not be read; that is noted already
 */
record Call(
        String word,
        int line,
        int column,
        List<Value> values,
        Map<String, Named> named,
        ClosureExpression block,
        List<Call> inside,
        boolean whole) {
    record Named(String name, int line, int column, Value value) {}

    /** Null when it is not given, or given as null. */
    Value named(String name) {
        Named given = named.get(name);
        return given == null || given.value().is() == null ? null : given.value();
    }
}
