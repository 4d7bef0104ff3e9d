package io.mailwright.plan;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Budget;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Purchase;
import io.mailwright.campaign.Rule;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.Sequencer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A small campaign to change one thing of, and vendor answers for it. */
final class Example {
    static final Map<Provider, UnitPrice> PRICES = Map.of(
            Provider.GOOGLE, new UnitPrice(new BigDecimal("6.00"), UnitPrice.Basis.DOMAIN),
            Provider.SMTP, new UnitPrice(new BigDecimal("1.25"), UnitPrice.Basis.MAILBOX),
            Provider.OUTLOOK, new UnitPrice(new BigDecimal("50"), UnitPrice.Basis.DOMAIN));

    Purchase buy = buy(4, List.of("acme"), List.of("get", "try", "use"), List.of(), List.of("com", "io"));
    Rule only;
    Rule prefer;
    List<OwnedDomain> own = List.of();
    Prewarmed prewarmed;
    List<WarmDomain> stock = List.of();
    List<SuggestedPage> suggested = List.of();
    List<Person> people = List.of(
            new Person("Anna", "Smith", null, null, "https://acme.example/anna.jpg"),
            new Person("José", "Núñez", null, null, null),
            new Person("Vincent", "van der Berg", "Vince", null, null));
    Map<Provider, Integer> providers = providers(2, 1, 1);
    List<NamePattern> patterns = Stream.of("{first}.{last}", "{f}{last}", "{first}{l}", "{first}{last}{n}")
            .map(NamePattern::of)
            .toList();
    String tag = "q3";
    String redirect = "https://acme.example";
    String photo;
    Budget budget;
    Schedule schedule;
    Sequencer sequencer;
    String coupon;

    static Purchase buy(
            int count, List<String> keywords, List<String> prefixes, List<String> suffixes, List<String> tlds) {
        return new Purchase(count, keywords, prefixes, suffixes, tlds, new BigDecimal("16"));
    }

    static Map<Provider, Integer> providers(int google, int smtp, int outlook) {
        Map<Provider, Integer> providers = new LinkedHashMap<>();
        providers.put(Provider.GOOGLE, google);
        providers.put(Provider.SMTP, smtp);
        providers.put(Provider.OUTLOOK, outlook);
        providers.values().removeIf(count -> count == 0);
        return providers;
    }

    Campaign campaign() {
        return new Campaign(
                "acme-q3",
                null,
                tag,
                buy,
                only,
                prefer,
                own,
                prewarmed,
                providers,
                people,
                patterns,
                List.of("sales"),
                redirect,
                photo,
                budget,
                ApprovalPolicy.DEFAULT,
                schedule,
                sequencer,
                List.of(ExportFormat.CSV),
                coupon);
    }

    static List<OwnedDomain> owned(String... domains) {
        return Stream.of(domains).map(OwnedDomain::of).toList();
    }

    List<String> candidates() {
        return Candidates.of(campaign()).inOrder().stream()
                .map(Candidate::domain)
                .toList();
    }

    static Quote at(String domain, String price) {
        return new Quote(domain, true, new BigDecimal(price), new BigDecimal(price).add(BigDecimal.ONE), false);
    }

    static Quote taken(String domain) {
        return new Quote(domain, false, null, null, true);
    }

    static Map<String, Quote> quotes(Quote... quotes) {
        return Stream.of(quotes).collect(Collectors.toMap(Quote::domain, quote -> quote));
    }

    /** Every candidate can be had, for the price. */
    Map<String, Quote> allAt(String price) {
        Map<String, Quote> quotes = new LinkedHashMap<>();
        candidates().forEach(domain -> quotes.put(domain, at(domain, price)));
        return quotes;
    }

    Plan plan(Map<String, Quote> quotes) {
        return plan(quotes, PRICES);
    }

    Plan plan(Map<String, Quote> quotes, Map<Provider, UnitPrice> prices) {
        return Planner.plan(campaign(), "org-1", new VendorAnswers(quotes, suggested, prices, stock), List.of());
    }

    Plan plan(Map<String, Quote> quotes, List<KeptName> kept) {
        return Planner.plan(campaign(), "org-1", new VendorAnswers(quotes, suggested, PRICES, stock), kept);
    }

    Search search(int batch) {
        return new Search(campaign(), suggested, batch);
    }

    /** All batches the search asks for, while the vendor answers from the map. */
    List<List<String>> searched(Map<String, Quote> vendor, int batch) {
        Search search = search(batch);
        Map<String, Quote> known = new LinkedHashMap<>();
        List<List<String>> batches = new ArrayList<>();
        for (List<String> next = search.next(known); !next.isEmpty(); next = search.next(known)) {
            batches.add(next);
            next.forEach(domain -> known.put(domain, vendor.getOrDefault(domain, taken(domain))));
        }
        return batches;
    }
}
