package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds the simulator's ledger, which knows what was really bought, against what was approved. */
class Judge {
    private final CrashMachine machine;
    private final Run run;
    private final BigDecimal chargedBefore;

    /** @param run about to begin */
    Judge(CrashMachine machine, Run run) {
        this.machine = machine;
        this.run = run;
        this.chargedBefore = charged(machine.books());
    }

    void check(Script script) {
        JsonNode books = machine.books();
        readAmounts(books);
        assertThat(books.path("duplicates")).as("duplicates").isEmpty();
        assertThat(rows(books, "/purchases", "domain", row -> row.path("call").asLong() > 0))
                .as("names bought")
                .containsExactlyInAnyOrderElementsOf(wanted(Effect.BUY));
        assertThat(rows(
                        books,
                        "/orders",
                        "domains",
                        row -> row.path("made_in").asText().equals("api")))
                .as("names ordered")
                .containsExactlyInAnyOrderElementsOf(Stream.of(Effect.ORDER, Effect.PACKAGE, Effect.PREWARMED)
                        .flatMap(effect -> wanted(effect).stream())
                        .toList());
        assertThat(rows(
                        books,
                        "/orders",
                        "domains",
                        row -> row.path("status").asText().equals("Cancelled")))
                .as("names whose order was cancelled")
                .containsExactlyInAnyOrderElementsOf(wanted(Effect.CANCEL));
        assertThat(rows(
                        books,
                        "/forms",
                        "domains",
                        row -> !row.path("submitted_at").isNull()))
                .as("names submitted")
                .containsExactlyInAnyOrderElementsOf(wanted(Effect.FORM));
        BigDecimal approved = price(Effect.BUY, Effect.PRICE)
                .add(price(Effect.ORDER, Effect.MONTHLY))
                .add(price(Effect.PACKAGE, Effect.MONTHLY))
                .add(price(Effect.PREWARMED, Effect.WARM));
        BigDecimal charged = charged(books).subtract(chargedBefore);
        if (!script.trouble().modes().containsKey("orderFactor"))
            assertThat(charged).as("charged, of what was approved").isLessThanOrEqualTo(approved);
        // what a restored ledger finds has cost it nothing
        if (run.struck().contains(CrashPoint.RESTORED_AFTER_RECORDING))
            assertThat(sum("spent")).as("spent by the ledger").isLessThanOrEqualTo(charged);
        else assertThat(sum("spent")).as("spent by the ledger").isEqualByComparingTo(charged);
        assertThat(sum("reserved")).as("still reserved").isZero();
        for (Course course : run.courses) {
            assertThat(machine.nodes.get(0).ledger.openOf(course.who.campaign()))
                    .isEmpty();
            assertThat(machine.nodes.get(0).ledger.alarm(course.who.campaign())).isEmpty();
        }
    }

    /** As the watcher does: the vendor's own amounts replace the estimates. */
    private void readAmounts(JsonNode books) {
        machine.pass(Duration.ofMinutes(10));
        Engine node = machine.nodes.get(0);
        node.readings.forms(CrashMachine.ORGANIZATION);
        node.readings.domains(CrashMachine.ORGANIZATION);
        for (JsonNode order : books.at("/orders")) {
            String id = order.path("id").asText();
            node.ledger.amountSeen(
                    CrashMachine.ORGANIZATION, id, order.path("amount").decimalValue());
        }
    }

    private List<String> wanted(Effect effect) {
        List<String> wanted = new ArrayList<>();
        run.courses.forEach(course -> wanted.addAll(course.wanted(effect)));
        return wanted;
    }

    private BigDecimal price(Effect effect, BigDecimal each) {
        return each.multiply(BigDecimal.valueOf(wanted(effect).size()));
    }

    private BigDecimal sum(String column) {
        return machine.sql
                .sql("select coalesce(sum(" + column + "), 0) from budget where scope like 'campaign:%'")
                .query(BigDecimal.class)
                .single();
    }

    private static BigDecimal charged(JsonNode books) {
        return books.at("/charged/total").decimalValue();
    }

    /** The field of each row that counts, a list's elements one by one. */
    private static List<String> rows(JsonNode books, String list, String field, Predicate<JsonNode> counts) {
        List<String> all = new ArrayList<>();
        for (JsonNode row : books.at(list)) {
            if (!counts.test(row)) continue;
            if (row.path(field).isArray()) all.addAll(Json.texts(row.path(field)));
            else all.add(row.path(field).asText());
        }
        return all;
    }
}
