package io.mailwright.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/** Amounts in one form, so that equal amounts are equal bytes. */
final class Dollars {
    private Dollars() {}

    /** Without trailing zeros and exponent; null stays null. */
    static BigDecimal plain(BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static BigDecimal sum(Collection<BigDecimal> amounts) {
        return plain(amounts.stream().filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** As a sentence shows it: {@code $12.40}, rounded up to cents. */
    static String shown(BigDecimal amount) {
        return "$" + amount.setScale(2, RoundingMode.CEILING).toPlainString();
    }
}
