package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;

/** The operators between two operands, with the types each one takes. */
final class Operators {
    private static final int LONGEST_PATTERN = 200;
    private static final long MOST_REPEATS = 1_000;
    private static final java.util.regex.Pattern REPEATS = java.util.regex.Pattern.compile("\\{(\\d+)?(?:,(\\d*))?}");

    private final Function<Expression, Term> reader;

    Operators(Function<Expression, Term> reader) {
        this.reader = reader;
    }

    Term of(BinaryExpression binary) {
        String operator = binary.getOperation().getText();
        Expression leftSide = binary.getLeftExpression();
        Expression rightSide = binary.getRightExpression();
        Term left = reader.apply(leftSide);
        if (operator.equals("==~")) {
            return Terms.matches(typed(left, leftSide, TEXT, operator), pattern(rightSide));
        }
        Term right = reader.apply(rightSide);
        return switch (operator) {
            case "&&", "||" ->
                Terms.logic(
                        typed(left, leftSide, YES_OR_NO, operator),
                        typed(right, rightSide, YES_OR_NO, operator),
                        operator.equals("||"));
            case "in" -> in(left, right, rightSide);
            case "!in" -> Terms.not(in(left, right, rightSide));
            case "==" -> equality(left, right, binary, order -> order == 0);
            case "!=" -> equality(left, right, binary, order -> order != 0);
            case "<" -> order(left, right, binary, order -> order < 0);
            case "<=" -> order(left, right, binary, order -> order <= 0);
            case ">" -> order(left, right, binary, order -> order > 0);
            case ">=" -> order(left, right, binary, order -> order >= 0);
            case "+" ->
                left.type() == TEXT && right.type() == TEXT
                        ? Terms.joined(left, right)
                        : arithmetic(left, right, binary);
            case "/" -> {
                if (right.type() == NUMBER && right.of(Map.of()) instanceof BigDecimal number && number.signum() == 0) {
                    throw new Unreadable(rightSide, "nothing can be divided by 0; divide by something else");
                }
                yield arithmetic(left, right, binary);
            }
            case "-", "*" -> arithmetic(left, right, binary);
            default ->
                throw new Unreadable(
                        binary,
                        "rules have no operator '" + operator + "'; use == != < <= > >= in !in && || + - * / ?:");
        };
    }

    static Term typed(Term term, Expression at, FactType wanted, String operator) {
        if (term.type() != wanted) {
            throw new Unreadable(at, "'" + operator + "' takes " + wanted + ", but this is " + term.type());
        }
        return term;
    }

    private static Term equality(Term left, Term right, BinaryExpression at, IntPredicate holds) {
        if (left.type() == LIST) {
            throw new Unreadable(at, "lists are not compared; use in to look into one");
        }
        if (left.type() != right.type()) {
            throw new Unreadable(at, left.type() + " never equals " + right.type() + "; compare two of a type");
        }
        return Terms.compared(left, right, holds);
    }

    private static Term order(Term left, Term right, BinaryExpression at, IntPredicate holds) {
        boolean ordered = left.type() == NUMBER || left.type() == TEXT;
        if (!ordered || left.type() != right.type()) {
            throw new Unreadable(
                    at,
                    "'" + at.getOperation().getText() + "' compares two numbers or two texts, but here are "
                            + left.type() + " and " + right.type());
        }
        return Terms.compared(left, right, holds);
    }

    private static Term arithmetic(Term left, Term right, BinaryExpression binary) {
        String operator = binary.getOperation().getText();
        return Terms.arithmetic(
                typed(left, binary.getLeftExpression(), NUMBER, operator),
                typed(right, binary.getRightExpression(), NUMBER, operator),
                operator);
    }

    private Term in(Term item, Term list, Expression at) {
        if (!(at instanceof ListExpression items)) {
            throw new Unreadable(at, "'in' looks into a list; write it like tld in ['com', 'io']");
        }
        for (Expression there : items.getExpressions()) {
            FactType type = reader.apply(there).type();
            if (type != item.type()) {
                throw new Unreadable(there, "this is " + type + ", but 'in' looks for " + item.type());
            }
        }
        return Terms.in(item, list);
    }

    private static Pattern pattern(Expression at) {
        if (!(at instanceof ConstantExpression constant) || !(constant.getValue() instanceof String text)) {
            throw new Unreadable(at, "a regular expression in single quotes must follow '==~'; write '[a-z]+'");
        }
        long repeats = REPEATS.matcher(text)
                .results()
                .mapToLong(Operators::most)
                .reduce(1, (a, b) -> Math.min(a * b, 1_000_000));
        if (text.length() > LONGEST_PATTERN || repeats > MOST_REPEATS) {
            throw new Unreadable(
                    at, "this regular expression is too big; use at most 200 characters and small {repeats}");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new Unreadable(
                    at,
                    "this is no RE2 regular expression (" + e.getDescription() + "); it has no look-around or \\\\1");
        }
    }

    private static long most(MatchResult repeat) {
        String bound = repeat.group(2) == null || repeat.group(2).isEmpty() ? repeat.group(1) : repeat.group(2);
        return bound == null || bound.length() > 4 ? 10_000 : Math.max(1, Long.parseLong(bound));
    }
}
