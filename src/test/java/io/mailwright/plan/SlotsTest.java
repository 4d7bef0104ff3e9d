package io.mailwright.plan;

import static io.mailwright.campaign.Provider.GOOGLE;
import static io.mailwright.campaign.Provider.OUTLOOK;
import static io.mailwright.campaign.Provider.SMTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code own … hosting:}, {@code domain(…)} and {@code patterns vendor} make of slots and orders. */
class SlotsTest {
    private static final Person JUERGEN = new Person("Jürgen", "Groß", null, "Juergen Gross", null);
    private static final Person KAETHE = new Person("Käthe", "Weiß", null, null, "https://acme.example/k.jpg");

    private final Example example = new Example();

    @BeforeEach
    void ownsOnly() {
        example.buy = null;
        example.photo = "https://acme.example/team.jpg";
        example.patterns = patterns("{first}.{last}", "{f}{last}", "{first}", "{first}{last}{n}");
    }

    @Test
    void aDomainThatNamesItsTypeTakesThatFirst() {
        example.providers = Example.providers(1, 2, 1);
        example.own = List.of(own("a.com"), typed("b.com", "smtp"), own("c.com"), typed("d.com", "google"));
        assertThat(plan().domains())
                .extracting(PlannedDomain::slot, PlannedDomain::domain, PlannedDomain::provider)
                .containsExactly(
                        Tuple.tuple(1, "a.com", SMTP),
                        Tuple.tuple(2, "b.com", SMTP),
                        Tuple.tuple(3, "c.com", OUTLOOK),
                        Tuple.tuple(4, "d.com", GOOGLE));
    }

    @Test
    void aTypeThatIsNotCountedCannotBeTaken() {
        example.providers = Example.providers(2, 0, 0);
        example.own = List.of(own("a.com"), typed("b.com", "smtp"));
        assertThatThrownBy(this::plan)
                .isInstanceOf(PlanRefused.class)
                .hasMessage("'domain' gives b.com the type smtp, but 'providers' counts only 0 of it; "
                        + "count it there, or give it another");
    }

    @Test
    void whatADomainSaysReplacesTheCampaigns() {
        example.providers = Example.providers(3, 0, 0);
        example.own = List.of(
                own("a.com"),
                new OwnedDomain(
                        "b.com",
                        null,
                        null,
                        List.of(JUERGEN, KAETHE),
                        patterns("{last}.{first}"),
                        "https://acme.example/de",
                        "https://acme.example/b.jpg"),
                own("c.com"));
        Plan plan = plan();
        assertThat(plan.domains())
                .extracting(PlannedDomain::redirect, PlannedDomain::photo)
                .containsExactly(
                        Tuple.tuple("https://acme.example", "https://acme.example/team.jpg"),
                        Tuple.tuple("https://acme.example/de", "https://acme.example/b.jpg"),
                        Tuple.tuple("https://acme.example", "https://acme.example/team.jpg"));
        assertThat(localParts(plan, 2)).containsExactly("gross.juergen", "weiss.kathe");
        assertThat(plan.domains().get(1).aliases().get(1).photo()).isEqualTo("https://acme.example/k.jpg");
    }

    @Test
    void peopleOfADomainDoNotMoveThePlaceAndItsPatternsAloneDo() {
        example.providers = Example.providers(4, 0, 0);
        example.own = List.of(
                own("a.com"),
                new OwnedDomain("b.com", null, null, List.of(JUERGEN, KAETHE), null, null, null),
                new OwnedDomain("c.com", null, null, null, patterns("{last}"), null, null),
                own("d.com"));
        Plan plan = plan();
        assertThat(localParts(plan, 1)).containsExactly("anna.smith", "jose.nunez");
        assertThat(localParts(plan, 2)).containsExactly("juergen.gross", "kathe.weiss");
        assertThat(localParts(plan, 3)).containsExactly("vanderberg", "smith");
        assertThat(localParts(plan, 4)).containsExactly("jose.nunez", "vincent.vanderberg");
    }

    @Test
    void shortAliasesOfADomainsOwnPeopleNameTheDomain() {
        example.providers = Example.providers(0, 2, 0);
        example.own = List.of(
                own("a.com"), new OwnedDomain("b.com", null, null, List.of(JUERGEN), patterns("{first}"), null, null));
        assertThatThrownBy(this::plan)
                .isInstanceOf(PlanRefused.class)
                .hasMessageStartingWith(
                        "b.com: smtp needs exactly 4 aliases a domain, but people and patterns make only 1");
    }

    @Test
    void theVendorsAliasesAreMadeForOnePersonADomainInTurn() {
        example.patterns = List.of();
        example.providers = Example.providers(2, 1, 1);
        example.own = List.of(
                own("a.com"),
                new OwnedDomain("b.com", null, null, List.of(KAETHE), null, null, null),
                own("c.com"),
                own("d.com"));
        Plan plan = plan();
        assertThat(plan.domains())
                .extracting(PlannedDomain::sender, PlannedDomain::photo, PlannedDomain::mailboxes)
                .containsExactly(
                        Tuple.tuple(new SenderName("Anna", "Smith"), "https://acme.example/anna.jpg", 2),
                        Tuple.tuple(new SenderName("Käthe", "Weiß"), "https://acme.example/k.jpg", 2),
                        Tuple.tuple(new SenderName("José", "Núñez"), "https://acme.example/team.jpg", 4),
                        Tuple.tuple(new SenderName("Vincent", "van der Berg"), "https://acme.example/team.jpg", 25));
        assertThat(plan.domains()).allMatch(domain -> domain.aliases().isEmpty());
        assertThat(plan.orders()).extracting(PlannedOrder::mailboxes).containsExactly(4, 4, 25);
    }

    @Test
    void aTypeIsOfOneFormatAndTypesMayDiffer() {
        OwnedDomain generated = new OwnedDomain("b.com", null, null, null, List.of(), null, null);
        example.own = List.of(own("a.com"), generated);
        example.providers = Example.providers(1, 1, 0);
        assertThat(plan().domains().get(1).sender()).isEqualTo(new SenderName("Vincent", "van der Berg"));
        example.providers = Example.providers(2, 0, 0);
        assertThatThrownBy(this::plan)
                .isInstanceOf(PlanRefused.class)
                .hasMessage("google domains mix aliases from patterns (a.com) with 'patterns vendor' (b.com); "
                        + "the vendor takes one of both for all domains of a type");
    }

    @Test
    void anOrderHasOneRegistrar() {
        example.providers = Example.providers(5, 1, 0);
        example.own = List.of(
                own("a.com"),
                elsewhere("b.com", "namecheap"),
                own("c.com"),
                elsewhere("d.com", "porkbun"),
                elsewhere("e.com", "namecheap"),
                elsewhere("f.com", "namecheap"));
        Plan plan = plan();
        assertThat(plan.orders())
                .extracting(
                        PlannedOrder::number,
                        PlannedOrder::provider,
                        PlannedOrder::source,
                        PlannedOrder::hosting,
                        PlannedOrder::domains)
                .containsExactly(
                        Tuple.tuple(1, GOOGLE, "scaledmail", null, 2),
                        Tuple.tuple(2, GOOGLE, "other", "namecheap", 2),
                        Tuple.tuple(3, GOOGLE, "other", "porkbun", 1),
                        Tuple.tuple(4, SMTP, "other", "namecheap", 1));
        assertThat(plan.domains()).extracting(PlannedDomain::order).containsExactly(1, 2, 1, 3, 2, 4);
    }

    @Test
    void aFileWithoutDomainsIsNoPlan() {
        example.providers = Example.providers(0, 0, 0);
        assertThatThrownBy(this::plan).isInstanceOf(PlanRefused.class).hasMessageContaining("asks for no domains");
    }

    private Plan plan() {
        return example.plan(Example.quotes());
    }

    private static Stream<String> localParts(Plan plan, int slot) {
        return plan.domains().get(slot - 1).aliases().stream().map(alias -> alias.localPart());
    }

    private static List<NamePattern> patterns(String... texts) {
        return Stream.of(texts).map(NamePattern::of).toList();
    }

    private static OwnedDomain own(String domain) {
        return OwnedDomain.of(domain);
    }

    private static OwnedDomain typed(String domain, String type) {
        return new OwnedDomain(domain, null, Provider.of(type), null, null, null, null);
    }

    private static OwnedDomain elsewhere(String domain, String secret) {
        return new OwnedDomain(domain, secret, null, null, null, null, null);
    }
}
