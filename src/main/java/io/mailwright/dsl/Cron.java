package io.mailwright.dsl;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** {@code '0 9 * * MON'}: minute, hour, day of the month, month, day of the week. */
final class Cron {
    private static final int LONGEST = 200;
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    // any day will do to ask for a next time from; with a fixed one the same text is read the same on every day
    private static final ZonedDateTime SOME_DAY = ZonedDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final List<Field> FIELDS = List.of(
            new Field("minute", "0 to 59"),
            new Field("hour", "0 to 23"),
            new Field("day of the month", "1 to 31"),
            new Field("month", "1 to 12 or JAN to DEC"),
            new Field("day of the week", "0 to 7 or MON to SUN"));

    private record Field(String name, String range) {}

    private Cron() {}

    /** Upper case, with single spaces between the fields. */
    static String read(Value value, String text) {
        List<String> fields = List.of(text.toUpperCase(Locale.ROOT).split(" +"));
        if (fields.size() != FIELDS.size() || text.length() > LONGEST) {
            throw Expect.unreadable(
                    value,
                    Problems.quote(text)
                            + " is no cron time; write minute, hour, day, month and weekday with spaces between, like '0 9 * * MON'");
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            if (!reads(alone(fields.get(i), i))) {
                Field field = FIELDS.get(i);
                throw Expect.unreadable(
                        value,
                        Problems.quote(fields.get(i)) + " is no " + field.name + " of a cron time; write " + field.range
                                + ", * for any, or several like 1,5 1-5 */2");
            }
        }
        String cron = String.join(" ", fields);
        if (ExecutionTime.forCron(PARSER.parse(cron)).nextExecution(SOME_DAY).isEmpty()) {
            throw Expect.unreadable(value, Problems.quote(text) + " never comes; name a day that its month has");
        }
        return cron;
    }

    private static String alone(String field, int place) {
        List<String> fields = new ArrayList<>(Collections.nCopies(FIELDS.size(), "*"));
        fields.set(place, field);
        return String.join(" ", fields);
    }

    private static boolean reads(String cron) {
        try {
            PARSER.parse(cron).validate();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
