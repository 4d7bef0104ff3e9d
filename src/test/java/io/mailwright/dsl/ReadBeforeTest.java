package io.mailwright.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mailwright.campaign.Campaign;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadBeforeTest {
    private static final String GOOD = """
            campaign 'acme'
            own 'acme.example'
            providers google: 1
            person 'Anna', 'Smith'
            """;

    private final ReadBefore known = new ReadBefore();

    @Test
    void aTextIsReadOnce() {
        assertThat(known.campaign(GOOD)).isNull();
        Campaign campaign = known.read(GOOD);
        assertThat(known.campaign(new StringBuilder(GOOD).toString())).isSameAs(campaign);
        assertThat(known.campaign(GOOD + "\n")).isNull();
    }

    @Test
    void itsErrorsToo() {
        Throwable errors = catchThrowable(() -> known.read("campain 'acme'"));
        assertThat(errors).isInstanceOf(CampaignErrors.class);
        assertThatThrownBy(() -> known.campaign("campain 'acme'")).isSameAs(errors);
    }

    @Test
    void whatWasAskedForLongestAgoIsForgotten() {
        known.read(GOOD);
        for (int i = 0; i < 30; i++) {
            known.read(longFile(i));
            assertThat(known.campaign(GOOD)).isNotNull();
            assertThat(known.weight()).isLessThanOrEqualTo(1 << 20);
        }
        assertThat(known.campaign(longFile(0))).isNull();
        assertThat(known.campaign(longFile(29))).isNotNull();
    }

    @Test
    void aTextReadTwiceCountsOnce() {
        known.read(GOOD);
        int weight = known.weight();
        known.read(GOOD);
        assertThat(known.weight()).isEqualTo(weight);
    }

    @Test
    void manyThreadsMayRead() {
        assertThat(IntStream.range(0, 400)
                        .parallel()
                        .mapToObj(i -> CampaignReader.read(GOOD.replace("acme'", "acme-" + i % 7 + "'")))
                        .distinct())
                .hasSize(7);
    }

    private static String longFile(int number) {
        return GOOD + ("// " + number + " " + "x".repeat(90) + "\n").repeat(1_000);
    }
}
