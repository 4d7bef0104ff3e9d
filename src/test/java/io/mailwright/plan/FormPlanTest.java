package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormPlanTest {
    private static final PaidForm FORM = new PaidForm("3f0d9a52", "recA");
    private static final List<String> NAMES = List.of("b.com", "a.com");

    private static Campaign file(List<OwnedDomain> own, Map<Provider, Integer> types) {
        Campaign recipe = new Campaign(
                "acme",
                null,
                "q1",
                null,
                null,
                null,
                List.of(),
                null,
                Map.of(),
                List.of(new Person("Anna", "Smith", null, null, null), new Person("Ben", "Okafor", null, null, null)),
                List.of(NamePattern.of("{first}")),
                List.of(),
                "https://acme.example",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
        return recipe.of("acme", own, types);
    }

    private static OwnedDomain own(String domain, String hosting) {
        return new OwnedDomain(domain, hosting, null, null, null, null, null);
    }

    private static FormFacts facts(List<String> names, Integer wanted, Set<String> registered) {
        return new FormFacts(FORM, Provider.GOOGLE, names, wanted, registered, new BigDecimal("14.00"));
    }

    private static Plan plan(Campaign file, boolean recipe, FormFacts facts) {
        return FormPlan.of(file, "acme-3f0d9a52", recipe, "org", facts);
    }

    @Test
    void aRecipeTakesTheFormsDomainsInItsOrderAndCostsNothingNow() {
        Plan plan = plan(file(List.of(), Map.of()), false, facts(NAMES, 2, Set.copyOf(NAMES)));
        assertThat(plan.domains()).extracting(PlannedDomain::domain).containsExactlyElementsOf(NAMES);
        assertThat(plan.domains().get(0).aliases()).extracting(Alias::localPart).containsExactly("anna", "ben");
        assertThat(plan.orders())
                .containsExactly(new PlannedOrder(1, Provider.GOOGLE, "scaledmail", null, 2, 4, new BigDecimal("14")));
        assertThat(plan.cost().now()).isZero();
        assertThat(plan.cost().monthly()).isEqualByComparingTo("14");
        assertThat(plan.form()).isEqualTo(FORM);
        assertThat(PlanJson.intact(plan)).isTrue();
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void anotherFormIsAnotherPlan() {
        FormFacts facts = facts(NAMES, 2, Set.copyOf(NAMES));
        FormFacts other = new FormFacts(
                new PaidForm("f2", "recA"), Provider.GOOGLE, NAMES, 2, Set.copyOf(NAMES), facts.monthly());
        Campaign recipe = file(List.of(), Map.of());
        assertThat(plan(recipe, false, other).hash())
                .isNotEqualTo(plan(recipe, false, facts).hash());
    }

    @Test
    void anotherCampaignsDomainsArePassedOver() {
        Campaign others = file(List.of(own("c.com", "namecheap")), Map.of(Provider.SMTP, 1));
        FormFacts facts = facts(NAMES, 2, Set.copyOf(NAMES));
        assertThat(plan(others, true, facts).domains())
                .extracting(PlannedDomain::domain)
                .containsExactlyElementsOf(NAMES);
        assertThatThrownBy(() -> plan(others, false, facts)).isInstanceOf(PlanRefused.class);
    }

    @Test
    void oneLoginForAllDomainsElsewhere() {
        List<OwnedDomain> one = List.of(own("a.com", "namecheap"), own("b.com", "namecheap"));
        Plan plan = plan(file(one, Map.of(Provider.GOOGLE, 2)), false, facts(List.of(), 2, Set.of()));
        assertThat(plan.orders().get(0).source()).isEqualTo("other");
        assertThat(plan.orders().get(0).hosting()).isEqualTo("namecheap");
        List<OwnedDomain> two = List.of(own("a.com", "namecheap"), own("b.com", "godaddy"));
        assertThatThrownBy(() -> plan(file(two, Map.of(Provider.GOOGLE, 2)), false, facts(List.of(), 2, Set.of())))
                .hasMessage(
                        "one order takes the login of one registrar, but 'hosting:' names godaddy, namecheap; give all"
                                + " its domains the same");
        assertThatThrownBy(() -> plan(
                        file(one, Map.of(Provider.GOOGLE, 2)), false, facts(List.of(), 2, Set.of("a.com", "b.com"))))
                .hasMessage("a.com, b.com are registered at the vendor itself; take 'hosting:' out");
    }

    @Test
    void namesOfBothKindsAreNoMatterOfTheFile() {
        assertThatThrownBy(() -> plan(file(List.of(), Map.of()), false, facts(NAMES, 2, Set.of("a.com"))))
                .isInstanceOf(MixedSources.class)
                .hasMessageContaining("a.com are registered at the vendor and b.com are not");
    }

    @Test
    void aFormThatNamesNothingAndDoesNotSayHowManyTakesWhatTheFileOwns() {
        List<OwnedDomain> one = List.of(own("a.com", null));
        assertThat(plan(file(one, Map.of(Provider.GOOGLE, 1)), false, facts(List.of(), null, Set.of("a.com")))
                        .domains())
                .hasSize(1);
        assertThatThrownBy(() -> plan(file(List.of(), Map.of()), false, facts(List.of(), null, Set.of())))
                .hasMessage("the form names no domains and asks for some; name those it is for by own and providers"
                        + " google: N");
    }
}
