package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Packages, pre-warmed domains, cancellations, swaps and workspaces: what is done is found done, and once is once. */
class OtherSpendsTest {
    private final Bench bench = new Bench(Database.H2);
    private final Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        bench.close();
    }

    private Result cancel(Authority by, Vendor.Order order) {
        return bench.engine.ledger.cancelOrder(by, order.id);
    }

    private Result redirect(Authority by, String to) {
        return bench.engine.ledger.swapRedirect(by, "a.com", to);
    }

    @Test
    void aNameIsInOneOrderHoweverItIsPlaced() {
        assertThat(bench.order(who, "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThatThrownBy(() -> bench.packaged(who, "a.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("a.com is in an order already, placed by CREATE_CUSTOM_ORDER");
        assertThat(bench.packaged(who, "b.com").outcome()).isEqualTo(Outcome.DONE);
        assertThatThrownBy(() -> bench.order(who, "b.com")).isInstanceOf(NeedsPerson.class);
        assertThatThrownBy(() -> bench.order(bench.campaign("d"), "b.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("by campaign c");
        assertThat(bench.vendor.posted("create")).isEqualTo(2);
        assertThat(bench.vendor.orders).extracting(order -> order.tag).doesNotHaveDuplicates();
        assertThat(bench.engine.ledger.orderedBy("c", Bench.ORGANIZATION)).isEqualTo(Set.of("a.com", "b.com"));
    }

    @Test
    void afterARestoreTheyAreFoundAndNothingIsSent() {
        bench.vendor.stock.warm.put("w.com", "rec-w.com");
        Authority warm = bench.campaign("w");
        String order = bench.packaged(who, "a.com").orderId();
        String bought = bench.prewarmed(warm, "w.com").orderId();
        assertThat(bench.vendor.orders).extracting(row -> row.id).containsExactly(order, bought);
        int posts = bench.vendor.posts.size();
        bench.forgetLedger();
        bench.clock.pass(Duration.ofDays(3));
        bench.restart();
        assertThat(bench.packaged(who, "a.com").orderId()).isEqualTo(order);
        assertThat(bench.prewarmed(warm, "w.com").orderId()).isEqualTo(bought);
        assertThat(bench.vendor.posts).hasSize(posts);
        assertThat(bench.budget(warm)).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    void preWarmedDomainsAreBoughtOnceAndNotAboveTheirPrice() {
        bench.vendor.stock.warm.put("w.com", "rec-w.com");
        assertThatThrownBy(() -> bench.engine.ledger.buyPrewarmed(
                        who,
                        "",
                        List.of(new Ledger.WarmItem("rec-w.com", "w.com", null)),
                        null,
                        BigDecimal.TEN,
                        () -> new BigDecimal("31")))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("asks 31 dollars for w.com, the plan says 10");
        assertThat(bench.vendor.posts).isEmpty();
        for (int i = 0; i < 2; i++)
            assertThat(bench.prewarmed(who, "w.com").orderId()).isEqualTo(bench.vendor.orders.get(0).id);
        assertThat(bench.prewarmed(bench.campaign("d"), "v.com").outcome()).isEqualTo(Outcome.REFUSED);
        assertThatThrownBy(() -> bench.prewarmed(bench.campaign("e"), "w.com")).isInstanceOf(NeedsPerson.class);
        assertThat(bench.vendor.posted("buy-pre")).isEqualTo(2);
        assertThat(bench.budget(who).get(1)).isEqualByComparingTo("31");
    }

    @Test
    void anOrderIsCancelledOnceWhoeverAsks() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), null, false);
        assertThat(cancel(who, order)).isEqualTo(new Result(Outcome.DONE, order.id, null, null));
        assertThat(cancel(bench.campaign("d"), order).outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("cancel")).isEqualTo(1);
        Vendor.Order gone = bench.vendor.webOrder(List.of("b.com"), null, false);
        gone.cancelled = true;
        assertThat(cancel(who, gone).outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("cancel")).isEqualTo(1);
        assertThatThrownBy(() -> bench.engine.ledger.cancelOrder(who, "recNone"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("knows no order recNone");
    }

    @Test
    void whatTheVendorSaysWasCancelledAlreadyIsDone() {
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), null, false);
        bench.vendor.fail(Fault.REFUSES);
        bench.vendor.refusal = "Order already cancelled";
        assertThat(cancel(who, order).outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.last().state()).isEqualTo(Attempt.State.CONFIRMED);
        bench.vendor.fail(Fault.REFUSES);
        bench.vendor.refusal = "not now";
        assertThat(cancel(who, bench.vendor.webOrder(List.of("b.com"), null, false))
                        .reason())
                .isEqualTo("400 not now");
    }

    @Test
    void theNamesOfACancelledOrderMayBeOrderedAgain() {
        bench.vendor.fail(Fault.BARE);
        assertThat(bench.order(who, "a.com", "b.com").orderId()).isNull();
        bench.vendor.orders.get(0).form = false;
        cancel(who, bench.vendor.orders.get(0));
        assertThat(bench.engine.ledger.orderedBy("c", Bench.ORGANIZATION)).isEmpty();
        assertThat(bench.order(who, "a.com", "b.com").orderId()).isEqualTo(bench.vendor.orders.get(1).id);
        cancel(who, bench.vendor.orders.get(1));
        assertThat(bench.packaged(bench.campaign("d"), "a.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("create")).isEqualTo(3);
        assertThat(bench.vendor.duplicates).isEmpty();
        assertThat(bench.engine.ledger.alarm("c")).isEmpty();
    }

    @Test
    void aSwapIsAskedForOnceAndFoundWhenItIsShown() {
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        for (int i = 0; i < 2; i++)
            assertThat(bench.engine
                            .ledger
                            .swapDomain(who, "A.com", "b.com", "scaledmail", null)
                            .outcome())
                    .isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("swap-domain/a.com")).isEqualTo(1);
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        assertThatThrownBy(
                        () -> bench.engine.ledger.swapDomain(bench.campaign("e"), "a.com", "b.com", "scaledmail", null))
                .isInstanceOf(TryAgainAt.class);
        bench.clock.pass(Duration.ofMinutes(2));
        assertThat(bench.engine
                        .ledger
                        .swapDomain(bench.campaign("d"), "a.com", "b.com", "scaledmail", null)
                        .outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("swap")).isEqualTo(1);
        assertThatThrownBy(() -> bench.engine.ledger.swapDomain(who, "z.com", "y.com", "scaledmail", null))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("z.com is in no order");
    }

    @Test
    void backToAnEarlierRedirectIsAnotherWish() {
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        redirect(who, "https://one.com");
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        redirect(bench.campaign("r2"), "https://two.com");
        // not applied yet: the first one is still shown, but would not stay
        assertThat(redirect(bench.campaign("r3"), "https://one.com").outcome()).isEqualTo(Outcome.REFUSED);
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        assertThat(redirect(bench.campaign("r4"), "https://one.com").outcome()).isEqualTo(Outcome.DONE);
        bench.vendor.stock.applySwaps(bench.vendor.orders);
        assertThat(bench.vendor.stock.redirects).containsEntry("a.com", "https://one.com");
        assertThat(redirect(bench.campaign("r5"), "one.com/").outcome()).isEqualTo(Outcome.DONE);
        assertThat(redirect(bench.campaign("r6"), "").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.vendor.posted("swap")).isEqualTo(5);
    }

    @Test
    void aRedirectThatTheVendorSaysIsSetIsDone() {
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        bench.vendor.fail(Fault.REFUSES);
        bench.vendor.refusal = "new_redirect is already the redirect of a.com";
        assertThat(redirect(who, "https://one.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.last().state()).isEqualTo(Attempt.State.CONFIRMED);
    }

    @Test
    void aWorkspaceIsMadeOnceAndKnownByItsName() {
        String id = bench.engine.ledger.createWorkspace(who, " Acme ").orderId();
        assertThat(id).isEqualTo("recOrg" + "Acme".hashCode());
        assertThat(bench.engine
                        .ledger
                        .createWorkspace(bench.campaign("d"), "Acme")
                        .orderId())
                .isEqualTo(id);
        bench.forgetLedger();
        assertThat(bench.engine.ledger.createWorkspace(who, "Acme").orderId()).isEqualTo(id);
        assertThat(bench.vendor.posted("organizations")).isEqualTo(1);
        assertThatThrownBy(() -> bench.engine.ledger.createWorkspace(who, " ")).isInstanceOf(NeedsPerson.class);
    }

    @Test
    void aWorkspaceThatIsListedLaterGetsItsIdThen() {
        bench.vendor.stock.hideWorkspaces = true;
        assertThat(bench.engine.ledger.createWorkspace(who, "Acme").orderId()).isNull();
        bench.vendor.stock.hideWorkspaces = false;
        assertThat(bench.engine.ledger.createWorkspace(who, "Acme").orderId()).isNotNull();
        assertThat(bench.vendor.posted("organizations")).isEqualTo(1);
    }
}
