package io.mailwright.simulator;

/** What the vendor's team works off: a swap whose time has come changes its domain, one of a cancelled order is dropped. */
final class SwapQueue {
    private SwapQueue() {}

    static void workOff(State state) {
        state.swaps.replaceAll(swap -> swap.pending() ? next(swap, state) : swap);
    }

    private static Swap next(Swap swap, State state) {
        if (!state.orders.get(swap.orderId()).live()) {
            return swap.now("dropped");
        }
        if (swap.appliesAt() == null || swap.appliesAt().isAfter(state.clock.now())) {
            return swap;
        }
        state.domains.computeIfPresent(
                swap.domainId(),
                (id, domain) -> swap.kind().equals(Swap.DOMAIN)
                        ? domain.renamed(swap.to(), swap.source())
                        : domain.redirectedTo(swap.to()));
        return swap.now("applied");
    }
}
