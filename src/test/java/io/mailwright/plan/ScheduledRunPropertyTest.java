package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.ScheduledRun;
import io.mailwright.campaign.TakenSlot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a campaign is cut into runs, together they are the campaign. */
class ScheduledRunPropertyTest {
    @Property(tries = 300)
    void runsTakeExactlyWhatTheFileAsksFor(
            @ForAll @IntRange(min = 1, max = 40) int buy,
            @ForAll @IntRange(min = 1, max = 40) int perRun,
            @ForAll @IntRange(min = 0, max = 20) int smtp,
            @ForAll @IntRange(min = 0, max = 20) int outlook,
            @ForAll @IntRange(min = 0, max = 3) int owned,
            @ForAll boolean typed) {
        Assume.that(perRun <= buy && smtp + outlook <= buy);
        int google = buy + owned - smtp - outlook;
        Assume.that(google >= owned);
        Campaign whole = ScheduledRunTest.campaign(buy, perRun, Example.providers(google, smtp, outlook), owned, typed);

        List<TakenSlot> taken = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        int runs = 0;
        while (ScheduledRun.left(whole, taken) > 0) {
            Campaign run = ScheduledRun.of(whole, ++runs, taken, runs == 1);
            assertThat(run.name()).isEqualTo("acme-q3-r" + runs);
            assertThat(run.buy().count()).isLessThanOrEqualTo(perRun);
            assertThat(run.own()).hasSize(runs == 1 ? owned : 0);
            List<String> names = ScheduledRunTest.names(taken.size(), run.buy().count());
            List<Slot> slots =
                    Slots.fill(run, names, new Earlier(whole, List.copyOf(taken), BigDecimal.ZERO, BigDecimal.ZERO));
            slots.forEach(slot -> {
                taken.add(new TakenSlot(slot.domain(), slot.provider(), names.contains(slot.domain())));
                aliases.addAll(slot.aliases());
            });
        }
        assertThat(runs).isEqualTo((buy + perRun - 1) / perRun);
        assertThat(counted(taken)).isEqualTo(new EnumMap<>(whole.providers()));
        assertThat(taken.stream().filter(TakenSlot::bought)).hasSize(buy);
        assertThat(aliases).isEqualTo(inOneGo(whole, taken));
    }

    /** The people go on over the runs as if all slots had been filled at once, in the same order of types. */
    private static List<Alias> inOneGo(Campaign whole, List<TakenSlot> slots) {
        List<Alias> aliases = new ArrayList<>();
        var sets = new AliasSets(whole.people(), whole.patterns(), whole.avoid());
        slots.forEach(slot -> aliases.addAll(sets.next(slot.provider())));
        return aliases;
    }

    private static Map<Provider, Integer> counted(List<TakenSlot> taken) {
        Map<Provider, Integer> counted = new LinkedHashMap<>();
        taken.forEach(slot -> counted.merge(slot.provider(), 1, Integer::sum));
        return new EnumMap<>(counted);
    }
}
