package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The simulated vendor, seen from behind: what was really bought, and how it is made to behave. */
record Vendor(Http http) {
    JsonNode ledger() {
        return http.get("/simulator/ledger").json();
    }

    long calls(String endpoint) {
        return ledger().at("/calls/" + endpoint).asLong();
    }

    void modes(String json) {
        assertThat(http.postJson("/simulator/modes", json).status()).isEqualTo(200);
    }

    void usual() {
        http.delete("/simulator/modes");
        http.delete("/simulator/faults");
    }

    void faults(String json) {
        assertThat(http.postJson("/simulator/faults", json).status()).isEqualTo(200);
    }

    /** @param speed vendor seconds in one real second */
    void speed(int speed) {
        assertThat(http.postJson("/simulator/clock", "{\"speed\":" + speed + "}")
                        .status())
                .isEqualTo(200);
    }

    /** Nobody asked twice for what was done already, and the limits were kept. */
    void judge() {
        JsonNode ledger = ledger();
        assertThat(ledger.get("duplicates")).as("duplicates").isEmpty();
        assertThat(ledger.get("overruns").asInt()).as("calls over the limits").isZero();
    }

    /** Each domain bought once; each order of the plan made once and its form submitted once. */
    void judge(JsonNode plan) {
        judge();
        JsonNode ledger = ledger();
        List<String> names = texts(plan.get("domains"), "domain");
        assertThat(texts(ledger.get("purchases"), "domain").stream().filter(names::contains))
                .containsExactlyInAnyOrderElementsOf(names);
        List<Set<String>> orders = new ArrayList<>();
        for (JsonNode order : plan.get("orders")) {
            orders.add(Set.copyOf(texts(
                    rows(plan.get("domains"), row -> row.get("order").equals(order.get("number"))), "domain")));
        }
        assertThat(domainSets(ledger.get("orders"), names)).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(domainSets(
                        rows(
                                ledger.get("forms"),
                                form -> !form.get("submitted_at").isNull()),
                        names))
                .containsExactlyInAnyOrderElementsOf(orders);
    }

    private static List<Set<String>> domainSets(Iterable<JsonNode> rows, List<String> among) {
        List<Set<String>> sets = new ArrayList<>();
        for (JsonNode row : rows) {
            List<String> domains = new ArrayList<>();
            row.get("domains").forEach(domain -> domains.add(domain.asText()));
            if (domains.stream().anyMatch(among::contains)) {
                sets.add(Set.copyOf(domains));
            }
        }
        return sets;
    }

    static List<JsonNode> rows(JsonNode list, Predicate<JsonNode> which) {
        return StreamSupport.stream(list.spliterator(), false).filter(which).toList();
    }

    static List<String> texts(Iterable<JsonNode> rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(field).asText())
                .toList();
    }
}
