package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.ledger.Ticks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The clock of the machine, the application's and the engine's, is set while whole campaigns run. */
@FlowTest
@Tag("long")
@Import(ClockSetBackTest.Machine.class)
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:clocks;DB_CLOSE_DELAY=-1",
            "mailwright.watch.clock=PT0.5S",
            "mailwright.deadlines.registered=PT2H",
            "mailwright.deadlines.payment=PT2H",
            "mailwright.deadlines.mailboxes=PT2H"
        })
@DirtiesContext
class ClockSetBackTest {
    private static volatile Duration wrong = Duration.ZERO;

    @TestConfiguration
    static class Machine {
        @Bean
        @Primary
        Clock machine() {
            return new Wrong();
        }
    }

    private static final class Wrong extends Clock implements Ticks {
        @Override
        public Instant instant() {
            return Instant.now().plus(wrong);
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Autowired
    Flows flows;

    @AfterEach
    void right() {
        set(Duration.ZERO);
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void campaigns_go_on_within_seconds() {
        flows.usual();
        String buying = flows.start(file(word(), 1, "")).id();
        flows.until(buying, task("approvePlan"));
        flows.fault("create-custom-order", "drop-after", 1);
        flows.modes("{'visibleAfter':'PT10S'}");
        flows.approve(buying);
        flows.until(buying, stage(Stage.REGISTERING));
        // by then the watch sleeps until a time that will not come for an hour
        Flows.sleep(2000);
        set(Duration.ofHours(-1));
        flows.until(
                buying,
                Duration.ofSeconds(60),
                view -> flows.jdbc
                        .sql("select count(*) from attempt where campaign_id = ? and state = 'unknown'")
                        .param(buying)
                        .query(Boolean.class)
                        .single());
        Flows.sleep(2000);
        set(Duration.ofDays(-1));
        flows.modes("{'visibleAfter':'PT0S'}");
        assertThat(flows.until(buying, Duration.ofSeconds(60), stage(Stage.ONBOARDED))
                        .problem())
                .isNull();
        for (String list : new String[] {"purchases", "orders", "forms"})
            assertThat(flows.at(list, flows.names(buying))).as(list).isEqualTo(1);
    }

    private static void set(Duration by) {
        wrong = by;
        if (by.isZero()) ClockUtil.reset();
        else ClockUtil.offset(by.toMillis());
    }
}
