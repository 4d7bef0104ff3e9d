package io.mailwright.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times in a person's words, for the pages. */
public final class Show {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Show() {}

    /** Dollars, e.g. {@code $1,234.50}; {@code –} when not known. */
    public static String money(BigDecimal dollars) {
        return dollars == null
                ? "–"
                : String.format(Locale.ENGLISH, "$%,.2f", dollars.setScale(2, RoundingMode.HALF_UP));
    }

    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** To the minute, in UTC. */
    public static String time(Instant time) {
        return time == null ? "–" : MINUTE.format(time);
    }

    /** How long ago, or in how long: {@code 3 min ago}, {@code in 2 days}. */
    public static String when(Instant time) {
        if (time == null) return "never";
        Duration ago = Duration.between(time, Instant.now());
        String span = span(ago.abs());
        if (ago.abs().toSeconds() < 5) return "now";
        return ago.isNegative() ? "in " + span : span + " ago";
    }

    /** What is to come: {@code in 2 days}, or the words for what should have come by now. */
    public static String due(Instant time, String byNow) {
        return Duration.between(Instant.now(), time).toSeconds() < 1
                ? byNow
                : "in " + span(Duration.between(Instant.now(), time));
    }

    /** {@code 40 s}, {@code 12 min}, {@code 5 h}, {@code 3 days}. */
    public static String span(Duration time) {
        if (time.toSeconds() < 90) return time.toSeconds() + " s";
        if (time.toMinutes() < 90) return time.toMinutes() + " min";
        if (time.toHours() < 48) return time.toHours() + " h";
        return time.toDays() + " days";
    }

    /** A stage or state in words: {@code awaiting-approval} as {@code awaiting approval}. */
    public static String words(String word) {
        return word.replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ENGLISH);
    }
}
