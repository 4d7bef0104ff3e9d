package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the plan of an order that is paid already and waits for its form: nothing is bought, and one order has the form's
 * domains. The same arguments give the same plan, byte for byte.
 */
public final class FormPlan {
    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private final Campaign file;
    private final FormFacts facts;

    private FormPlan(Campaign file, FormFacts facts) {
        this.file = file;
        this.facts = facts;
    }

    /**
     * @param file what it says of names to buy is passed over
     * @param name the campaign's
     * @param recipe whether domains that are not the form's are passed over too
     * @throws PlanRefused when the file does not fit the form
     */
    public static Plan of(Campaign file, String name, boolean recipe, String organization, FormFacts facts) {
        FormPlan form = new FormPlan(file, facts);
        List<OwnedDomain> domains = form.own(recipe);
        Provider type = facts.provider();
        String hosting = form.hosting(domains);
        Campaign campaign = file.of(name, domains, Map.of(type, domains.size()));
        List<Slot> slots = Slots.fill(campaign, List.of());
        PlannedOrder order = new PlannedOrder(
                1,
                type,
                new Slot.OrderKind(type, hosting).source(),
                hosting,
                slots.size(),
                slots.size() * type.aliasesPerDomain(),
                Dollars.plain(facts.monthly()));
        Cost cost = new Cost(NOTHING, null, NOTHING, NOTHING, order.monthly(), NOTHING);
        BudgetCheck.check(campaign.budget(), cost, Earlier.NONE);
        return PlanJson.sealed(new Plan(
                name,
                organization,
                file.tag() == null ? "" : file.tag(),
                slots.stream().map(FormPlan::domain).toList(),
                List.of(),
                List.of(order),
                List.of(),
                file.sequencer(),
                null,
                facts.form(),
                cost,
                null));
    }

    private static PlannedDomain domain(Slot slot) {
        return new PlannedDomain(
                slot.number(),
                1,
                slot.domain(),
                slot.provider(),
                false,
                null,
                null,
                slot.redirect(),
                slot.photo(),
                slot.aliases(),
                slot.sender());
    }

    /** The form's domains as the file has them, or as they come. */
    private List<OwnedDomain> own(boolean recipe) {
        boolean fits = file.own().size() == wanted()
                && (facts.domains().isEmpty() || names(file.own()).equals(Set.copyOf(facts.domains())));
        if (!file.own().isEmpty() && (fits || !recipe)) {
            if (!fits) throw new PlanRefused(otherDomains());
            if (!recipe) requireTypes();
            return file.own();
        }
        if (facts.domains().isEmpty())
            throw new PlanRefused("the form names no domains and asks for %s; name those it is for by own and %s"
                    .formatted(facts.wanted() == null ? "some" : facts.wanted(), providers()));
        return facts.domains().stream().map(OwnedDomain::of).toList();
    }

    private int wanted() {
        if (!facts.domains().isEmpty()) return facts.domains().size();
        return facts.wanted() == null ? file.own().size() : facts.wanted();
    }

    private String otherDomains() {
        return facts.domains().isEmpty()
                ? "the form asks for %s domains, but 'own' names %s; name exactly as many"
                        .formatted(facts.wanted(), file.own().size())
                : "the form is for %s, but 'own' names %s; name the same, or take 'own' and 'providers' out"
                        .formatted(
                                String.join(", ", facts.domains()),
                                String.join(
                                        ", ",
                                        file.own().stream()
                                                .map(OwnedDomain::domain)
                                                .toList()));
    }

    private void requireTypes() {
        Set<Provider> types = new HashSet<>(file.providers().keySet());
        types.removeIf(type -> file.providers().get(type) == 0);
        if (!types.equals(Set.of(facts.provider())))
            throw new PlanRefused("the form's order is of %s mailboxes; write %s"
                    .formatted(facts.provider().word(), providers()));
    }

    private String providers() {
        boolean known = !facts.domains().isEmpty() || facts.wanted() != null;
        return "providers " + facts.provider().word() + ": " + (known ? wanted() : "N");
    }

    /** The secret with the registrar's login, or null: all are registered at the vendor. */
    private String hosting(List<OwnedDomain> domains) {
        List<String> here = domains.stream()
                .map(OwnedDomain::domain)
                .filter(facts.registered()::contains)
                .toList();
        List<String> elsewhere = domains.stream()
                .map(OwnedDomain::domain)
                .filter(domain -> !facts.registered().contains(domain))
                .toList();
        if (!here.isEmpty() && !elsewhere.isEmpty()) throw new MixedSources(here, elsewhere);
        Set<String> logins = new HashSet<>();
        domains.forEach(domain -> logins.add(domain.hosting()));
        if (elsewhere.isEmpty() && !logins.equals(Collections.singleton(null)))
            throw new PlanRefused(
                    String.join(", ", here) + " are registered at the vendor itself; take 'hosting:' out");
        if (elsewhere.isEmpty()) return null;
        if (logins.contains(null))
            throw new PlanRefused(String.join(", ", elsewhere)
                    + " are not registered at the vendor, so the login of their registrar is needed; name them by own '"
                    + String.join("', '", elsewhere) + "', hosting: 'SECRET' and " + providers());
        if (logins.size() > 1)
            throw new PlanRefused("one order takes the login of one registrar, but 'hosting:' names "
                    + String.join(
                            ", ",
                            logins.stream().filter(Objects::nonNull).sorted().toList())
                    + "; give all its domains the same");
        return logins.iterator().next();
    }

    private static Set<String> names(List<OwnedDomain> domains) {
        Set<String> names = new HashSet<>();
        domains.forEach(domain -> names.add(domain.domain()));
        return names;
    }
}
