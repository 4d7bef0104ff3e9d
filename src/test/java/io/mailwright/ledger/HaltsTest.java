package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The process dies at any point of a call; a new one goes on. Never two calls with an effect, never an end in the dark. */
class HaltsTest {
    private Bench bench;

    @AfterEach
    void close() {
        Books.check(bench);
        assertThat(bench.vendor.duplicates).isEmpty();
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "H2, before the claim",
        "H2, after the claim",
        "H2, before the send",
        "H2, after the send",
        "POSTGRES, before the claim",
        "POSTGRES, after the claim",
        "POSTGRES, before the send",
        "POSTGRES, after the send"
    })
    void goesOnAfterAHalt(Database database, String point) {
        bench = new Bench(database);
        Authority who = bench.campaign("c");
        haltsAndGoesOn(point, "buy", engine -> Bench.buy(engine, who, "a.com", "b.com"));
        new Operator(bench, who, null, "a.com", "b.com").run();
        Authority next = bench.campaign("d");
        Bench.buy(bench.engine, next, "c.com");
        haltsAndGoesOn(point, "create", engine -> Bench.order(engine, next, "c.com"));
        Operator operator = new Operator(bench, next, null, "c.com");
        operator.run();
        boolean proven =
                point.equals("before the claim") || point.equals("after the send") || point.equals("after the claim");
        assertThat(operator.done).isEqualTo(proven);
        assertThat(operator.asked == null).isEqualTo(proven);
        Authority last = bench.campaign("e");
        Vendor.Order order = bench.vendor.webOrder(List.of("f.com"), "t", true);
        haltsAndGoesOn(point, "submit", engine -> Bench.submit(engine, last, order));
        bench.settle(bench.last());
        bench.submit(last, order);
        assertThat(order.submissions).isEqualTo(1);
    }

    private void haltsAndGoesOn(String point, String endpoint, Consumer<Engine> call) {
        long before = bench.vendor.posted(endpoint);
        boolean[] sent = {false};
        Predicate<String> when = switch (point) {
            case "before the claim" -> sql -> sql.startsWith("insert into attempt (");
            case "after the claim" -> sql -> sql.startsWith("update attempt set state");
            case "before the send" ->
                event -> {
                    if (event.startsWith("update attempt set state")) sent[0] = true;
                    return sent[0] && event.equals("after commit");
                };
            default -> event -> bench.vendor.posted(endpoint) > before;
        };
        bench.database.haltWhen(when);
        assertThat(catchThrowable(() -> call.accept(bench.engine))).isInstanceOf(Halt.class);
        bench.restart();
    }

    /** One run for each statement and each commit that a campaign makes, as far as there are any. */
    @Tag("long")
    @Test
    void diesAtEachPointOnceAndIsNeverChargedTwice() {
        bench = new Bench(Database.H2);
        Engine another = bench.another();
        int event = 1;
        for (boolean halted = true; halted; event++) {
            bench.forget();
            Authority who = bench.campaign("c" + event);
            Operator operator = new Operator(
                    bench,
                    who,
                    attempt -> bench.vendor.orders.stream()
                            .anyMatch(order -> attempt.tag().equals(order.tag)),
                    () -> another,
                    "n" + event + ".com");
            bench.database.haltAt(event);
            operator.run();
            bench.database.haltWhen(any -> false);
            halted = operator.died;
            assertThat(operator.done).as("halted at event " + event).isTrue();
            Books.check(bench);
        }
        assertThat(event).isGreaterThan(100);
    }
}
