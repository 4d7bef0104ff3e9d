package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Authority;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
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

    /** A question as it was last asked. */
    record Asked(String id, String organization, int version, String hash, JsonNode content) {}

    /** @return the content's hash */
    String ask(String businessKey, String activity, String organization, JsonNode content, String process) {
        String id = id(businessKey, activity);
        String hash = Contents.hash(content);
        int version = find(id).map(Asked::version).orElse(0) + 1;
        if (version == 1)
            jdbc.sql("insert into request (id, kind, organization, subject, version, hash, body, stage, stopped,"
                            + " requested_by, requested_at) values (?, ?, ?, ?, 1, ?, ?, 'asked', false, ?, ?)")
                    .params(
                            id,
                            KIND,
                            organization,
                            activity,
                            hash,
                            content.toString(),
                            process,
                            Timestamp.from(clock.instant()))
                    .update();
        else
            jdbc.sql(
                            "update request set organization = ?, version = ?, hash = ?, body = ?, stage = 'asked' where id = ?")
                    .params(organization, version, hash, content.toString(), id)
                    .update();
        records.watched(organization);
        return hash;
    }

    /**
     * In the transaction that completes the task.
     *
     * @param hash of what the task showed
     */
    void approve(String businessKey, String activity, String hash, String by, String comment, String reference) {
        Asked asked = find(id(businessKey, activity))
                .filter(question -> question.hash().equals(hash))
                .orElseThrow(() -> new Onboarding.Conflict(
                        "the question has changed since it was shown; look at it again, then approve that"));
        approvals.record(asked.id(), asked.version(), hash, by, "task", comment, reference);
        stage(asked.id(), "approved");
    }

    void refused(String businessKey, String activity) {
        stage(id(businessKey, activity), "refused");
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
        Asked asked = find(id(businessKey, approval))
                .orElseThrow(() -> notApproved("nobody was asked at '" + approval + "' for " + businessKey
                        + "; put the part \"Ask a person\" before this one and write its id into \"Approved at\""));
        if (approvals.find(asked.id(), asked.version(), asked.hash()).isEmpty())
            throw notApproved("what '" + approval + "' asks last is not approved; nothing is sent before it is");
        sameWorkspace(asked, approval, content);
        if (!Contents.holds(asked.content(), content))
            throw notApproved("what is to be sent does not stand, as it is, in what was approved at '" + approval
                    + "'; show the same content there and here");
        return new Authority(asked.id(), asked.organization(), number, asked.version(), asked.hash());
    }

    /** What a question showed last; empty when it was not asked yet. */
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

    /** The id under which the ledger knows it. */
    public static String id(String businessKey, String activity) {
        String id = businessKey + "#" + activity;
        return id.length() <= 100
                ? id
                : id.substring(0, 67) + Contents.hash(JSON.valueToTree(id)).substring(0, 32);
    }

    private Optional<Asked> find(String id) {
        return jdbc.sql("select organization, version, hash, body from request where id = ? and kind = ?")
                .params(id, KIND)
                .query((row, i) ->
                        new Asked(id, row.getString(1), row.getInt(2), row.getString(3), read(row.getString(4))))
                .optional();
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
