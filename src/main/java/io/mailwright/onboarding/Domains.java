package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Fate;
import io.mailwright.ledger.Ledger.PricedName;
import io.mailwright.ledger.Readings;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Quote;
import io.mailwright.plan.Search;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Searching for names, buying them, seeing them registered. */
@Step("domains")
class Domains {
    /** The vendor takes at most ten names in one purchase (docs/scaledmail-api.md, 6). */
    private static final int NAMES_A_PURCHASE = 10;

    /** A step stays well below the engine's lock; what is left is searched in the next one. */
    private static final Duration SEARCH_A_STEP = Duration.ofSeconds(20);

    /** A tenth of a day. */
    private static final Duration ASKED_AGAIN = Duration.ofMinutes(144);

    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Attempting attempting;
    private final Searching searching;
    private final Ledger ledger;
    private final Regrouping regrouping;
    private final Substitutes substitutes;
    private final Readings readings;
    private final Plans plans;
    private final Clock clock;
    private final Runs runs;

    Domains(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Attempting attempting,
            Searching searching,
            Ledger ledger,
            Regrouping regrouping,
            Substitutes substitutes,
            Readings readings,
            Plans plans,
            Clock clock,
            Runs runs) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.attempting = attempting;
        this.searching = searching;
        this.ledger = ledger;
        this.regrouping = regrouping;
        this.substitutes = substitutes;
        this.readings = readings;
        this.plans = plans;
        this.clock = clock;
        this.runs = runs;
    }

    /** Asks for candidates until enough fit; each answer is kept, so that a later run goes on from there. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void search(String id) {
        CampaignRow row = records.campaign(id);
        records.aside(() -> records.stage(id, Stage.SEARCHING));
        attempting.of(row, () -> {
            Campaign campaign = runs.of(row);
            Search search = searching.of(campaign, planRecords.suggested(id));
            Map<String, Quote> quotes = planRecords.quotes(id);
            Instant until = clock.instant().plus(SEARCH_A_STEP);
            while (searching.ask(search, row.organization(), quotes, answer -> records.aside(() -> keep(id, answer)))) {
                if (clock.instant().isAfter(until))
                    throw new TryAgainAt(clock.instant(), "there are more names to search");
            }
        });
    }

    private void keep(String id, Searching.Answer answer) {
        answer.suggested().ifPresent(page -> planRecords.suggested(id, page));
        answer.quotes().forEach(quote -> planRecords.quote(id, quote));
    }

    /** Buys the next names of an order, ten at most; an alternate takes the slot of a name that went. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void buy(String key) {
        OrderRow order = orderRecords.order(key);
        attempting.of(order, () -> {
            List<DomainRow> planned = planned(order);
            if (planned.isEmpty()) {
                lostNames(order);
                return;
            }
            records.aside(() -> orderRecords.stage(order, Stage.BUYING));
            regrouping.asTheVendorHasThem(order);
            planned = planned(order);
            List<DomainRow> batch = planned.subList(0, Math.min(NAMES_A_PURCHASE, planned.size()));
            if (batch.isEmpty()) return;
            Map<String, Fate> fates = ledger.buyDomains(
                    plans.authority(order),
                    batch.stream()
                            .map(domain -> new PricedName(domain.domain(), domain.price()))
                            .toList());
            records.aside(() -> batch.forEach(domain -> {
                Fate fate = fates.get(domain.domain());
                if (fate == Fate.OURS) orderRecords.state(domain, DomainRow.State.BOUGHT);
                if (fate == Fate.LOST) substitutes.substitute(domain);
            }));
            lostNames(order);
        });
    }

    /** Every name of the order that is still wanted is bought. */
    public boolean bought(String key) {
        return planned(orderRecords.order(key)).isEmpty();
    }

    /** A purchase for the order has no known outcome yet. */
    public boolean unsettled(String key) {
        OrderRow order = orderRecords.order(key);
        return ledger.unsettled(order.campaign(), order.number(), SpendKind.BUY_DOMAINS);
    }

    /** A person said to go on with fewer domains. */
    public void without(String key) {
        OrderRow order = orderRecords.order(key);
        records.aside(() -> orderRecords.slots(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.LOST)
                .forEach(domain -> orderRecords.state(domain, DomainRow.State.DROPPED)));
    }

    /** Whether the vendor's last list has every name of the order; tells so in the rows. */
    public boolean registered(String key) {
        OrderRow order = orderRecords.order(key);
        List<DomainRow> waiting = orderRecords.domains(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.BOUGHT)
                .toList();
        Set<String> listed = readings.lastRegistrations(
                        records.campaign(order.campaign()).organization())
                .map(reading -> reading.rows().stream()
                        .map(Wire.Registration::domain)
                        .map(Readings::name)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        List<DomainRow> there = waiting.stream()
                .filter(domain -> listed.contains(domain.domain()))
                .toList();
        boolean all = there.size() == waiting.size();
        records.aside(() -> {
            there.forEach(domain -> orderRecords.state(domain, DomainRow.State.REGISTERED));
            if (order.stage().ordinal() <= Stage.REGISTERING.ordinal())
                orderRecords.stage(order, all ? Stage.ORDERING : Stage.REGISTERING);
        });
        return all;
    }

    private List<DomainRow> planned(OrderRow order) {
        return orderRecords.domains(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.PLANNED)
                .toList();
    }

    private void lostNames(OrderRow order) {
        Optional<String> lost = orderRecords.slots(order).stream()
                .filter(domain -> domain.state() == DomainRow.State.LOST)
                .map(DomainRow::domain)
                .reduce((a, b) -> a + ", " + b);
        if (lost.isEmpty()) return;
        String said =
                lost.get() + " can't be had any more at the price that was approved, and no approved alternate is left";
        Optional<Instant> again =
                planRecords.searchedInVain(order.campaign()).map(searched -> searched.plus(ASKED_AGAIN));
        if (again.isPresent() && clock.instant().isBefore(again.get())) {
            String later = said + "; nothing new was found, you are asked again at "
                    + again.get().truncatedTo(ChronoUnit.MINUTES);
            records.aside(() -> orderRecords.problem(order, later));
            throw new TryAgainAt(again.get(), later);
        }
        throw new BusinessFailure("no-alternate", said);
    }
}
