package io.mailwright.onboarding.parts;

import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.onboarding.BareNames;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Prices;
import io.mailwright.onboarding.Secrets;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.VendorSettings.OrderStyle;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Orders of mailboxes, placed as an order's style says. */
@Component
class CustomOrders {
    private final Ledger ledger;
    private final Prices prices;
    private final Secrets secrets;
    private final VendorSettings settings;

    CustomOrders(Ledger ledger, Prices prices, Secrets secrets, VendorSettings settings) {
        this.ledger = ledger;
        this.prices = prices;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** @throws BusinessFailure {@code problem} for another word */
    OrderStyle style(String word) {
        return switch (word == null ? "" : word.strip()) {
            case "auto" -> settings.orderStyle();
            case "form" -> OrderStyle.FORM;
            case "direct" -> OrderStyle.DIRECT;
            default -> throw Json.wrong("'" + word + "' is no way for aliases to go; write auto, form or direct");
        };
    }

    /** Once; bare names that the vendor does not take are sent again with their aliases, under the same approval. */
    Ledger.Result place(Authority who, OrderContent order, OrderStyle way) {
        Ledger.Result result = place(who, order, way == OrderStyle.DIRECT);
        return BareNames.wanting(result, way) ? place(who, order, true) : result;
    }

    private Ledger.Result place(Authority who, OrderContent order, boolean direct) {
        return ledger.createOrder(
                who,
                order.tag(),
                order.names(),
                order.source(),
                order.coupon(),
                order.amount(),
                () -> order.counts().entrySet().stream()
                        .map(type -> prices.monthly(who.organization(), type.getKey(), type.getValue()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                tag -> order.body(tag, direct, secrets));
    }
}
