package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Authority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the part "Ask a person" shows in a designer's own process, and what was approved of it. Each time it is asked is a
 * version without approval; an approval counts for exactly the content that was shown.
 */
@Component
public class Questions {
    private static final String KIND = "part";
    private static final int LONGEST_ID = 100;
    private static final int TOLD_APART = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Records records;
    private final Approvals approvals;
    private final Clock clock;

    Questions(JdbcClient jdbc, Records records, Approvals approvals, Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.approvals = approvals;
        this.clock = clock;
    }

    /**
     * Where it is asked. What is asked there again takes the place of what was; beside it other instances ask the same
     * activity's question of other contents, each of which is approved on its own.
     *
     * @param instance tells apart instances of processes with one business key, and of one activity in them
     */
    record Origin(String businessKey, String activity, String instance) {
        String id() {
            return begin(businessKey, activity)
                    + Contents.hash(JSON.getNodeFactory().textNode(instance)).substring(0, TOLD_APART);
        }
    }

    /** A question as it was last asked. */
    record Asked(String id, String organization, int version, String hash, JsonNode content) {}

    /** @return the content's hash */
    String ask(Origin origin, String organization, JsonNode content, String process) {
        String id = origin.id();
        String hash = Contents.hash(content);
        Timestamp now = Timestamp.from(clock.instant());
        int version = find(id).map(Asked::version).orElse(0) + 1;
        if (version == 1)
            jdbc.sql("insert into request (id, kind, organization, subject, version, hash, body, stage, stopped,"
                            + " requested_by, requested_at) values (?, ?, ?, ?, 1, ?, ?, 'asked', false, ?, ?)")
                    .params(id, KIND, organization, origin.activity(), hash, content.toString(), process, now)
                    .update();
        else
            jdbc.sql("update request set organization = ?, version = ?, hash = ?, body = ?, stage = 'asked',"
                            + " requested_at = ? where id = ?")
                    .params(organization, version, hash, content.toString(), now, id)
                    .update();
        records.watched(organization);
        return hash;
    }

    /**
     * In the transaction that completes the task.
     *
     * @param hash of what the task showed
     */
    void approve(Origin origin, String hash, String by, String comment, String reference) {
        Asked asked = find(origin.id())
                .filter(question -> question.hash().equals(hash))
                .orElseThrow(() -> new Onboarding.Conflict(
                        "the question has changed since it was shown; look at it again, then approve that"));
        approvals.record(asked.id(), asked.version(), hash, by, "task", comment, reference);
        stage(asked.id(), "approved");
    }

    void refused(Origin origin) {
        stage(origin.id(), "refused");
    }

    /**
     * In whose name a part spends.
     *
     * @param approval id of the activity that asked
     * @param content what is to be sent; it must stand in what was approved
     * @param number tells apart what is ordered under one approval
     * @throws BusinessFailure {@code not-approved}
     */
    public Authority authority(String businessKey, String approval, JsonNode content, int number) {
        List<Asked> all = all(businessKey, approval);
        if (all.isEmpty())
            throw notApproved("nobody was asked at '" + approval + "' for " + businessKey
                    + "; put the part \"Ask a person\" before this one and write its id into \"Approved at\"");
        Predicate<Asked> holds = question -> Contents.holds(question.content(), content);
        Asked last = all.stream().filter(holds).findFirst().orElse(all.get(0));
        Asked asked = begun(all, content, number).orElse(last);
        if (Stream.of(last, asked).anyMatch(question -> !approved(question)))
            throw notApproved("what '" + approval + "' asks last is not approved; nothing is sent before it is");
        sameWorkspace(asked, approval, content);
        if (!holds.test(asked))
            throw notApproved("what is to be sent does not stand, as it is, in what was approved at '" + approval
                    + "'; show the same content there and here");
        return new Authority(asked.id(), asked.organization(), number, asked.version(), asked.hash());
    }

    /**
     * What a question showed.
     *
     * @param id under which the ledger knows it
     */
    public record Shown(String id, JsonNode content) {}

    /** What was shown there last; empty when nothing was yet. */
    public Optional<Shown> last(String businessKey, String activity) {
        return all(businessKey, activity).stream().findFirst().map(asked -> new Shown(asked.id(), asked.content()));
    }

    /** What the question with that id shows. */
    public Optional<JsonNode> shown(String id) {
        return find(id).map(Asked::content);
    }

    /** What was priced for one workspace is not bought in another. */
    private static void sameWorkspace(Asked asked, String approval, JsonNode content) {
        Stream.of(asked.content(), content)
                .flatMap(json -> json.findValues("organization").stream())
                .filter(named -> named.isTextual() && !named.textValue().equals(asked.organization()))
                .findFirst()
                .ifPresent(other -> {
                    throw notApproved(
                            "what was approved at '" + approval + "' is for the workspace " + other.textValue()
                                    + ", but it was asked for " + asked.organization()
                                    + "; name the same workspace in the fields 'Workspace', e.g. ${campaign.workspace}");
                });
    }

    private boolean approved(Asked question) {
        return approvals
                .find(question.id(), question.version(), question.hash())
                .isPresent();
    }

    /** What was begun under one question goes on under it, also when another one has asked the same since. */
    private Optional<Asked> begun(List<Asked> all, JsonNode content, int number) {
        if (number == 0) return Optional.empty();
        List<String> under = jdbc.sql("select request_id from part_call where number = ? and content_hash = ?")
                .params(number, Contents.hash(content))
                .query(String.class)
                .list();
        return all.stream().filter(question -> under.contains(question.id())).findFirst();
    }

    /** How the ids of an activity's questions begin; the ledger knows them by their ids. */
    private static String begin(String businessKey, String activity) {
        String id = businessKey + "#" + activity + "#";
        int most = LONGEST_ID - TOLD_APART;
        return id.length() <= most
                ? id
                : id.substring(0, most - 33)
                        + Contents.hash(JSON.valueToTree(id)).substring(0, 32) + "#";
    }

    /** All that were asked there, the last one first. */
    private List<Asked> all(String businessKey, String activity) {
        String begin = begin(businessKey, activity);
        return jdbc.sql("select id, organization, version, hash, body from request where kind = ? and subject = ?"
                        + " and length(id) = ? and substr(id, 1, ?) = ? order by requested_at desc, id")
                .params(KIND, activity, begin.length() + TOLD_APART, begin.length(), begin)
                .query((row, i) -> asked(row))
                .list();
    }

    private Optional<Asked> find(String id) {
        return jdbc.sql("select id, organization, version, hash, body from request where id = ? and kind = ?")
                .params(id, KIND)
                .query((row, i) -> asked(row))
                .optional();
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(row.getString(1), row.getString(2), row.getInt(3), row.getString(4), read(row.getString(5)));
    }

    private void stage(String id, String stage) {
        jdbc.sql("update request set stage = ? where id = ?").params(stage, id).update();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BusinessFailure notApproved(String why) {
        return new BusinessFailure("not-approved", why);
    }
}
