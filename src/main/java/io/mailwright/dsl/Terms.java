package io.mailwright.dsl;

import static io.mailwright.campaign.Rule.UNKNOWN;
import static io.mailwright.dsl.FactType.*;

import com.google.re2j.Pattern;
import io.mailwright.campaign.RuleException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;

/** How each operator is worked out. Logic is three-valued; any other operator with something unknown is unknown. */
final class Terms {
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private Terms() {}

    static Term constant(FactType type, Object value) {
        return new Term(type, facts -> value);
    }

    static Term fact(String name, FactType type) {
        return new Term(type, facts -> {
            Object value = facts.get(name);
            if (value == null || value == UNKNOWN) {
                return UNKNOWN;
            }
            if (type == NUMBER && value instanceof Number number) {
                return decimal(name, number);
            }
            if (type == TEXT && value instanceof String || type == YES_OR_NO && value instanceof Boolean) {
                return value;
            }
            throw new RuleException("'" + name + "' is " + type + ", but "
                    + value.getClass().getSimpleName() + " was given; give it " + type);
        });
    }

    private static BigDecimal decimal(String name, Number number) {
        try {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new RuleException("'" + name + "' is " + number + "; give it a number");
        }
    }

    static Term not(Term term) {
        return new Term(YES_OR_NO, facts -> {
            Object value = term.of(facts);
            return value == UNKNOWN ? UNKNOWN : !(Boolean) value;
        });
    }

    /** {@code &&} when false decides, {@code ||} when true does. */
    static Term logic(Term left, Term right, Boolean decides) {
        return new Term(YES_OR_NO, facts -> {
            Object a = left.of(facts);
            if (decides.equals(a)) {
                return a;
            }
            Object b = right.of(facts);
            return decides.equals(b) || a != UNKNOWN ? b : UNKNOWN;
        });
    }

    static Term choice(Term condition, Term yes, Term no) {
        return new Term(yes.type(), facts -> {
            Object value = condition.of(facts);
            return value == UNKNOWN ? UNKNOWN : ((Boolean) value ? yes : no).of(facts);
        });
    }

    /** The first unless it is false, 0 or empty, as Groovy has it. */
    static Term orElse(Term first, Term otherwise) {
        return new Term(first.type(), facts -> {
            Object value = first.of(facts);
            boolean empty = Boolean.FALSE.equals(value)
                    || value instanceof BigDecimal number && number.signum() == 0
                    || value instanceof String text && text.isEmpty()
                    || value instanceof List<?> list && list.isEmpty();
            return empty ? otherwise.of(facts) : value;
        });
    }

    static Term arithmetic(Term left, Term right, String operator) {
        BiFunction<BigDecimal, BigDecimal, Object> worked = switch (operator) {
            case "+" -> (a, b) -> a.add(b, PRECISION);
            case "-" -> (a, b) -> a.subtract(b, PRECISION);
            case "*" -> (a, b) -> a.multiply(b, PRECISION);
            default -> Terms::divide;
        };
        return new Term(NUMBER, facts -> {
            Object a = left.of(facts);
            Object b = right.of(facts);
            return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : worked.apply((BigDecimal) a, (BigDecimal) b);
        });
    }

    /** Unknown where nothing can be divided: a plan without outlook domains must not stop a rule about them. */
    private static Object divide(BigDecimal a, BigDecimal b) {
        return b.signum() == 0 ? UNKNOWN : a.divide(b, PRECISION);
    }

    /** Unknown where the text would grow too long. */
    static Term joined(Term left, Term right) {
        return new Term(TEXT, facts -> {
            Object a = left.of(facts);
            Object b = right.of(facts);
            if (a == UNKNOWN || b == UNKNOWN) {
                return UNKNOWN;
            }
            String text = (String) a + b;
            return text.length() > Values.LONGEST_TEXT ? UNKNOWN : text;
        });
    }

    @SuppressWarnings("unchecked")
    static Term compared(Term left, Term right, IntPredicate holds) {
        return new Term(YES_OR_NO, facts -> {
            Object a = left.of(facts);
            Object b = right.of(facts);
            return a == UNKNOWN || b == UNKNOWN ? UNKNOWN : holds.test(((Comparable<Object>) a).compareTo(b));
        });
    }

    static Term in(Term item, Term list) {
        return new Term(YES_OR_NO, facts -> {
            Object wanted = item.of(facts);
            Object items = list.of(facts);
            if (wanted == UNKNOWN || items == UNKNOWN) {
                return UNKNOWN;
            }
            boolean unknown = false;
            for (Object there : (List<?>) items) {
                if (there != UNKNOWN && same(wanted, there)) {
                    return true;
                }
                unknown |= there == UNKNOWN;
            }
            return unknown ? UNKNOWN : false;
        });
    }

    private static boolean same(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : a.equals(b);
    }

    static Term list(List<Term> items) {
        return new Term(LIST, facts -> {
            List<Object> values = new ArrayList<>();
            items.forEach(item -> values.add(item.of(facts)));
            return values;
        });
    }

    static Term matches(Term text, Pattern pattern) {
        return new Term(YES_OR_NO, facts -> {
            Object value = text.of(facts);
            return value == UNKNOWN ? UNKNOWN : pattern.matches((String) value);
        });
    }
}
