package io.mailwright.console;

import io.mailwright.onboarding.Remaining;
import io.mailwright.onboarding.VendorStatus.Calls;
import io.mailwright.onboarding.VendorStatus.Connection;
import io.mailwright.onboarding.VendorStatus.End;
import io.mailwright.onboarding.VendorStatus.FailedCall;
import io.mailwright.onboarding.VendorStatus.Interval;
import io.mailwright.onboarding.VendorStatus.OpenCall;
import io.mailwright.onboarding.VendorStatus.Queue;
import io.mailwright.onboarding.VendorStatus.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendor as its page shows it. */
public record VendorPage(
        Connection connection, int minutes, Calls calls, Queue queue, List<OpenCall> open, List<Watched> watched) {
    /** Whose faults can be scripted at the simulator. */
    public static final List<String> ENDPOINTS = List.of(
            "*",
            "organizations",
            "packages",
            "calculate-package",
            "search-domains",
            "suggest-domains",
            "buy-domains",
            "purchased-domains",
            "pre-warm-inboxes",
            "buy-pre-warm-inboxes",
            "create-custom-order",
            "create-order",
            "orders",
            "order-details",
            "cancel-order",
            "pending-forms",
            "submit-form",
            "domains",
            "mailboxes",
            "swap-domain",
            "swap-redirect");

    private static final int SHOWN_AT_ONCE = 8;

    private static final Duration LENGTH = Duration.ofSeconds(10);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    public static String second(Instant time) {
        return SECOND.format(time);
    }

    /** Every ten seconds, those without a call too. */
    public Chart chart() {
        Map<Instant, Interval> known =
                calls.intervals().stream().collect(Collectors.toMap(Interval::from, interval -> interval));
        long length = LENGTH.toSeconds();
        Instant last = Instant.ofEpochSecond(Instant.now().getEpochSecond() / length * length);
        List<Instant> times = Stream.iterate(
                        last.minus(Duration.ofMinutes(minutes)).plus(LENGTH), time -> time.plus(LENGTH))
                .limit(minutes * 60L / length)
                .toList();
        List<Chart.Series> series = new ArrayList<>();
        for (End end : End.values())
            series.add(new Chart.Series(
                    words(end),
                    "--chart-" + end.name().toLowerCase(java.util.Locale.ROOT),
                    times.stream()
                            .map(time -> known.containsKey(time) ? count(known.get(time), end) : Integer.valueOf(0))
                            .toList()));
        return new Chart(times.stream().map(SECOND::format).toList(), series, "", true, calls.allowed());
    }

    /** The newest failures. */
    public List<FailedCall> latest() {
        return calls.failures().stream().limit(SHOWN_AT_ONCE).toList();
    }

    public List<FailedCall> earlier() {
        return calls.failures().stream().skip(SHOWN_AT_ONCE).toList();
    }

    /** Without the marks of a page that came in the place of a reply. */
    public static String plain(String why) {
        return why.replaceAll("(?s)<[^<>]{0,200}>", " ").replaceAll("\\s+", " ").strip();
    }

    public static int count(Interval interval, End end) {
        return interval.calls().getOrDefault(end, 0);
    }

    public static String words(End end) {
        return switch (end) {
            case ANSWERED -> "answered";
            case REFUSED -> "refused";
            case LIMITED -> "over the limit";
            case FAILED -> "failed";
        };
    }

    public int all() {
        return calls.intervals().stream()
                .flatMap(interval -> interval.calls().values().stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** The most in ten seconds. */
    public int most() {
        return calls.intervals().stream()
                .mapToInt(interval -> interval.calls().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .max()
                .orElse(0);
    }

    /** An estimate, or that there is none. */
    public String remaining() {
        Remaining remaining = queue.remaining();
        if (remaining.atLeast() != null)
            return remaining.atLeast().toSeconds() == 0 ? "about a second" : "about " + Show.span(remaining.atLeast());
        return queue.searching() > 0 ? "not known" : "none";
    }

    /** What the estimate is computed from, and what is not in it. */
    public String basis() {
        String counted = queue.remaining().atLeast() == null
                ? "No call that can be counted waits."
                : "An estimate: " + queue.remaining().basis() + ". What the vendor itself takes is not in it.";
        if (queue.searching() == 0) return counted;
        return counted
                + (queue.searching() == 1
                        ? " A campaign looks"
                        : " " + Show.count(queue.searching()) + " campaigns look")
                + " for names; how many calls that takes is not known before they are found.";
    }
}
