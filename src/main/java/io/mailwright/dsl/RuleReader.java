package io.mailwright.dsl;

import static io.mailwright.dsl.FactType.*;

import io.mailwright.campaign.Rule;
import io.mailwright.campaign.RuleException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;

/** The expression in braces as a {@link Rule}; facts and types are checked while it is read. */
final class RuleReader {
    private final Map<String, FactType> facts;
    private final Operators operators;
    private final Set<String> mentioned = new LinkedHashSet<>();

    private RuleReader(Map<String, FactType> facts, RegularExpressions expressions) {
        this.facts = facts;
        operators = new Operators(this::term, expressions);
    }

    static Rule read(
            ClosureExpression block, Draft draft, Map<String, FactType> facts, Set<FactType> wanted, String whose) {
        RuleReader reader = new RuleReader(facts, draft.expressions);
        Expression expression = onlyExpression(block);
        Term term = reader.term(expression);
        if (!wanted.contains(term.type())) {
            String types = wanted.contains(NUMBER) ? "a number, text or yes and no" : "a yes or no, like length <= 12";
            throw new Unreadable(expression, whose + " needs " + types + ", but this is " + term.type());
        }
        try {
            term.of(Map.of());
        } catch (RuleException e) {
            throw new Unreadable(expression, e.getMessage());
        }
        String text = draft.source.inside(
                block.getLineNumber(), block.getColumnNumber(), block.getLastLineNumber(), block.getLastColumnNumber());
        return new RuleExpression(text, Set.copyOf(reader.mentioned), term);
    }

    private static Expression onlyExpression(ClosureExpression block) {
        if (block.getCode() instanceof BlockStatement body
                && body.getStatements().size() == 1
                && body.getStatements().get(0) instanceof ExpressionStatement statement) {
            return statement.getExpression();
        }
        throw new Unreadable(block, "a rule is one expression; join conditions with && or ||");
    }

    private Term term(Expression expression) {
        if (expression instanceof VariableExpression fact) {
            return fact(fact);
        }
        if (expression instanceof ConstantExpression constant) {
            return constant(constant);
        }
        if (expression instanceof NotExpression not) {
            return Terms.not(typed(not.getExpression(), YES_OR_NO, "!"));
        }
        if (expression instanceof UnaryMinusExpression minus) {
            Term zero = Terms.constant(NUMBER, BigDecimal.ZERO);
            return Terms.arithmetic(zero, typed(minus.getExpression(), NUMBER, "-"), "-");
        }
        if (expression instanceof TernaryExpression choice) {
            return choice(choice);
        }
        if (expression instanceof ListExpression list) {
            List<Term> items = new ArrayList<>();
            list.getExpressions().forEach(item -> items.add(term(item)));
            return Terms.list(items);
        }
        if (expression instanceof BinaryExpression binary) {
            return operators.of(binary);
        }
        if (expression instanceof CastExpression cast) {
            String lone = cast.getType().getName();
            throw new Unreadable(
                    expression, "Groovy takes a lone word in parentheses for a type; write " + lone + " without them");
        }
        throw new Unreadable(expression, "rules use facts, values and operators only; take anything else out");
    }

    private Term fact(VariableExpression fact) {
        String name = fact.getName();
        FactType type = facts.get(name);
        if (type == null) {
            throw new Unreadable(
                    fact,
                    "rules here know no '" + name + "'"
                            + Problems.didYouMean(
                                    name, facts.keySet(), "they know " + String.join(", ", facts.keySet())));
        }
        mentioned.add(name);
        return Terms.fact(name, type);
    }

    private static Term constant(ConstantExpression constant) {
        Object value = constant.getValue();
        if (value instanceof String text) {
            Values.checkText(constant, text, Values.LONGEST_TEXT);
            return Terms.constant(TEXT, text);
        }
        if (value instanceof Boolean) {
            return Terms.constant(YES_OR_NO, value);
        }
        if (value instanceof Number) {
            return Terms.constant(NUMBER, new BigDecimal(value.toString()));
        }
        throw new Unreadable(constant, "rules use numbers, true, false, lists and '…'; write one of these");
    }

    private Term choice(TernaryExpression choice) {
        if (choice instanceof ElvisOperatorExpression) {
            Term first = term(choice.getTrueExpression());
            Term otherwise = term(choice.getFalseExpression());
            checkSame(first, otherwise, choice.getFalseExpression(), "?:");
            return Terms.orElse(first, otherwise);
        }
        Term condition = typed(choice.getBooleanExpression().getExpression(), YES_OR_NO, "?");
        Term yes = term(choice.getTrueExpression());
        Term no = term(choice.getFalseExpression());
        checkSame(yes, no, choice.getFalseExpression(), ":");
        return Terms.choice(condition, yes, no);
    }

    private static void checkSame(Term before, Term behind, Expression at, String operator) {
        if (before.type() != behind.type()) {
            throw new Unreadable(
                    at,
                    "before '" + operator + "' stands " + before.type() + " and behind it " + behind.type()
                            + "; use two of a type");
        }
    }

    private Term typed(Expression expression, FactType wanted, String operator) {
        return Operators.typed(term(expression), expression, wanted, operator);
    }
}
