package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.onboarding.Records;
import io.mailwright.scaledmail.TryAgainAt;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a part that takes longer than one step has learnt so far; kept at once, forgotten when it is done. */
@Component
class Answers {
    private static final String BEGUN = "";

    /** A step stays well below the engine's lock; what is left is asked in the next one. */
    private static final Duration A_STEP = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final Records records;
    private final Clock clock;

    Answers(JdbcClient jdbc, Records records, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.clock = clock;
    }

    /** @param place process instance and activity */
    Map<String, JsonNode> at(String place) {
        Map<String, JsonNode> known = new LinkedHashMap<>();
        jdbc.sql("select name, body from part_answer where place = ? and name <> ? order by name")
                .params(place, BEGUN)
                .query(row -> {
                    known.put(row.getString(1), read(row.getString(2)));
                });
        return known;
    }

    void keep(String place, String name, JsonNode answer) {
        records.aside(() -> {
            jdbc.sql("delete from part_answer where place = ? and name = ?")
                    .params(place, name)
                    .update();
            jdbc.sql("insert into part_answer (place, name, body, kept_at) values (?, ?, ?, ?)")
                    .params(place, name, answer.toString(), Timestamp.from(clock.instant()))
                    .update();
        });
    }

    /** When this step has asked enough. */
    Instant until() {
        return clock.instant().plus(A_STEP);
    }

    /** @throws TryAgainAt at once, when the step has taken its time */
    void goOnLater(Instant until, String what) {
        Instant now = clock.instant();
        if (now.isAfter(until)) throw new TryAgainAt(now, what);
    }

    /** When the part was reached first. */
    Instant begun(String place) {
        return jdbc.sql("select kept_at from part_answer where place = ? and name = ?")
                .params(place, BEGUN)
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElseGet(() -> {
                    keep(place, BEGUN, Json.object());
                    return clock.instant();
                });
    }

    /** Joins the engine's transaction: the part's result is written in it. */
    void forget(String place) {
        jdbc.sql("delete from part_answer where place = ?").param(place).update();
    }

    private static JsonNode read(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
