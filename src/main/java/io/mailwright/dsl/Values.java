package io.mailwright.dsl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Text, numbers, true, false, lists, {@code +} and <code>"${name}"</code>, and the values that def has named. */
final class Values {
    static final int LONGEST_TEXT = 2_000;
    private static final Set<String> BARE = Set.of("always", "never", "vendor");
    /** More known names than these are not searched for the nearest. */
    static final int SUGGESTED = 100;

    private static final int LONGEST_LIST = 10_000;
    private static final int MOST_MADE = 2_000_000;

    private final Map<String, Value> named = new HashMap<>();
    private final Map<String, Unreadable> broken = new HashMap<>();
    private final Set<String> later = new HashSet<>();
    private int made;

    /** Who uses the name gets the error that its own line has, so that it is told once. */
    void broken(String name, Unreadable error) {
        broken.put(name, error);
    }

    /** A later line will name it. */
    void announce(String name) {
        later.add(name);
    }

    void define(DeclarationExpression definition) {
        if (definition.isMultipleAssignmentDeclaration()
                || !definition.getOperation().getText().equals("=")) {
            throw new Unreadable(definition, "def names one value; write def site = '…'");
        }
        String name = definition.getVariableExpression().getName();
        if (named.containsKey(name) || broken.containsKey(name)) {
            throw new Unreadable(definition, "def has named '" + name + "' before; use another name");
        }
        if (Words.isKnown(name) || BARE.contains(name)) {
            throw new Unreadable(definition, "'" + name + "' is a word of campaign files; use another name");
        }
        try {
            named.put(name, item(definition.getRightExpression(), LONGEST_TEXT));
        } catch (Unreadable e) {
            broken(name, e);
            throw e;
        }
    }

    /** @param longest characters that a text in it may have */
    Value of(Expression expression, int longest) {
        Object is = evaluate(expression, longest);
        if (is instanceof String text) {
            checkText(expression, text, longest);
        } else if (is instanceof List<?> list && list.size() > LONGEST_LIST) {
            throw new Unreadable(expression, "a list has more than 10,000 items; use fewer");
        }
        boolean literal = expression instanceof ConstantExpression;
        return new Value(is, expression.getLineNumber(), expression.getColumnNumber(), literal);
    }

    private Object evaluate(Expression expression, int longest) {
        if (expression instanceof ConstantExpression constant) {
            return constant(constant);
        }
        if (expression instanceof VariableExpression variable) {
            if (broken.containsKey(variable.getName())) {
                throw broken.get(variable.getName());
            }
            Value value = named.get(variable.getName());
            return value == null ? new Value.Bare(variable.getName(), remedy(variable.getName())) : value.is();
        }
        if (expression instanceof ListExpression list) {
            List<Value> items = new ArrayList<>();
            for (Expression item : list.getExpressions()) {
                items.add(item(item, longest));
            }
            return items;
        }
        if (expression instanceof GStringExpression text) {
            return interpolated(text, longest);
        }
        if (expression instanceof UnaryMinusExpression minus
                && of(minus.getExpression(), longest).is() instanceof BigDecimal number) {
            return number.negate();
        }
        if (expression instanceof BinaryExpression sum
                && sum.getOperation().getText().equals("+")) {
            return sum(item(sum.getLeftExpression(), longest), item(sum.getRightExpression(), longest), sum);
        }
        throw new Unreadable(
                expression, "this is no value of campaign files; use text in quotes, numbers, true, false or lists");
    }

    private Value item(Expression expression, int longest) {
        Value value = of(expression, longest);
        if (value.is() instanceof Value.Bare bare) {
            throw notNamed(expression, bare.word());
        }
        return value;
    }

    private static Object constant(ConstantExpression constant) {
        Object value = constant.getValue();
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new Unreadable(constant, "this is no value of campaign files; use text in quotes or a plain number");
    }

    private String interpolated(GStringExpression text, int longest) {
        StringBuilder joined = new StringBuilder();
        Iterator<Expression> values = text.getValues().iterator();
        for (ConstantExpression part : text.getStrings()) {
            joined.append(part.getValue());
            if (values.hasNext()) {
                Expression next = values.next();
                joined.append(plain(item(next, longest), next));
            }
            if (joined.length() > 2 * longest) {
                break;
            }
        }
        checkText(text, joined, longest);
        checkMade(text, joined.length());
        return joined.toString();
    }

    private Object sum(Value left, Value right, BinaryExpression sum) {
        if (left.is() instanceof BigDecimal a && right.is() instanceof BigDecimal b) {
            return a.add(b);
        }
        if (left.is() instanceof List<?> && right.is() instanceof List<?>) {
            List<Object> both = new ArrayList<>((List<?>) left.is());
            both.addAll((List<?>) right.is());
            checkMade(sum, both.size());
            return both;
        }
        if (left.is() instanceof String || right.is() instanceof String) {
            String both = plain(left, sum.getLeftExpression()) + plain(right, sum.getRightExpression());
            checkMade(sum, both.length());
            return both;
        }
        throw new Unreadable(sum, "'+' joins texts, adds numbers or joins lists; give it two of a kind");
    }

    private static String plain(Value value, Expression at) {
        if (value.is() instanceof String || value.is() instanceof Boolean) {
            return value.is().toString();
        }
        if (value.is() instanceof BigDecimal number) {
            return number.toPlainString();
        }
        throw new Unreadable(at, "only text, numbers, true and false can be joined to text; use one of these");
    }

    /** Bounds what + and ${} make in all, for each may double what the one before has made. */
    private void checkMade(Expression at, int more) {
        made += more;
        if (made > MOST_MADE) {
            made = MOST_MADE;
            throw new Unreadable(
                    at, "the values joined in this file grow too large in all; join fewer or shorter ones");
        }
    }

    static void checkText(Expression at, CharSequence text, int longest) {
        if (Character.codePointCount(text, 0, text.length()) > longest) {
            throw new Unreadable(at, "a text has more than " + Problems.grouped(longest) + " characters; shorten it");
        }
    }

    private Unreadable notNamed(Expression at, String name) {
        return new Unreadable(at, "no value is named '" + name + "'" + remedy(name));
    }

    private String remedy(String name) {
        if (later.contains(name)) {
            return " yet; put its def before this line";
        }
        List<String> known = named.size() > SUGGESTED
                ? List.of()
                : named.keySet().stream().sorted().toList();
        return Problems.didYouMean(name, known, "put text in quotes: '" + name + "'");
    }
}
