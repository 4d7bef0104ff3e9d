package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Placed;
import io.mailwright.scaledmail.TryAgainAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/operations.md: a database set back to any earlier moment buys nothing that is there. */
class RestoreTest {
    private final Bench bench = new Bench(Database.H2);
    private final Authority who = bench.campaign("c");

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONE", "BARE", "ERROR_AFTER", "CREATED_400"})
    void fromEveryMomentEverythingIsFoundAgain(Fault fault) {
        List<List<String>> backups = new ArrayList<>();
        Operator person = new Operator(bench, who, null, "a.com", "b.com");
        for (int step = 0; step < 200 && !person.done; step++) {
            if (bench.vendor.posted("") == backups.size()) bench.vendor.fail(fault);
            backups.add(backup());
            person.step();
            assignOrdered();
        }
        assertThat(person.done).isTrue();
        long sent = bench.vendor.posts.size();

        for (List<String> backup : backups) {
            bench.vendor.faults.clear();
            bench.clock.pass(Duration.ofHours(7));
            restore(backup);
            Operator again = new Operator(bench, who, null, "a.com", "b.com");
            again.run();
            assertThat(again.asked).isNull();
            assertThat(again.names).containsExactly("a.com", "b.com");
            assertThat(bench.vendor.posts).hasSize((int) sent);
            Books.check(bench);
        }
        assertThat(bench.vendor.duplicates).isEmpty();
    }

    @Test
    void aNameInOurOwnOrderIsOursWhateverItsTagBeginsWith() {
        for (boolean form : List.of(true, false)) {
            String name = "n" + form + ".com";
            assigned(bench.vendor.webOrder(List.of(name), Tag.of(form ? "other" : "", who, 3), form));
            assertThat(bench.buy(who, name)).containsEntry(name, Fate.OURS);
            assertThat(bench.order(who, name).outcome()).isEqualTo(Outcome.DONE);
        }
        assertThat(bench.vendor.posts).isEmpty();
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);
    }

    @Test
    void aNameInTheOrderOfAnotherPlanOrOrderIsLost() {
        assigned(bench.vendor.webOrder(List.of("a.com"), Tag.of("q1", who.of(2), 1), true));
        assigned(bench.vendor.webOrder(
                List.of("b.com"), Tag.of("q1", new Authority("c", who.organization(), 1, 1, "another"), 1), false));
        assertThat(bench.buy(who, "a.com", "b.com"))
                .containsEntry("a.com", Fate.LOST)
                .containsEntry("b.com", Fate.LOST);
        assertThat(bench.vendor.posts).isEmpty();
    }

    @Test
    void aNameWhoseOrderIsNotFoundIsLostWhenThatWasSeenTwice() {
        bench.vendor.registered.put("a.com", bench.clock.instant());
        bench.vendor.assigned.put("a.com", "recDom1");
        assertThatThrownBy(() -> bench.buy(who, "a.com"))
                .isInstanceOf(TryAgainAt.class)
                .hasMessageContaining("can't be found yet");
        bench.clock.pass(Duration.ofMinutes(1));
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.LOST);
    }

    @Test
    void anOrderWhoseDetailsAreNotThereYetIsWaitedFor() {
        Vendor.Order ours = bench.vendor.webOrder(List.of("a.com"), Tag.of("q1", who, 1), false);
        ours.submittedAt = null;
        assigned(ours);
        bench.vendor.withoutDetails = true;
        assertThatThrownBy(() -> bench.buy(who, "a.com")).isInstanceOf(TryAgainAt.class);
        bench.vendor.withoutDetails = false;
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void ourOrderIsLookedForAmongManyInSeveralSteps() {
        Vendor.Order ours = bench.vendor.webOrder(List.of("a.com"), Tag.of("q1", who, 1), false);
        ours.submittedAt = null;
        assigned(ours);
        bench.clock.pass(Duration.ofDays(400));
        for (int i = 0; i < 50; i++) bench.vendor.webOrder(List.of("w" + i + ".com"), null, false);
        bench.clock.pass(Duration.ofHours(9));
        assertThatThrownBy(() -> bench.buy(who, "a.com"))
                .isInstanceOf(TryAgainAt.class)
                .hasMessageContaining("more orders");
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
    }

    @Test
    void theNamesOfForgottenOrdersAreToldAndThoseOfKnownOnesAreNot() {
        bench.vendor.webOrder(List.of("a.com", "alternate.com"), Tag.of("q1", who, 2), true);
        bench.vendor.webOrder(List.of("z.com"), null, true);
        List<Integer> numbers = List.of(1, 2);
        assertThat(bench.engine.ledger.forgottenOrders(who, numbers))
                .containsExactly(new Placed(1, bench.vendor.orders.get(0).id, Set.of("a.com", "alternate.com")));
        assertThat(bench.order(who, "a.com", "alternate.com").outcome()).isEqualTo(Outcome.DONE);
        assertThat(bench.engine.ledger.forgottenOrders(who, numbers)).isEmpty();
    }

    @Test
    void boughtNamesThatNobodyRemembersAreTold() {
        bench.buy(who, "a.com");
        bench.vendor.registered.put("b.com", bench.clock.instant());
        bench.vendor.registered.put("c.com", bench.clock.instant());
        bench.vendor.assigned.put("c.com", "recDom1");
        assertThat(bench.engine.ledger.forgottenNames(Bench.ORGANIZATION, List.of("a.com", "b.com", "c.com", "d.com")))
                .containsExactly("b.com");
    }

    @Test
    void anUnknownOrderThatWasSentAgainAfterTheBackupIsFoundByItsNames() {
        bench.vendor.fail(Fault.ERROR_BEFORE);
        bench.order(who, "a.com");
        List<String> backup = backup();
        bench.engine.settling.decide(bench.settle(bench.last()).id(), false, "ann");
        Vendor.Order order = order(bench.order(who, "a.com"));
        assertThat(order.tag).isEqualTo(Tag.of("q1", who, 2));
        bench.clock.pass(Duration.ofHours(2));
        restore(backup);
        Attempt settled = bench.settle(bench.last());
        assertThat(settled.state()).isEqualTo(Attempt.State.CONFIRMED);
        assertThat(bench.order(who, "a.com").orderId()).isEqualTo(order.id);
        assertThat(bench.vendor.posted("create")).isEqualTo(2);
    }

    @Test
    void anOrderCancelledMeanwhileIsPutToAPersonAndNothingIsBought() {
        bench.buy(who, "a.com");
        List<String> backup = backup();
        order(bench.order(who, "a.com")).cancelled = true;
        restore(backup);
        assertThat(bench.buy(who, "a.com")).containsEntry("a.com", Fate.OURS);
        assertThatThrownBy(() -> bench.order(who, "a.com"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("cancelled");
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    private Vendor.Order order(Ledger.Result result) {
        return bench.vendor.orders.stream()
                .filter(order -> order.id.equals(result.orderId()))
                .findFirst()
                .orElseThrow();
    }

    private void assigned(Vendor.Order order) {
        for (String name : order.names) {
            bench.vendor.registered.putIfAbsent(name, bench.clock.instant());
            bench.vendor.assigned.put(name, "dom-" + name);
        }
    }

    /** The vendor's purchased domains say which are in an order. */
    private void assignOrdered() {
        bench.vendor.orders.forEach(this::assigned);
    }

    private List<String> backup() {
        return bench.sql.sql("script nosettings").query(String.class).list();
    }

    private void restore(List<String> backup) {
        bench.sql.sql("drop all objects").update();
        backup.forEach(statement -> bench.sql.sql(statement).update());
        bench.restart();
    }
}
