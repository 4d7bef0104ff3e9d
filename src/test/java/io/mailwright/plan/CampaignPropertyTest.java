package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random campaigns over everything a file can say, against a vendor that answers at random. */
class CampaignPropertyTest {
    private static final List<Person> PEOPLE = List.of(
            new Person("Anna", "Smith", null, null, "https://acme.example/anna.jpg"),
            new Person("Chloé", "Dubois", "Clo", null, null),
            new Person("小龙", "李", null, "Xiaolong Li", null),
            new Person("Vincent", "van der Berg", "Vince", null, null),
            new Person("x".repeat(50), "O’Brien", null, null, null));

    @Property(tries = 300)
    void aPlanHoldsForTheVendorOrIsRefused(@ForAll long seed) {
        Random random = new Random(seed);
        Example example = campaign(random);
        Vendor vendor = new Vendor(random);
        Map<String, Quote> quotes = vendor.searched(example);
        Plan plan;
        try {
            plan = example.plan(quotes);
        } catch (PlanRefused refused) {
            assertThat(refused.getMessage()).containsAnyOf("missing", "mix", "needs exactly");
            return;
        }
        FormRules.check(plan);
        assertThat(plan.domains()).hasSize(example.own.size() + (example.buy == null ? 0 : example.buy.count()));
        example.providers.forEach((type, count) -> assertThat(plan.domains())
                .filteredOn(domain -> domain.provider() == type)
                .hasSize(count));
        example.own.forEach(own -> assertThat(plan.domains())
                .filteredOn(domain -> domain.domain().equals(own.domain()))
                .singleElement()
                .matches(domain -> own.provider() == null || own.provider() == domain.provider()));
        assertPricesAddUp(plan);
        List<WarmDomain> otherOrder = new ArrayList<>(example.stock);
        Collections.reverse(otherOrder);
        example.stock = otherOrder;
        assertThat(PlanJson.write(example.plan(new HashMap<>(quotes)))).isEqualTo(PlanJson.write(plan));
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
        assertThat(PlanJson.intact(plan)).isTrue();
        assertAnAlternateTakesTheSlotAsItIs(example, quotes, plan);
    }

    private static void assertPricesAddUp(Plan plan) {
        BigDecimal names =
                sum(plan.domains().stream().filter(PlannedDomain::bought).map(PlannedDomain::price));
        BigDecimal once = sum(plan.prewarmed().stream().map(WarmDomain::oneTime));
        BigDecimal month = sum(Stream.concat(
                plan.orders().stream().map(PlannedOrder::monthly),
                plan.prewarmed().stream().map(WarmDomain::monthly)));
        assertThat(plan.cost().registrations()).isEqualByComparingTo(names);
        assertThat(plan.cost().firstMonth()).isEqualByComparingTo(month);
        assertThat(plan.cost().monthly()).isEqualByComparingTo(month);
        assertThat(plan.cost().now()).isEqualByComparingTo(names.add(once).add(month));
        assertThat(ApprovalCheck.facts(plan)).containsEntry("total", plan.cost().now());
    }

    /** Types, people and orders follow the slot, whatever name is in it. */
    private static void assertAnAlternateTakesTheSlotAsItIs(Example example, Map<String, Quote> quotes, Plan plan) {
        Optional<PlannedDomain> bought =
                plan.domains().stream().filter(PlannedDomain::bought).findFirst();
        if (bought.isEmpty() || plan.alternates().isEmpty()) {
            return;
        }
        Map<String, Quote> without = new HashMap<>(quotes);
        without.put(bought.get().domain(), Example.taken(bought.get().domain()));
        Plan other = example.plan(without);
        for (int i = 0; i < plan.domains().size(); i++) {
            PlannedDomain before = plan.domains().get(i);
            PlannedDomain after = other.domains().get(i);
            assertThat(after.provider()).isEqualTo(before.provider());
            assertThat(after.order()).isEqualTo(before.order());
            assertThat(after.aliases()).isEqualTo(before.aliases());
            assertThat(after.sender()).isEqualTo(before.sender());
        }
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Example campaign(Random random) {
        Example example = new Example();
        example.people = PEOPLE.subList(0, 1 + random.nextInt(PEOPLE.size()));
        example.patterns = patterns(random);
        example.photo = random.nextBoolean() ? "https://acme.example/team.jpg" : null;
        int wanted = random.nextInt(8);
        example.buy = wanted == 0
                ? null
                : Example.buy(wanted, List.of("acme", "acme labs"), List.of("get"), List.of(), List.of("com", "io"));
        example.prefer = random.nextInt(3) == 0 ? TestRule.of("price", facts -> facts.get("price"), "price") : null;
        List<Provider> types = new ArrayList<>();
        int owned = random.nextInt(6) + (wanted == 0 ? 1 : 0);
        for (int i = 0; i < owned + wanted; i++) {
            types.add(Provider.values()[random.nextInt(3)]);
        }
        example.providers = new LinkedHashMap<>();
        types.forEach(type -> example.providers.merge(type, 1, Integer::sum));
        example.own = IntStream.range(0, owned)
                .mapToObj(i -> owned(random, "own" + i + ".com", types.get(i)))
                .toList();
        example.prewarmed = random.nextInt(3) > 0
                ? null
                : new Prewarmed(
                        Map.of(Provider.GOOGLE, 1 + random.nextInt(3)), random.nextBoolean() ? null : BigDecimal.TEN);
        example.stock = IntStream.range(0, 8)
                .mapToObj(i -> new WarmDomain(
                        "w" + i,
                        "warm" + i + ".com",
                        Provider.values()[i % 2],
                        Provider.values()[i % 2].aliasesPerDomain(),
                        BigDecimal.valueOf(random.nextInt(1500), 2),
                        BigDecimal.valueOf(random.nextInt(900), 2)))
                .toList();
        return example;
    }

    private static OwnedDomain owned(Random random, String domain, Provider type) {
        return new OwnedDomain(
                domain,
                random.nextInt(3) == 0 ? List.of("namecheap", "porkbun").get(random.nextInt(2)) : null,
                random.nextInt(3) == 0 ? type : null,
                random.nextInt(4) == 0 ? PEOPLE.subList(2, 4) : null,
                random.nextInt(4) == 0 ? patterns(random) : null,
                random.nextInt(4) == 0 ? "https://acme.example/own" : null,
                null);
    }

    private static List<NamePattern> patterns(Random random) {
        return random.nextInt(5) == 0
                ? List.of()
                : Stream.of("{first}.{last}", "{f}{last}", "{nick}", "{first:3}_{l}{nn}", "{last}{n}")
                        .skip(random.nextInt(5))
                        .map(NamePattern::of)
                        .toList();
    }

    /** Answers each name once and suggests two pages a keyword, of which it leaves some prices out. */
    private record Vendor(Random random) {
        Map<String, Quote> searched(Example example) {
            Search search = example.search(3);
            Map<String, Quote> quotes = new LinkedHashMap<>();
            while (true) {
                List<String> batch = search.next(quotes);
                Optional<SuggestionRequest> request = search.request(quotes);
                if (batch.isEmpty() && request.isEmpty()) {
                    example.suggested = search.suggested();
                    return quotes;
                }
                assertThat(batch).noneMatch(quotes::containsKey);
                batch.forEach(name -> quotes.put(name, quote(name)));
                request.ifPresent(asked -> {
                    List<String> names = Stream.of("try", "go", "acme")
                            .map(start -> start + asked.keyword() + asked.page() + ".com")
                            .toList();
                    names.stream()
                            .filter(name -> random.nextBoolean())
                            .forEach(name -> quotes.putIfAbsent(name, quote(name)));
                    search.suggested(new SuggestedPage(asked, names, asked.page() == 2));
                });
            }
        }

        private Quote quote(String name) {
            boolean available = random.nextInt(3) > 0;
            BigDecimal price = available ? BigDecimal.valueOf(random.nextInt(1800), 2) : null;
            return new Quote(name, available, price, null, random.nextBoolean());
        }
    }
}
