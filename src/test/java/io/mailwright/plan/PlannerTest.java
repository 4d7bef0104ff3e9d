package io.mailwright.plan;

import static io.mailwright.plan.Example.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Budget;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final Example example = new Example();

    @Test
    void ownedDomainsTakeTheFirstSlotsAndTypesFollowInWrittenOrder() {
        example.own = Example.owned("acme-mail.com", "acme-team.de");
        example.buy = Example.buy(2, List.of("acme"), List.of("get"), List.of(), List.of("com", "io"));
        Plan plan = example.plan(example.allAt("10"));
        assertThat(plan.domains())
                .extracting(PlannedDomain::slot, PlannedDomain::domain, PlannedDomain::provider, PlannedDomain::order)
                .containsExactly(
                        Tuple.tuple(1, "acme-mail.com", Provider.GOOGLE, 1),
                        Tuple.tuple(2, "acme-team.de", Provider.GOOGLE, 1),
                        Tuple.tuple(3, "acme.com", Provider.SMTP, 2),
                        Tuple.tuple(4, "acme.io", Provider.OUTLOOK, 3));
        assertThat(plan.domains().get(0)).matches(domain -> !domain.bought() && domain.price() == null);
        assertThat(plan.domains().get(2)).matches(PlannedDomain::bought);
        assertThat(plan.domains()).allMatch(domain -> domain.redirect().equals("https://acme.example"));
        assertThat(plan.alternates()).extracting(Quote::domain).containsExactly("getacme.com", "getacme.io");
    }

    @Test
    void aliasesGoOnFromSlotToSlot() {
        assertThat(example.plan(example.allAt("10")).domains())
                .extracting(
                        domain -> domain.aliases().get(0).localPart(),
                        domain -> domain.aliases().size())
                .containsExactly(
                        Tuple.tuple("anna.smith", 2),
                        Tuple.tuple("vincent.vanderberg", 2),
                        Tuple.tuple("jose.nunez", 4),
                        Tuple.tuple("vincent.vanderberg", 25));
    }

    @Test
    void costsAddUp() {
        Map<String, Quote> quotes = new HashMap<>(example.allAt("10.50"));
        quotes.put("acme.com", at("acme.com", "8"));
        quotes.put("tryacme.io", at("tryacme.io", "15"));
        quotes.put("acme.io", new Quote("acme.io", true, new BigDecimal("12.00"), null, false));
        Plan plan = example.plan(quotes);
        assertThat(plan.orders())
                .containsExactly(
                        new PlannedOrder(1, Provider.GOOGLE, "scaledmail", null, 2, 4, new BigDecimal("12")),
                        new PlannedOrder(2, Provider.SMTP, "scaledmail", null, 1, 4, new BigDecimal("5")),
                        new PlannedOrder(3, Provider.OUTLOOK, "scaledmail", null, 1, 25, new BigDecimal("50")));
        assertThat(plan.cost())
                .isEqualTo(new Cost(
                        new BigDecimal("41"), // 8 + 12 + 10.5 + 10.5
                        null,
                        new BigDecimal("67"),
                        new BigDecimal("108"),
                        new BigDecimal("67"),
                        new BigDecimal("44"))); // 9 + 12 + 11.5 + 11.5
    }

    @Test
    void ordersHoldAtMostTheCapOfTheirType() {
        fleet(101, 0, 31);
        assertThat(example.plan(example.allAt("1")).orders())
                .extracting(
                        PlannedOrder::number, PlannedOrder::provider, PlannedOrder::domains, PlannedOrder::mailboxes)
                .containsExactly(
                        Tuple.tuple(1, Provider.GOOGLE, 100, 200),
                        Tuple.tuple(2, Provider.GOOGLE, 1, 2),
                        Tuple.tuple(3, Provider.OUTLOOK, 30, 750),
                        Tuple.tuple(4, Provider.OUTLOOK, 1, 25));
    }

    @Test
    void tenThousandDomainsAreOnePlan() {
        fleet(9_000, 900, 100);
        Plan plan = example.plan(example.allAt("1"));
        assertThat(plan.domains()).hasSize(10_000);
        assertThat(plan.orders()).hasSize(90 + 13 + 4);
        assertThat(plan.alternates()).hasSize(2_000);
        assertThat(PlanJson.intact(plan)).isTrue();
    }

    @Test
    void budgetsSayByHowMuchAndWhatWouldMendIt() {
        example.budget = new Budget(new BigDecimal("100"), new BigDecimal("60.50"));
        assertThatThrownBy(() -> example.plan(example.allAt("10")))
                .isInstanceOfSatisfying(
                        PlanRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        "the plan costs $107.00 in all now, $7.00 over 'budget 100'; raise it to 107, or buy fewer names or lower 'maxPrice'",
                                        "the plan costs $67.00 a month, $6.50 over 'monthly: 60.5'; raise it to 67, or have fewer domains or cheaper types in 'providers'"));
        example.budget = new Budget(new BigDecimal("107"), null);
        assertThat(example.plan(example.allAt("10")).cost().now()).isEqualByComparingTo("107");
    }

    @Test
    void shortNamesShortAliasesAndWrongSumsAreRefused() {
        assertThatThrownBy(() -> example.plan(Map.of())).isInstanceOf(PlanRefused.class);
        example.patterns = List.of(NamePattern.of("{first}"));
        assertThatThrownBy(() -> example.plan(example.allAt("10")))
                .isInstanceOf(PlanRefused.class)
                .hasMessageStartingWith("smtp needs exactly 4 aliases");
        example.providers = Example.providers(5, 0, 0);
        assertThatThrownBy(() -> example.plan(example.allAt("10")))
                .hasMessage("'providers' counts 5 domains, but bought and owned ones are 4; make them add up");
    }

    @Test
    void anUnknownPriceIsNoPlan() {
        Map<Provider, UnitPrice> prices = new EnumMap<>(Example.PRICES);
        prices.remove(Provider.OUTLOOK);
        assertThatThrownBy(() -> example.plan(example.allAt("10"), prices))
                .isInstanceOf(PlanRefused.class)
                .hasMessageStartingWith("the price of outlook is not known");
    }

    private void fleet(int google, int smtp, int outlook) {
        int count = google + smtp + outlook;
        example.buy = Example.buy(
                count,
                IntStream.range(0, count + Math.max(3, count / 5))
                        .mapToObj(i -> "acme" + i)
                        .toList(),
                List.of(),
                List.of(),
                List.of("com"));
        example.providers = Example.providers(google, smtp, outlook);
    }
}
