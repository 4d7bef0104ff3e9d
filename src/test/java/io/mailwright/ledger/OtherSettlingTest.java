package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.CONFIRMED;
import static io.mailwright.ledger.Attempt.State.UNKNOWN;
import static io.mailwright.ledger.Attempt.State.VOIDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.ledger.Ledger.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What proves or disproves a package, a pre-warmed purchase, a cancellation, a swap and a workspace (docs/money.md). */
class OtherSettlingTest {
    private final Bench bench = new Bench(Database.H2);
    private final Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        bench.close();
    }

    private Attempt unknown(Fault fault, Runnable call) {
        bench.vendor.fail(fault);
        call.run();
        assertThat(bench.last().state()).isEqualTo(UNKNOWN);
        return bench.last();
    }

    private Attempt warm(Fault fault) {
        bench.vendor.stock.warm.put("w.com", "rec-w.com");
        bench.vendor.stock.warm.put("x.com", "rec-x.com");
        return unknown(fault, () -> bench.prewarmed(who, "w.com", "x.com"));
    }

    private Attempt redirect(Fault fault) {
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        return unknown(fault, () -> bench.engine.ledger.swapRedirect(who, "a.com", "https://acme.com/ä?b=c d"));
    }

    @Test
    void aPackageIsFoundByItsTag() {
        Attempt settled = bench.settle(unknown(Fault.DROPPED_AFTER, () -> bench.packaged(who, "a.com")));
        assertThat(settled.state()).isEqualTo(CONFIRMED);
        assertThat(settled.vendorId()).isEqualTo(bench.vendor.orders.get(0).id);
    }

    @Test
    void aPackageThatIsNotFoundIsAPersonsToSay() {
        Attempt asked = bench.settle(unknown(Fault.DROPPED_BEFORE, () -> bench.packaged(who, "a.com")));
        assertThat(asked.needsPerson()).isTrue();
        assertThat(asked.vendorShows()).contains(asked.tag()).contains("proves nothing");
    }

    @Test
    void oneListedDomainProvesAPreWarmedPurchase() {
        Attempt attempt = warm(Fault.DROPPED_AFTER);
        bench.vendor.hidden.add("w.com");
        Attempt settled = bench.settle(attempt);
        assertThat(settled.state()).isEqualTo(CONFIRMED);
        assertThat(settled.vendorId()).isEqualTo(bench.vendor.orders.get(0).id);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("62");
        assertThat(bench.prewarmed(who, "w.com", "x.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("buy-pre")).isEqualTo(1);
    }

    @Test
    void stillInStockTwiceAfterTheWindowDisprovesIt() {
        Attempt attempt = warm(Fault.DROPPED_BEFORE);
        bench.vendor.stock.warm.remove("x.com");
        bench.clock.pass(Duration.ofMinutes(10));
        bench.engine.settling.look(attempt.id());
        assertThat(bench.last().state()).isEqualTo(UNKNOWN);
        Attempt settled = bench.settle(attempt);
        assertThat(settled.state()).isEqualTo(VOIDED);
        assertThat(bench.settledHow(settled)).contains("w.com").contains("read twice");
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);
        assertThat(bench.prewarmed(who, "w.com").outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void inNoOrderAndOutOfStockIsAPersonsToSayAndLookingGoesOn() {
        Attempt attempt = warm(Fault.DROPPED_AFTER);
        bench.vendor.lag = Duration.ofHours(2);
        Attempt asked = bench.settle(attempt);
        assertThat(asked.state()).isEqualTo(UNKNOWN);
        assertThat(asked.vendorShows()).contains("none is in stock any more");
        bench.clock.pass(Duration.ofHours(2));
        bench.engine.settling.look(attempt.id());
        assertThat(bench.last().state()).isEqualTo(CONFIRMED);
    }

    @Test
    void aCancellationIsWhatTheOrderSays() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", false);
        Attempt done = unknown(Fault.ERROR_AFTER, () -> bench.engine.ledger.cancelOrder(who, order.id));
        assertThat(bench.settle(done).state()).isEqualTo(CONFIRMED);
        Vendor.Order other = bench.vendor.webOrder(List.of("b.com"), "t", false);
        Attempt not = unknown(Fault.ERROR_BEFORE, () -> bench.engine.ledger.cancelOrder(who, other.id));
        bench.clock.pass(Duration.ofMinutes(9));
        bench.engine.settling.look(not.id());
        assertThat(bench.last().vendorShows()).isEqualTo("order " + other.id + " is not cancelled yet");
        assertThat(bench.settle(not).state()).isEqualTo(VOIDED);
        assertThat(bench.engine.ledger.cancelOrder(who, other.id).outcome()).isEqualTo(Outcome.DONE);
        assertThat(other.cancelled).isTrue();
    }

    @Test
    void aSwapIsSettledWhenItIsShownAndNeverAsksAPerson() {
        Attempt attempt = redirect(Fault.DROPPED_AFTER);
        bench.engine.settling.look(attempt.id());
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        bench.engine.settling.look(attempt.id());
        assertThat(bench.last().state()).isEqualTo(CONFIRMED);
        Attempt renamed = unknown(
                Fault.ERROR_AFTER, () -> bench.engine.ledger.swapDomain(who, "a.com", "b.com", "scaledmail", null));
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        assertThat(bench.settle(renamed).state()).isEqualTo(CONFIRMED);
    }

    @Test
    void aSwapThatIsNotShownMayBeAskedForAgainAndTheVendorSaysThatItHasIt() {
        Attempt attempt = redirect(Fault.DROPPED_AFTER);
        Attempt settled = bench.settle(attempt);
        assertThat(settled.state()).isEqualTo(VOIDED);
        assertThat(settled.needsPerson()).isFalse();
        assertThat(bench.engine
                        .ledger
                        .swapRedirect(who, "a.com", "https://acme.com/ä?b=c d")
                        .outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(bench.engine.settling.find(attempt.id()).orElseThrow().state())
                .isEqualTo(CONFIRMED);
        assertThat(bench.vendor.posted("swap")).isEqualTo(2);
        for (int i = 0; i < 2; i++)
            assertThat(bench.engine
                            .ledger
                            .swapRedirect(who, "a.com", "https://acme.com/ä?b=c d")
                            .outcome())
                    .isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("swap")).isEqualTo(2);
        assertThat(bench.vendor.stock.swaps).hasSize(1);
    }

    @Test
    void aWorkspaceIsSettledByItsName() {
        Attempt made = unknown(Fault.DROPPED_AFTER, () -> bench.engine.ledger.createWorkspace(who, "Acme"));
        assertThat(bench.settle(made).vendorId()).isEqualTo("recOrg" + "Acme".hashCode());
        Attempt not = unknown(Fault.DROPPED_BEFORE, () -> bench.engine.ledger.createWorkspace(who, "Beta"));
        assertThat(bench.settle(not).state()).isEqualTo(VOIDED);
        assertThat(bench.engine.ledger.createWorkspace(who, "Beta").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.stock.workspaces).containsExactly("Acme", "Beta");
    }
}
