package io.mailwright.scaledmail;

import java.time.Duration;
import org.springframework.context.support.GenericApplicationContext;

/** Reads that are repeated as often as ever, but with hardly a wait, so that failing ones take no time. */
public final class QuickReads {
    private static final Reading.Patience QUICK =
            new Reading.Patience(Duration.ofSeconds(20), Duration.ofSeconds(10), Duration.ZERO, Duration.ofMillis(1));

    private QuickReads() {}

    /** Before the package is scanned. */
    public static void in(GenericApplicationContext beans) {
        beans.registerBean(
                Reading.class.getName(),
                Reading.class,
                () -> new Reading(beans.getBean(Redaction.class), beans.getBean(CallLog.class), QUICK));
    }
}
