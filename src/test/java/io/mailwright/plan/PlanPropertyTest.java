package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.OwnedDomain;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PlanPropertyTest {
    @Property(tries = 150)
    void aPlanIsWholeOrRefused(
            @ForAll @IntRange(min = 1, max = 15) int wanted,
            @ForAll @IntRange(min = 0, max = 4) int smtp,
            @ForAll @IntRange(min = 0, max = 3) int outlook,
            @ForAll @IntRange(min = 0, max = 5) int owned,
            @ForAll @IntRange(min = 1, max = 11) int batch,
            @ForAll boolean sortByPrice,
            @ForAll long seed) {
        Example example = new Example();
        Assume.that(smtp + outlook <= owned + wanted);
        example.own = Stream.iterate(1, i -> i + 1)
                .limit(owned)
                .map(i -> OwnedDomain.of("own" + i + ".com"))
                .toList();
        example.buy = Example.buy(
                wanted,
                List.of("acme", "acme labs"),
                List.of("get", "try"),
                List.of("hq", "go"),
                List.of("com", "io", "co"));
        example.providers = Example.providers(owned + wanted - smtp - outlook, smtp, outlook);
        example.prefer = sortByPrice ? TestRule.of("price", facts -> facts.get("price"), "price") : null;

        Map<String, Quote> known = search(example, vendor(example, new Random(seed)), batch);
        try {
            Plan plan = example.plan(known);
            assertThat(PlanJson.write(example.plan(new HashMap<>(known)))).isEqualTo(PlanJson.write(plan));
            assertWhole(plan, example, wanted, known);
        } catch (PlanRefused refused) {
            assertThat(example.search(batch).next(known)).isEmpty();
            assertThat(refused).hasMessageContaining("missing");
        }
    }

    private static void assertWhole(Plan plan, Example example, int wanted, Map<String, Quote> known) {
        assertThat(plan.domains()).hasSize(example.own.size() + wanted);
        assertThat(plan.domains().stream().filter(PlannedDomain::bought)).hasSize(wanted);
        assertThat(Stream.concat(
                        plan.domains().stream().map(PlannedDomain::domain),
                        plan.alternates().stream().map(Quote::domain)))
                .doesNotHaveDuplicates();
        assertThat(plan.alternates())
                .hasSizeLessThanOrEqualTo(Math.max(3, wanted / 5))
                .allMatch(quote -> quote.available() && quote.price().compareTo(new BigDecimal("16")) <= 0);
        assertThat(plan.domains()).allSatisfy(domain -> {
            assertThat(domain.aliases()).hasSize(domain.provider().aliasesPerDomain());
            assertThat(domain.aliases().stream().map(Alias::localPart)).doesNotHaveDuplicates();
            assertThat(domain.bought()).isEqualTo(known.containsKey(domain.domain()));
        });
        assertThat(plan.orders().stream().mapToInt(PlannedOrder::domains).sum())
                .isEqualTo(plan.domains().size());
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
        assertThat(PlanJson.intact(plan)).isTrue();
    }

    private static Map<String, Quote> search(Example example, Map<String, Quote> vendor, int batch) {
        Map<String, Quote> known = new LinkedHashMap<>();
        example.searched(vendor, batch).forEach(names -> {
            assertThat(known.keySet()).doesNotContainAnyElementsOf(names);
            names.forEach(name -> known.put(name, vendor.get(name)));
        });
        return known;
    }

    private static Map<String, Quote> vendor(Example example, Random random) {
        Map<String, Quote> vendor = new LinkedHashMap<>();
        for (String domain : example.candidates()) {
            BigDecimal price = BigDecimal.valueOf(random.nextInt(2000), 2);
            boolean available = random.nextInt(4) > 0;
            vendor.put(domain, new Quote(domain, available, available ? price : null, null, random.nextBoolean()));
        }
        return vendor;
    }
}
