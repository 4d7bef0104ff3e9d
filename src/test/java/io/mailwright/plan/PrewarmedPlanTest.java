package io.mailwright.plan;

import static io.mailwright.campaign.Provider.GOOGLE;
import static io.mailwright.campaign.Provider.OUTLOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Sequencer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pre-warmed domains in a plan, with its sequencer and coupon. */
class PrewarmedPlanTest {
    private final Example example = new Example();

    @BeforeEach
    void stocked() {
        example.prewarmed = new Prewarmed(Map.of(GOOGLE, 2), new BigDecimal("30"));
        example.stock = List.of(
                warm("w1", "warm-d.com", GOOGLE, "23.00", "8"),
                warm("w2", "warm-c.com", GOOGLE, "23", "8.50"),
                warm("w3", "warm-b.com", GOOGLE, "30.01", "8"),
                warm("w4", "warm-a.com", GOOGLE, "30", "8"),
                warm("w5", "warm-o.com", OUTLOOK, "20", "50"));
    }

    @Test
    void theCheapestThenByNameAndTheyCount() {
        Plan plan = example.plan(example.allAt("10"));
        assertThat(plan.prewarmed())
                .containsExactly(
                        redirected(warm("w2", "warm-c.com", GOOGLE, "23", "8.5")),
                        redirected(warm("w1", "warm-d.com", GOOGLE, "23", "8")));
        assertThat(plan.cost())
                .isEqualTo(new Cost(
                        new BigDecimal("40"),
                        new BigDecimal("46"),
                        new BigDecimal("83.5"), // 67 for the orders
                        new BigDecimal("169.5"),
                        new BigDecimal("83.5"),
                        new BigDecimal("44")));
        assertThat(ApprovalCheck.facts(plan))
                .containsEntry("total", new BigDecimal("169.5"))
                .containsEntry("monthly", new BigDecimal("83.5"))
                .containsEntry("domains", 6)
                .containsEntry("mailboxes", 4 + 4 + 25 + 4)
                .containsEntry("google", 2)
                .containsEntry("outlook", 1);
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    private static WarmDomain redirected(WarmDomain item) {
        return new WarmDomain(
                item.id(),
                item.domain(),
                item.provider(),
                item.mailboxes(),
                item.oneTime(),
                item.monthly(),
                "https://acme.example");
    }

    @Test
    void theOrderOfTheStockChangesNothing() {
        String plan = PlanJson.write(example.plan(example.allAt("10")));
        List<WarmDomain> shuffled = new ArrayList<>(example.stock);
        Collections.reverse(shuffled);
        example.stock = shuffled;
        assertThat(PlanJson.write(example.plan(example.allAt("10")))).isEqualTo(plan);
    }

    @Test
    void aNameOfTheFleetIsNotTakenAgain() {
        example.buy = null;
        example.own = Example.owned("warm-c.com");
        example.providers = Example.providers(1, 0, 0);
        assertThat(example.plan(Map.of()).prewarmed())
                .extracting(WarmDomain::domain)
                .containsExactly("warm-d.com", "warm-a.com");
    }

    @Test
    void aloneTheyAreAPlanWithoutOrders() {
        example.buy = null;
        example.providers = Map.of();
        example.people = List.of();
        Plan plan = example.plan(Map.of());
        assertThat(plan.domains()).isEmpty();
        assertThat(plan.orders()).isEmpty();
        assertThat(plan.prewarmed()).hasSize(2);
        assertThat(plan.cost().now()).isEqualByComparingTo("62.5");
        assertThat(PlanJson.intact(plan)).isTrue();
    }

    @Test
    void tooFewSaysHowManyAndWhy() {
        example.prewarmed = new Prewarmed(Map.of(GOOGLE, 5), new BigDecimal("30"));
        assertThatThrownBy(() -> example.plan(example.allAt("10")))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("2 pre-warmed google domains are missing: 'prewarmed' wants 5 and the vendor's stock has "
                        + "only 3 within 'maxPrice' and 1 above it, so raise it or take fewer");
        example.prewarmed = new Prewarmed(Map.of(OUTLOOK, 2), null);
        assertThatThrownBy(() -> example.plan(example.allAt("10")))
                .hasMessage("1 pre-warmed outlook domain is missing: 'prewarmed' wants 2 and the vendor's stock has "
                        + "only 1, so take fewer");
    }

    @Test
    void sequencerAndCouponAreInThePlanAndChangeItsHashButNoPrice() {
        Plan plain = example.plan(example.allAt("10"));
        example.sequencer = new Sequencer("Instantly", "instantly-main", "acme", "{{ID}}");
        example.coupon = "SPRING";
        Plan plan = example.plan(example.allAt("10"));
        assertThat(plan.sequencer()).isEqualTo(example.sequencer);
        assertThat(plan.coupon()).isEqualTo("SPRING");
        assertThat(plan.cost()).isEqualTo(plain.cost());
        assertThat(plan.hash()).isNotEqualTo(plain.hash());
    }

    private static WarmDomain warm(String id, String domain, Provider type, String once, String monthly) {
        return new WarmDomain(id, domain, type, type.aliasesPerDomain(), new BigDecimal(once), new BigDecimal(monthly));
    }
}
