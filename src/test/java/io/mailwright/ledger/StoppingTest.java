package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A campaign is cancelled, or gets a newer plan, at any moment of a call: nothing leaves, or the call is seen. */
@Tag("long")
class StoppingTest {
    private static final String CLAIM = "insert into attempt (";

    private Bench bench;
    private Authority who;
    private Vendor.Order order;

    static Stream<Arguments> all() {
        return Stream.of(Database.values())
                .flatMap(database -> Stream.of("stopped = true", "plan_version = 2")
                        .flatMap(change -> Stream.of("buy", "create", "submit")
                                .map(call -> Arguments.of(database, change, call))));
    }

    @AfterEach
    void close() {
        Books.check(bench);
        bench.close();
    }

    private void open(Database database) {
        bench = new Bench(database);
        who = bench.campaign("c");
        order = bench.vendor.webOrder(List.of("f.com"), "t", true);
    }

    private void send(String call) {
        switch (call) {
            case "buy" -> bench.buy(who, "a.com");
            case "create" -> bench.order(who, "a.com");
            default -> bench.submit(who, order);
        }
    }

    private void change(String change) {
        bench.sql.sql("update campaign set " + change).update();
    }

    private long attempts(String states) {
        return bench.sql
                .sql("select count(*) from attempt where state in (" + states + ")")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("all")
    void afterTheLastGuardAndBeforeTheClaim(Database database, String change, String call) {
        open(database);
        bench.database.haltWhen(once(event -> event.startsWith("select 1 from spend where"), () -> change(change)));
        assertThatThrownBy(() -> send(call)).isInstanceOf(NeedsPerson.class);
        assertThat(bench.vendor.posts).isEmpty();
        assertThat(attempts("'claimed', 'sent', 'not-sent'")).isZero();
    }

    @ParameterizedTest
    @MethodSource("all")
    void betweenClaimAndSend(Database database, String change, String call) {
        open(database);
        boolean[] claimed = {false};
        bench.database.haltWhen(once(
                event -> {
                    claimed[0] |= event.startsWith(CLAIM);
                    return claimed[0] && event.equals("after commit");
                },
                () -> change(change)));
        assertThatThrownBy(() -> send(call)).isInstanceOf(NeedsPerson.class);
        assertThat(bench.vendor.posts).isEmpty();
        assertThat(attempts("'not-sent'")).isEqualTo(1);
        assertThat(bench.budget(who)).allMatch(amount -> amount.signum() == 0);
    }

    /** Who cancels while the claim is being written waits for it and finds the call open. */
    @ParameterizedTest
    @MethodSource("all")
    void whileTheClaimIsWritten(Database database, String change, String call) throws Exception {
        open(database);
        CompletableFuture<Long> seen = new CompletableFuture<>();
        bench.database.haltWhen(once(event -> event.startsWith(CLAIM), () -> {
            new Thread(() -> {
                        change(change);
                        seen.complete(attempts("'claimed', 'sent', 'unknown', 'confirmed', 'not-sent'"));
                    })
                    .start();
            pause();
        }));
        try {
            send(call);
        } catch (NeedsPerson stoppedBeforeItLeft) {
            assertThat(bench.vendor.posts).isEmpty();
        }
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void afterTheSend(Database database, String change, String call) {
        open(database);
        bench.vendor.beforeReply = () -> {
            if (!bench.vendor.posts.isEmpty()) change(change);
        };
        send(call);
        assertThat(bench.vendor.posted(call)).isEqualTo(1);
        assertThat(attempts("'confirmed'")).isEqualTo(1);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it at the first such event, in a thread and so in transactions of its own; never halts. */
    static java.util.function.Predicate<String> once(java.util.function.Predicate<String> when, Runnable what) {
        boolean[] done = {false};
        return event -> {
            if (!done[0] && when.test(event)) {
                done[0] = true;
                CompletableFuture.runAsync(what).join();
            }
            return false;
        };
    }
}
