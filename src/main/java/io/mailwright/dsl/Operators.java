package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;

/** The operators between two operands, with the types each one takes. */
final class Operators {
    private final Function<Expression, Term> reader;
    private final RegularExpressions expressions;

    Operators(Function<Expression, Term> reader, RegularExpressions expressions) {
        this.reader = reader;
        this.expressions = expressions;
    }

    Term of(BinaryExpression binary) {
        String operator = binary.getOperation().getText();
        Expression leftSide = binary.getLeftExpression();
        Expression rightSide = binary.getRightExpression();
        Term left = reader.apply(leftSide);
        if (operator.equals("==~")) {
            return Terms.matches(typed(left, leftSide, TEXT, operator), expressions.read(rightSide));
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
            case "+" -> {
                if (left.type() != TEXT || right.type() != TEXT) {
                    yield arithmetic(left, right, binary);
                }
                checkJoined(left, right, binary);
                yield Terms.joined(left, right);
            }
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

    private static void checkJoined(Term left, Term right, Expression at) {
        if (left.of(Map.of()) instanceof String a
                && right.of(Map.of()) instanceof String b
                && a.length() + b.length() > Values.LONGEST_TEXT) {
            throw new Unreadable(at, "a text has more than 2,000 characters; shorten it");
        }
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
}
