package io.mailwright.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FiringsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void fiveFieldsInTheScheduleSZone() {
        // 2026-03-02 is a Monday
        assertThat(times(cron("0 9 * * MON", UTC), "2026-03-02T09:00:00Z", 2))
                .containsExactly(at("2026-03-09T09:00:00Z"), at("2026-03-16T09:00:00Z"));
        assertThat(times(cron("0 9 * * MON", BERLIN), "2026-03-22T00:00:00Z", 2))
                .containsExactly(at("2026-03-23T08:00:00Z"), at("2026-03-30T07:00:00Z"));
        assertThat(times(cron("0 0 29 2 *", UTC), "2026-03-01T00:00:00Z", 2))
                .containsExactly(at("2028-02-29T00:00:00Z"), at("2032-02-29T00:00:00Z"));
        assertThat(times(cron("30 7 1,15 * *", UTC), "2026-01-31T12:00:00Z", 2))
                .containsExactly(at("2026-02-01T07:30:00Z"), at("2026-02-15T07:30:00Z"));
    }

    /** On 2026-03-29 the clocks of Berlin go from 2:00 to 3:00. */
    @Test
    void aTimeThatIsSkippedInSpringComesAnHourLater() {
        assertThat(times(cron("30 2 * * *", BERLIN), "2026-03-28T00:00:00Z", 3))
                .containsExactly(at("2026-03-28T01:30:00Z"), at("2026-03-29T01:30:00Z"), at("2026-03-30T00:30:00Z"));
        assertThat(times(cron("*/30 1-3 * * *", BERLIN), "2026-03-29T00:00:00Z", 4))
                .containsExactly(
                        at("2026-03-29T00:30:00Z"),
                        at("2026-03-29T01:00:00Z"),
                        at("2026-03-29T01:30:00Z"),
                        at("2026-03-29T23:00:00Z"));
    }

    /** On 2026-10-25 the clocks of Berlin go from 3:00 back to 2:00. */
    @Test
    void aTimeThatComesTwiceInAutumnCountsOnce() {
        assertThat(times(cron("30 2 * * *", BERLIN), "2026-10-24T12:00:00Z", 2))
                .containsExactly(at("2026-10-25T00:30:00Z"), at("2026-10-26T01:30:00Z"));
        assertThat(new Firings(cron("30 2 * * *", BERLIN)).after(at("2026-10-25T01:10:00Z")))
                .contains(at("2026-10-26T01:30:00Z"));
    }

    @Test
    void wholeDaysAreDaysOnTheCalendar() {
        Schedule schedule = dated("2026-03-27", Duration.ofDays(2), BERLIN);
        assertThat(times(schedule, "2026-01-01T00:00:00Z", 3))
                .containsExactly(at("2026-03-26T23:00:00Z"), at("2026-03-28T23:00:00Z"), at("2026-03-30T22:00:00Z"));
        assertThat(times(schedule, "2026-03-28T22:59:59Z", 1)).containsExactly(at("2026-03-28T23:00:00Z"));
    }

    @Test
    void hoursAndMinutesAreCountedAsTheyPass() {
        assertThat(times(dated("2026-03-29", Duration.ofHours(2), BERLIN), "2026-03-28T23:00:00Z", 2))
                .containsExactly(at("2026-03-29T01:00:00Z"), at("2026-03-29T03:00:00Z"));
        assertThat(times(dated("2026-03-02", Duration.ofMinutes(90), UTC), "2026-03-02T01:30:00Z", 1))
                .containsExactly(at("2026-03-02T03:00:00Z"));
    }

    @Test
    void aStartDayThatHasComeCountsOnce() {
        Firings firings = new Firings(dated("2026-03-02", Duration.ofDays(2), UTC));
        Instant now = at("2026-03-07T10:00:00Z");
        assertThat(firings.after(firings.from(now))).contains(at("2026-03-06T00:00:00Z"));
        assertThat(firings.passed(firings.from(now), now)).isEqualTo(1);
        Instant before = at("2026-03-01T10:00:00Z");
        assertThat(firings.after(firings.from(before))).contains(at("2026-03-02T00:00:00Z"));
        assertThat(firings.passed(firings.from(before), before)).isZero();
    }

    @Test
    void whatPassedIsCountedAndTheLatestIsFound() {
        Firings weekly = new Firings(cron("0 9 * * MON", UTC));
        Instant last = at("2026-03-02T09:00:00Z");
        assertThat(weekly.passed(last, at("2026-03-23T09:00:00Z"))).isEqualTo(3);
        assertThat(weekly.latest(last, at("2026-03-25T00:00:00Z"))).isEqualTo(at("2026-03-23T09:00:00Z"));
        assertThat(weekly.passed(last, at("2026-03-09T08:59:59Z"))).isZero();
        assertThat(weekly.latest(last, at("2026-03-09T08:59:59Z"))).isEqualTo(last);
        Firings daily = new Firings(dated("2026-03-02", Duration.ofDays(1), UTC));
        assertThat(daily.passed(at("2026-03-02T00:00:00Z"), at("2026-03-05T12:00:00Z")))
                .isEqualTo(3);
        assertThat(daily.latest(at("2026-03-02T00:00:00Z"), at("2026-03-05T12:00:00Z")))
                .isEqualTo(at("2026-03-05T00:00:00Z"));
        assertThat(daily.latest(at("2026-03-05T00:00:00Z"), at("2026-03-05T12:00:00Z")))
                .isEqualTo(at("2026-03-05T00:00:00Z"));
    }

    /** However long nobody was there, counting ends. */
    @Test
    void aYearOfMinutesIsCountedNoFurtherThanAThousand() {
        Firings minutes = new Firings(cron("* * * * *", UTC));
        Instant year = at("2027-03-02T09:00:30Z");
        assertThat(minutes.passed(at("2026-03-02T09:00:00Z"), year)).isEqualTo(1000);
        assertThat(minutes.after(minutes.latest(at("2026-03-02T09:00:00Z"), year)))
                .contains(at("2027-03-02T09:01:00Z"));
    }

    private static List<Instant> times(Schedule schedule, String after, int count) {
        Firings firings = new Firings(schedule);
        return Stream.iterate(firings.after(at(after)), next -> next.flatMap(firings::after))
                .limit(count)
                .map(Optional::orElseThrow)
                .toList();
    }

    private static Schedule cron(String cron, ZoneId zone) {
        return new Schedule(cron, null, null, 1, zone);
    }

    private static Schedule dated(String start, Duration every, ZoneId zone) {
        return new Schedule(null, LocalDate.parse(start), every, 1, zone);
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }
}
