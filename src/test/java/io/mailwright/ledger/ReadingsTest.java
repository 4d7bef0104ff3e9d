package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/money.md: a list that lost rows is believed only when seen twice, a tenth of the window apart. */
class ReadingsTest {
    private Bench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    private Readings.Reading<?> registrations() {
        return bench.engine.readings.registrations(Bench.ORGANIZATION);
    }

    private void registered(String... names) {
        for (String name : names) bench.vendor.registered.put(name, bench.clock.instant());
    }

    @ParameterizedTest
    @EnumSource
    void aLossIsBelievedTheSecondTime(Database database) {
        bench = new Bench(database);
        registered("a.com", "b.com");
        assertThat(registrations().sure()).isTrue();
        bench.vendor.hidden.add("a.com");
        Readings.Reading<?> doubted = registrations();
        assertThat(doubted.sure()).isFalse();
        assertThat(doubted.rows()).hasSize(2);
        bench.clock.pass(Duration.ofSeconds(59));
        assertThat(registrations().sure()).isFalse();
        bench.clock.pass(Duration.ofSeconds(1));
        assertThat(registrations()).satisfies(reading -> {
            assertThat(reading.sure()).isTrue();
            assertThat(reading.rows()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void eachRowOfAShrinkingListIsDoubtedOnItsOwn(Database database) {
        bench = new Bench(database);
        registered("a.com", "b.com", "c.com");
        registrations();
        bench.vendor.hidden.add("a.com");
        registrations();
        bench.clock.pass(Duration.ofMinutes(1));
        bench.vendor.hidden.add("b.com");
        Readings.Reading<?> shrunk = registrations();
        assertThat(shrunk.sure()).isFalse();
        assertThat(shrunk.rows()).hasSize(2);
        bench.vendor.hidden.clear();
        assertThat(registrations().sure()).isTrue();
        bench.vendor.hidden.add("b.com");
        bench.clock.pass(Duration.ofMinutes(5));
        assertThat(registrations().sure()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFormWhoseDomainsAreInAnOrderIsNotLost(Database database) {
        bench = new Bench(database);
        Vendor.Order named = bench.vendor.webOrder(List.of("a.com"), "t", true);
        bench.engine.readings.forms(Bench.ORGANIZATION);
        named.submittedAt = bench.clock.instant();
        bench.engine.readings.domains(Bench.ORGANIZATION);
        assertThat(bench.engine.readings.forms(Bench.ORGANIZATION).sure()).isTrue();

        bench.vendor.formsListNoNames = true;
        Vendor.Order external = bench.vendor.webOrder(List.of("b.com"), "t", true);
        bench.engine.readings.forms(Bench.ORGANIZATION);
        external.submittedAt = bench.clock.instant();
        bench.engine.readings.domains(Bench.ORGANIZATION);
        assertThat(bench.engine.readings.forms(Bench.ORGANIZATION).sure()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void manyReadersAtOnceKeepOneReading(Database database) throws Exception {
        bench = new Bench(database);
        registered("a.com", "b.com");
        CountDownLatch together = new CountDownLatch(1);
        var threads = Executors.newFixedThreadPool(6);
        List<Future<Readings.Reading<?>>> readings = new java.util.ArrayList<>();
        for (int i = 0; i < 6; i++)
            readings.add(threads.submit(() -> {
                together.await();
                return registrations();
            }));
        together.countDown();
        for (var reading : readings) assertThat(reading.get().rows()).hasSize(2);
        threads.shutdown();
        assertThat(bench.engine
                        .readings
                        .lastRegistrations(Bench.ORGANIZATION)
                        .orElseThrow()
                        .sure())
                .isTrue();
    }
}
