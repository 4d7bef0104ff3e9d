package io.mailwright.onboarding;

import io.mailwright.ledger.Ticks;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets campaigns go on within minutes when what held them up is over: the vendor was away, the machine's clock was moved
 * back, or nothing ran.
 */
@Component
class Hastening {
    private static final Logger LOG = LoggerFactory.getLogger(Hastening.class);
    private static final Duration MOVED = Duration.ofSeconds(15);

    /** Longer than the first waits of the retry cycle. */
    private static final Duration LONG = Duration.ofMinutes(3);

    private final DueDates dueDates;
    private final ScaledMail vendor;
    private final Clock clock;
    private final Ticks ticks;
    private final Set<String> helped = new HashSet<>();
    private boolean away = true;
    private Instant time;
    private long nanos;

    Hastening(DueDates dueDates, ScaledMail vendor, Clock clock) {
        this.dueDates = dueDates;
        this.vendor = vendor;
        this.clock = clock;
        this.ticks = Ticks.of(clock);
        this.time = clock.instant();
        this.nanos = ticks.nanos();
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        dueDates.started();
    }

    /**
     * One read a minute while somebody waits for a vendor that was away; the first that succeeds lets them go on. Who waits
     * long though no read of ours failed met a short absence, or one endpoint that fails: it goes on early once only, so that
     * its retries still last an hour.
     */
    @Scheduled(fixedDelayString = "${mailwright.watch.probe:PT1M}")
    void vendorIsBack() {
        List<String> waiting = dueDates.awaitingVendor(Duration.ZERO);
        if (waiting.isEmpty()) return;
        try {
            vendor.organizations();
        } catch (TryAgainAt early) {
            return;
        } catch (VendorException still) {
            away = true;
            return;
        }
        List<String> unhelped = dueDates.awaitingVendor(LONG).stream()
                .filter(job -> !helped.contains(job))
                .toList();
        int hastened = dueDates.vendorIsBack(away ? waiting : unhelped);
        if (!away) helped.addAll(unhelped);
        if (hastened > 0) LOG.info("The vendor can be read again: {} steps go on", hastened);
        away = false;
    }

    @Scheduled(fixedDelayString = "${mailwright.watch.clock:PT5S}")
    void clockMovedBack() {
        Instant now = clock.instant();
        long ticked = ticks.nanos();
        Duration moved = Duration.between(time, now).minusNanos(ticked - nanos);
        time = now;
        nanos = ticked;
        if (moved.plus(MOVED).isNegative())
            LOG.warn(
                    "This machine's clock was moved back by {}: {} steps that would have waited for it go on",
                    moved.negated(),
                    dueDates.clockMovedBack());
    }
}
