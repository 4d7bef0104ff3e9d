package io.mailwright.ledger;

import static io.mailwright.ledger.Attempt.State.CONFIRMED;
import static io.mailwright.ledger.Attempt.State.NOT_SENT;
import static io.mailwright.ledger.Attempt.State.REFUSED;
import static io.mailwright.ledger.Attempt.State.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/money.md, for each kind of call: how a reply is classified, and what the row and the budget say then. */
class OutcomesTest {
    private Bench bench;

    static Stream<Arguments> all() {
        return Stream.of(Database.values())
                .flatMap(database -> Stream.of(Fault.values()).map(fault -> Arguments.of(database, fault)));
    }

    /** The rest goes the same way through the same statements; on one database. */
    static Stream<Arguments> onOne() {
        return Stream.of(Fault.values()).map(fault -> Arguments.of(Database.H2, fault));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPurchase(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.fail(fault);
        send(fault, () -> bench.buy(who, "a.com", "b.com"));
        check(fault, who, new BigDecimal("24.00"));
        assertThat(bench.vendor.posted("buy")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void anOrder(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.fail(fault);
        send(fault, () -> bench.order(who, "a.com", "b.com"));
        check(fault, who, Bench.MONTHLY);
        assertThat(bench.vendor.posted("create")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aForm(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.vendor.fail(fault);
        send(fault, () -> bench.submit(who, order));
        check(fault, who, BigDecimal.ZERO);
        assertThat(bench.vendor.posted("submit")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aPackage(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.fail(fault);
        send(fault, () -> bench.packaged(who, "a.com", "b.com"));
        check(fault, who, Bench.MONTHLY);
        assertThat(bench.vendor.posted("create-order/price_1")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void preWarmedDomains(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.stock.warm.putAll(Map.of("w.com", "rec-w.com", "x.com", "rec-x.com"));
        bench.vendor.fail(fault);
        send(fault, () -> bench.prewarmed(who, "w.com", "x.com"));
        check(fault, who, new BigDecimal("62.00"));
        assertThat(bench.vendor.posted("buy-pre")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aCancellation(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        Vendor.Order order = bench.vendor.webOrder(List.of("a.com"), "t", false);
        bench.vendor.fail(fault);
        send(fault, () -> bench.engine.ledger.cancelOrder(who, order.id));
        check(fault, who, BigDecimal.ZERO);
        assertThat(bench.vendor.posted("cancel")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aSwapOfADomain(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        bench.vendor.fail(fault);
        send(fault, () -> bench.engine.ledger.swapDomain(who, "a.com", "b.com", "scaledmail", null));
        check(fault, who, BigDecimal.ZERO);
        assertThat(bench.vendor.posted("swap-domain")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aSwapOfARedirect(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.webOrder(List.of("a.com"), "t", false);
        bench.vendor.fail(fault);
        send(fault, () -> bench.engine.ledger.swapRedirect(who, "a.com", "https://acme.com"));
        check(fault, who, BigDecimal.ZERO);
        assertThat(bench.vendor.posted("swap-redirect")).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("onOne")
    void aWorkspace(Database database, Fault fault) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        bench.vendor.fail(fault);
        send(fault, () -> bench.engine.ledger.createWorkspace(who, "Acme"));
        check(fault, who, BigDecimal.ZERO);
        assertThat(bench.vendor.posted("organizations")).isEqualTo(1);
    }

    private static void send(Fault fault, Runnable call) {
        switch (fault) {
            case LIMIT_JSON -> assertThatThrownBy(call::run).isInstanceOf(TryAgainAt.class);
            case UNAUTHORIZED ->
                assertThatThrownBy(call::run)
                        .isInstanceOf(NeedsPerson.class)
                        .hasMessageContaining("SCALEDMAIL_API_KEY");
            default -> call.run();
        }
    }

    private void check(Fault fault, Authority who, BigDecimal amount) {
        Attempt attempt = bench.last();
        Attempt.State expected = switch (fault) {
            case NONE, BARE -> CONFIRMED;
            case REFUSES, UNAUTHORIZED -> REFUSED;
            case LIMIT_JSON -> NOT_SENT;
            default -> UNKNOWN;
        };
        assertThat(attempt.state()).isEqualTo(expected);
        BigDecimal none = new BigDecimal("0.00");
        List<BigDecimal> books = expected == CONFIRMED
                ? List.of(none, amount)
                : expected == UNKNOWN ? List.of(amount, none) : List.of(none, none);
        assertThat(bench.budget(who))
                .usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(books);
        assertThat(bench.month()).usingElementComparator(BigDecimal::compareTo).isEqualTo(books);
        boolean free = expected == REFUSED || expected == NOT_SENT;
        assertThat(bench.sql
                        .sql("select count(*) from spend where attempt_id is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(
                        free ? (long) bench.engine.settling.keys(attempt.id()).size() : 0L);
        assertThat(attempt.reply()).doesNotContain("eyJ");
    }
}
