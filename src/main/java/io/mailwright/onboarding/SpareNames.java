package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.ledger.Readings;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.Spares;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The names that may stand in a burned domain's place. */
@Component
class SpareNames {
    private final Records records;
    private final PlanRecords planRecords;
    private final RequestRecords requests;
    private final DomainChanges changes;
    private final Readings readings;
    private final JdbcClient jdbc;

    SpareNames(
            Records records,
            PlanRecords planRecords,
            RequestRecords requests,
            DomainChanges changes,
            Readings readings,
            JdbcClient jdbc) {
        this.records = records;
        this.planRecords = planRecords;
        this.requests = requests;
        this.changes = changes;
        this.readings = readings;
        this.jdbc = jdbc;
    }

    /**
     * By rule; one that was shown before stays as long as it fits.
     *
     * @throws BusinessFailure when none fits; the sentence says how there will be one
     */
    String choose(RequestRow request) {
        List<Spares.Registered> free = readings.registrations(request.organization()).rows().stream()
                .filter(row -> unassigned(row) && fits(request, Readings.name(row.domain())))
                .map(row -> new Spares.Registered(Readings.name(row.domain()), row.renewalPrice()))
                .toList();
        List<String> fitting = request.campaign() == null
                ? free.stream().map(Spares.Registered::domain).sorted().toList()
                : byRule(request.campaign(), free);
        if (fitting.isEmpty())
            throw ChangeTexts.problem("no spare for " + request.subject() + ": "
                    + (free.isEmpty()
                            ? "no name is"
                            : free.size() + " registered, but the campaign's 'only' keeps none that is")
                    + " registered at the vendor, in no order and not planned for; register one there and go on, or cancel"
                    + " this request and name the new domain yourself");
        String shown = request.change().to();
        return shown != null && fitting.contains(shown) ? shown : fitting.get(0);
    }

    private List<String> byRule(String id, List<Spares.Registered> free) {
        Campaign campaign = Campaigns.read(records.campaign(id));
        List<String> alternates = jdbc.sql("select domain from alternate where campaign_id = ? order by rank")
                .param(id)
                .query(String.class)
                .list();
        try {
            return Spares.inOrder(campaign, alternates, planRecords.quotes(id), free);
        } catch (PlanRefused refused) {
            throw ChangeTexts.problem(refused.getMessage() + "; cancel this request and name the new domain yourself");
        }
    }

    /** A name that a person chose, registered at the vendor. @throws BusinessFailure saying what is wrong with it */
    void check(RequestRow request, String name) {
        Readings.Reading<Wire.Registration> reading = readings.registrations(request.organization());
        Wire.Registration row = reading.first(one -> Readings.name(one.domain()).equals(name))
                .orElseThrow(() -> ChangeTexts.problem(name + " is not registered at the vendor in this workspace:"
                        + " register it there and go on, or cancel this request and name another, with the 'hosting' of"
                        + " its registrar if it is registered elsewhere"));
        if (!unassigned(row))
            throw ChangeTexts.problem(
                    name + " is in an order already: cancel this request and name one that is in none");
        String why = whyNot(request, name);
        if (why != null) throw ChangeTexts.problem(name + " " + why + ": cancel this request and name another");
    }

    /** A name that a person chose, registered elsewhere. @throws BusinessFailure saying what is wrong with it */
    void checkElsewhere(RequestRow request, String name) {
        if (readings.registrations(request.organization())
                .first(row -> Readings.name(row.domain()).equals(name))
                .isPresent())
            throw ChangeTexts.problem(
                    name + " is registered at the vendor itself: cancel this request and ask again without 'hosting'");
        if (readings.lastDomains(request.organization())
                .flatMap(reading ->
                        reading.first(row -> Readings.name(row.domain()).equals(name)))
                .isPresent())
            throw ChangeTexts.problem(
                    name + " is in an order already: cancel this request and name one that is in none");
        String why = whyNot(request, name);
        if (why != null) throw ChangeTexts.problem(name + " " + why + ": cancel this request and name another");
    }

    /** A name that was taken out as burned is not chosen again; a person may name it. */
    private boolean fits(RequestRow request, String name) {
        return !changes.burned(name) && whyNot(request, name) == null;
    }

    /** What keeps a name that the vendor would take, or null. */
    private String whyNot(RequestRow request, String name) {
        if (changes.planned(name)) return "is planned for by a campaign that is under way";
        return promised(request).contains(name) ? "was promised to another domain by a request that is open" : null;
    }

    private Set<String> promised(RequestRow request) {
        return requests.all().stream()
                .filter(other -> other.kind() == RequestKind.REPLACE_DOMAIN
                        && !other.stage().ended()
                        && !other.id().equals(request.id())
                        && other.change().to() != null)
                .map(other -> other.change().to())
                .collect(Collectors.toSet());
    }

    private static boolean unassigned(Wire.Registration row) {
        return row.domainId() == null || row.domainId().isBlank();
    }
}
