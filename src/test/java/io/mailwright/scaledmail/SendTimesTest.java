package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SendTimesTest {
    @Property
    void noWindowHoldsMoreThanTheLimitHoweverFarAheadTheyAreBooked(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 600) Integer> gaps,
            @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 2_000) Integer> leads,
            @ForAll @IntRange(min = 1, max = 6) int limit) {
        SendTimes sends = new SendTimes(List.of(), limit, 1_000);
        List<Long> all = new ArrayList<>();
        long now = 0;
        for (int gap : gaps) {
            now += gap;
            long wanted = now + leads.get(all.size() % leads.size());
            long at = sends.notAfter(now + 100_000).roomFor(1, wanted);
            assertThat(at).isGreaterThanOrEqualTo(wanted);
            sends = sends.plus(at);
            all.add(at);
        }
        all.sort(null);
        for (int i = limit; i < all.size(); i++) {
            assertThat(all.get(i) - all.get(i - limit)).isGreaterThanOrEqualTo(1_000);
        }
    }

    @Property
    void aClockMovedBackBlocksForOneWindowAtMost(
            @ForAll @IntRange(min = 0, max = 1_000_000_000) int back, @ForAll @IntRange(min = 1, max = 6) int limit) {
        SendTimes sends = new SendTimes(List.of(), limit, 1_000);
        for (int i = 0; i < limit; i++) {
            sends = sends.plus(2_000_000_000);
        }
        long now = 2_000_000_000L - back;
        long at = sends.notAfter(now + 4_000).roomFor(1, now);
        assertThat(at - now).isBetween(1_000L, 5_000L);
    }

    @Test
    void roomForSeveralIsLaterThanForOne() {
        SendTimes sends = new SendTimes(List.of(0L, 300L, 600L), 3, 1_000);
        assertThat(sends.roomFor(1, 700)).isEqualTo(1_000);
        assertThat(sends.roomFor(2, 700)).isEqualTo(1_300);
        assertThat(sends.roomFor(1, 5_000)).isEqualTo(5_000);
    }
}
