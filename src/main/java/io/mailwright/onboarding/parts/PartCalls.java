package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Contents;
import io.mailwright.onboarding.Questions;
import io.mailwright.onboarding.Records;
import io.mailwright.onboarding.Waking;
import io.mailwright.onboarding.WatchSettings;
import io.mailwright.scaledmail.TryAgainAt;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a part sends once. Its spend key stands for one content for ever: the same part in the same run finds what it sent,
 * with another content it is refused. Under it the ledger keeps each name, form and order to one spend (docs/money.md).
 */
@Component
class PartCalls {
    /** What stands there when a part is dropped. */
    static final String SPEND_KEY = "{business key} {activity} {content}";

    private static final int LONGEST_KEY = 200;

    private final JdbcClient jdbc;
    private final Records records;
    private final Questions questions;
    private final Ledger ledger;
    private final Waking waking;
    private final WatchSettings watch;
    private final PartWaits waits;
    private final Clock clock;

    PartCalls(
            JdbcClient jdbc,
            Records records,
            Questions questions,
            Ledger ledger,
            Waking waking,
            WatchSettings watch,
            PartWaits waits,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.questions = questions;
        this.ledger = ledger;
        this.waking = waking;
        this.watch = watch;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * What is to be sent.
     *
     * @param kind a word of ours for the operation
     * @param activity the part's id in its model
     * @param approval id of the activity that asked
     * @param spendKey as the model has it, with placeholders
     * @param amount dollars that were approved for it now; 0 where nothing is charged
     */
    record Wanted(
            String kind,
            String businessKey,
            String activity,
            String approval,
            String spendKey,
            JsonNode content,
            BigDecimal amount) {}

    private record Row(String kind, String hash, int number, JsonNode result, Instant madeAt) {}

    /** @param send is given in whose name, and gives the result once it is known; else it throws {@link TryAgainAt} */
    JsonNode once(Wanted wanted, Function<Authority, JsonNode> send) {
        String key = key(wanted);
        String hash = Contents.hash(wanted.content());
        Optional<Row> before = find(key);
        before.filter(row -> !row.hash().equals(hash) || !row.kind().equals(wanted.kind()))
                .ifPresent(other -> {
                    throw new BusinessFailure(
                            "key-used",
                            "the spend key '" + wanted.spendKey()
                                    + "' stands for something else that was sent; give this part a key of its own");
                });
        if (before.isPresent() && before.get().result() != null)
            return before.get().result();
        Authority who = authority(wanted, key, hash, before.map(Row::number).orElse(0));
        try {
            JsonNode result = waits.during(key, wanted.businessKey(), wanted.activity(), () -> send.apply(who));
            records.aside(() -> jdbc.sql("update part_call set result = ? where spend_key = ?")
                    .params(result.toString(), key)
                    .update());
            return result;
        } catch (NeedsPerson person) {
            throw new BusinessFailure("problem", person.getMessage());
        }
    }

    private Authority authority(Wanted wanted, String key, String hash, int number) {
        Authority who = questions.authority(wanted.businessKey(), wanted.approval(), wanted.content(), number);
        return number == 0 ? open(wanted, key, hash, who) : who;
    }

    /** What an order, form or change has come to; sees to it that an unknown outcome is found out. */
    Ledger.Result known(Authority who, Ledger.Result result, Instant since) {
        return switch (result.outcome()) {
            case DONE -> result;
            case REFUSED -> throw new BusinessFailure("refused", "the vendor refused it: " + result.reason());
            case OPEN -> throw later(who.organization(), since, "its outcome is not known yet; it is being found out");
        };
    }

    /** When to look again: a tenth of the age, within the watcher's settings. */
    TryAgainAt later(String organization, Instant since, String why) {
        waking.wakeApart(organization);
        Instant now = clock.instant();
        Duration wait = Duration.between(since, now).dividedBy(10);
        if (wait.compareTo(watch.min()) < 0) wait = watch.min();
        if (wait.compareTo(watch.max()) > 0) wait = watch.max();
        return new TryAgainAt(now.plus(wait), why);
    }

    Instant begun(Wanted wanted) {
        return find(key(wanted)).map(Row::madeAt).orElseGet(clock::instant);
    }

    private Authority open(Wanted wanted, String key, String hash, Authority who) {
        records.aside(() -> {
            int next = jdbc.sql("select coalesce(max(number), 0) + 1 from part_call where request_id = ?")
                    .param(who.campaign())
                    .query(Integer.class)
                    .single();
            jdbc.sql("insert into part_call (spend_key, request_id, number, kind, content_hash, amount, made_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            key,
                            who.campaign(),
                            next,
                            wanted.kind(),
                            hash,
                            wanted.amount(),
                            Timestamp.from(clock.instant()))
                    .update();
            BigDecimal approved = jdbc.sql("select sum(amount) from part_call where request_id = ?")
                    .param(who.campaign())
                    .query(BigDecimal.class)
                    .single();
            ledger.openBudget(who.campaign(), line(who).orElse(approved), BigDecimal.ZERO);
        });
        return questions.authority(
                wanted.businessKey(),
                wanted.approval(),
                wanted.content(),
                find(key).orElseThrow().number());
    }

    /** The file's line {@code budget}, where what was approved shows it. */
    private Optional<BigDecimal> line(Authority who) {
        return questions
                .shown(who.campaign())
                .map(shown -> shown.findPath("budget").path("total"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue);
    }

    private Optional<Row> find(String key) {
        return jdbc.sql("select kind, content_hash, number, result, made_at from part_call where spend_key = ?")
                .param(key)
                .query((row, i) -> new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        read(row.getString(4)),
                        row.getTimestamp(5).toInstant()))
                .optional();
    }

    private static String key(Wanted wanted) {
        if (wanted.businessKey() == null)
            throw Json.wrong(
                    "the process has no business key; start it with one, or put \"Ask a person\" before this part");
        if (wanted.spendKey() == null || wanted.spendKey().isBlank())
            throw Json.wrong("the part has no spend key; write " + SPEND_KEY + ", or one of your own");
        String key = wanted.spendKey()
                .strip()
                .replace("{business key}", wanted.businessKey())
                .replace("{activity}", wanted.activity())
                .replace("{content}", Contents.hash(wanted.content()).substring(0, 16));
        return key.length() <= LONGEST_KEY
                ? key
                : key.substring(0, LONGEST_KEY - 65) + "/" + Contents.hash(Json.of(key));
    }

    private static JsonNode read(String json) {
        try {
            return json == null ? null : Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
