package io.mailwright.simulator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** The card behind every charge (U12, U13, U23). */
@WhenSimulated
@Component("simulatorPayment")
class Payment {
    private static final String COUPON = "TEST10";

    private final State state;

    Payment(State state) {
        this.state = state;
    }

    void required() {
        if (state.modes.noPaymentMethod()) {
            throw Rejected.because("No payment method connected");
        }
        if (state.modes.declined()) {
            throw Rejected.because("Your card was declined");
        }
    }

    /** Coupon {@code TEST10} takes ten percent off. */
    BigDecimal reduced(BigDecimal amount, String coupon) {
        if (coupon == null || coupon.isBlank()) {
            return amount;
        }
        if (!coupon.equals(COUPON)) {
            throw Rejected.because("coupon is not known");
        }
        return amount.multiply(new BigDecimal("0.9")).setScale(2, RoundingMode.HALF_UP);
    }
}
