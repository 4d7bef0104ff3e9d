package io.mailwright.models;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettleWalkTest extends Walk {

    @Test
    void whatIsFoundIsSettled() {
        start("settle", "7");
        endedAt("settledByReading");
    }

    @Test
    void whatIsNotFoundYetIsLookedForLater() {
        answer("settling.settled", false, true);
        start("settle", "7");
        timer("later");
        endedAt("settledByReading");
        assertThat(times("settling.look 7")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"happened", "did-not-happen"})
    void aPersonSettlesWhatReadingCannot(String decision) {
        askAPerson(false);
        assertThat(groups(task("resolveSpend"))).containsExactly("operators");
        decide("resolveSpend", decision);
        endedAt("settledByPerson");
    }

    @Test
    void waitLooksLaterAndAsksAgain() {
        askAPerson(false);
        decide("resolveSpend", "wait");
        timer("later");
        assertThat(times("settling.look 7")).isEqualTo(2);
        decide("resolveSpend", "did-not-happen");
        endedAt("settledByPerson");
    }

    @Test
    void lookingGoesOnBehindTheTaskAndEndsIt() {
        askAPerson(false, false, true);
        timer("lookingGoesOn");
        assertThat(passed("stillOpen")).isEqualTo(1);
        task("resolveSpend");
        timer("lookingGoesOn");
        endedAt("settledMeanwhile");
        assertThat(times("settling.look 7")).isEqualTo(3);
    }

    private void askAPerson(Object... settled) {
        answer("settling.settled", settled);
        answer("settling.needsPerson", true);
        start("settle", "7");
    }
}
