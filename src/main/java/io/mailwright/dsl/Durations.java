package io.mailwright.dsl;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code '30 minutes'}, {@code '1 hour'}, {@code '2 days'}. */
final class Durations {
    private static final Pattern WORDS = Pattern.compile("([1-9]\\d{0,5}) +(minute|hour|day)s?");
    private static final Duration LONGEST = Duration.ofDays(365);

    private Durations() {}

    static Duration read(Value value, String text) {
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            long count = Long.parseLong(words.group(1));
            Duration duration = switch (words.group(2)) {
                case "minute" -> Duration.ofMinutes(count);
                case "hour" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
            if (duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        }
        throw Expect.unreadable(
                value,
                Problems.quote(text) + " is no time up to a year; write it like '30 minutes', '12 hours' or '2 days'");
    }
}
