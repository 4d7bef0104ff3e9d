package io.mailwright.ledger;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of an order: found by its tag or names it happened; not found it is a person's to say. */
@Component
class OrderLook implements Look {
    private final OrderFinder orders;

    OrderLook(OrderFinder orders) {
        this.orders = orders;
    }

    @Override
    public Set<SpendKind> kinds() {
        return Set.of(SpendKind.CREATE_ORDER, SpendKind.CREATE_CUSTOM_ORDER);
    }

    @Override
    public Finding at(Attempt attempt, boolean windowOver) {
        Optional<OrderFinder.Found> found;
        try {
            found = orders.find(new OrderFinder.Sought(
                    attempt.organization(),
                    attempt.campaign(),
                    attempt.names(),
                    attempt.tag() == null ? Set.of() : Set.of(attempt.tag()),
                    Set.of(),
                    attempt.claimedAt().minus(LookBack.CLOCKS_DIFFER)));
        } catch (NeedsPerson shown) {
            return windowOver ? Finding.person(shown.getMessage()) : Finding.open(shown.getMessage());
        }
        if (found.isPresent())
            return Finding.happened(found.get().orderId(), found.get().how());
        String none = "no order with tag " + attempt.tag() + " or with these names is listed";
        return windowOver ? Finding.person(none + ", which proves nothing") : Finding.open(none + " yet");
    }
}
