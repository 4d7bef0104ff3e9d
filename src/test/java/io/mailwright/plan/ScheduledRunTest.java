package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Budget;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.SlotTypes;
import io.mailwright.campaign.TakenSlot;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduledRunTest {
    /** With one type there is one order of types only: the very set that the same file without a schedule gives. */
    @Test
    void ofOneTypeTheSetIsThatOfTheFileWithoutASchedule() {
        Campaign whole = campaign(7, 3, Example.providers(0, 7, 0), 0, false);
        List<String> names = names(0, 7);
        List<TakenSlot> taken = new ArrayList<>();
        List<List<Alias>> run = new ArrayList<>();
        for (int number = 1; ScheduledRun.left(whole, taken) > 0; number++) {
            Campaign part = ScheduledRun.of(whole, number, taken, true);
            Slots.fill(
                            part,
                            names.subList(
                                    taken.size(), taken.size() + part.buy().count()),
                            new Earlier(whole, List.copyOf(taken), BigDecimal.ZERO, BigDecimal.ZERO))
                    .forEach(slot -> {
                        taken.add(new TakenSlot(slot.domain(), slot.provider(), true));
                        run.add(slot.aliases());
                    });
        }
        assertThat(run)
                .isEqualTo(Slots.fill(whole, names).stream().map(Slot::aliases).toList());
    }

    @Test
    void typesGoByLargestRemainingShare() {
        Campaign whole = campaign(15, 3, Example.providers(10, 4, 1), 0, false);
        List<TakenSlot> taken = new ArrayList<>();
        List<Map<Provider, Integer>> runs = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            Campaign run = ScheduledRun.of(whole, number, taken, true);
            runs.add(run.providers());
            SlotTypes.of(run, run.buy().count())
                    .forEach(type -> taken.add(new TakenSlot("x" + taken.size(), type, true)));
        }
        assertThat(runs)
                .containsExactly(
                        Example.providers(2, 1, 0),
                        Example.providers(2, 1, 0),
                        Example.providers(2, 1, 0),
                        Example.providers(2, 1, 0),
                        Example.providers(2, 0, 1));
    }

    @Test
    void aFileMayNotAskForLessThanWasTaken() {
        List<TakenSlot> taken = Stream.concat(
                        names(0, 3).stream().map(name -> new TakenSlot(name, Provider.SMTP, true)),
                        Stream.of(new TakenSlot("own0.com", Provider.GOOGLE, false)))
                .toList();
        assertThatThrownBy(() -> ScheduledRun.of(campaign(2, 1, Example.providers(1, 2, 0), 1, false), 2, taken, false))
                .hasMessage("'buy 2' is less than the 3 domains that runs have taken already; write 3 or more");
        assertThatThrownBy(() -> ScheduledRun.of(campaign(4, 1, Example.providers(3, 2, 0), 1, false), 2, taken, false))
                .hasMessage("'providers' counts 2 smtp, but runs have taken 3 already; count at least as many");
        assertThatThrownBy(() -> ScheduledRun.of(campaign(5, 1, Example.providers(2, 3, 0), 0, false), 2, taken, false))
                .hasMessage("a run has taken own0.com already; leave it in an 'own' line");
        assertThat(ScheduledRun.of(campaign(5, 1, Example.providers(2, 4, 0), 1, false), 2, taken, false)
                        .own())
                .isEmpty();
    }

    @Test
    void whatEarlierRunsSpentCountsAgainstTheBudget() {
        Example example = new Example();
        example.budget = new Budget(new BigDecimal("500"), new BigDecimal("90"));
        Earlier earlier = new Earlier(null, List.of(), new BigDecimal("400"), new BigDecimal("40"));
        VendorAnswers answers = new VendorAnswers(
                Example.quotes(example.candidates().stream()
                        .map(name -> Example.at(name, "10"))
                        .toArray(Quote[]::new)),
                List.of(),
                Example.PRICES,
                List.of());
        assertThat(Planner.plan(example.campaign(), "org", answers, List.of())
                        .cost()
                        .now())
                .isEqualByComparingTo("107.00");
        assertThatThrownBy(() -> Planner.plan(example.campaign(), "org", answers, List.of(), earlier))
                .isInstanceOfSatisfying(
                        PlanRefused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        "the plan costs $107.00 in all now and the earlier runs $400.00, $7.00 over 'budget 500'; raise it to 507, or buy fewer names or lower 'maxPrice'",
                                        "the plan costs $67.00 a month and the earlier runs $40.00, $17.00 over 'monthly: 90'; raise it to 107, or have fewer domains or cheaper types in 'providers'"));
    }

    static Campaign campaign(int buy, int perRun, Map<Provider, Integer> providers, int owned, boolean typed) {
        Example example = new Example();
        example.buy = Example.buy(buy, List.of("acme"), List.of(), List.of(), List.of("com"));
        example.providers = providers;
        example.schedule = new Schedule("0 9 * * MON", null, null, perRun, ZoneOffset.UTC);
        example.own = IntStream.range(0, owned)
                .mapToObj(i -> new OwnedDomain(
                        "own" + i + ".com", null, typed ? Provider.GOOGLE : null, null, null, null, null))
                .toList();
        return example.campaign();
    }

    static List<String> names(int from, int count) {
        return Stream.iterate(from, i -> i + 1)
                .limit(count)
                .map(i -> "acme" + i + ".com")
                .toList();
    }
}
