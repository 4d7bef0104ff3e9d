package io.mailwright.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of requests. Writes join the caller's transaction; a request that has ended stays as it is. */
@Component
class RequestRecords {
    private static final String LIVING = " where id = ? and open_for is not null";

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestRecords(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(String id, RequestKind kind, String subject, CampaignRow campaign, Change asked, String user) {
        jdbc.sql("insert into request (id, kind, organization, campaign_id, subject, version, hash, body, stage,"
                        + " stopped, requested_by, requested_at, open_for)"
                        + " values (?, ?, ?, ?, ?, 0, ?, ?, ?, false, ?, ?, ?)")
                .params(id, kind.word())
                .params(campaign == null || campaign.organization() == null ? "" : campaign.organization())
                .param(campaign == null ? null : campaign.id())
                .params(subject, asked.hash(), asked.json(), RequestStage.CHECKING.word())
                .params(user, Timestamp.from(clock.instant()), openFor(kind, subject))
                .update();
    }

    Optional<RequestRow> find(String id) {
        return requests("where id = ?", id).findFirst();
    }

    RequestRow request(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("there is no request " + id));
    }

    /** Latest first. */
    List<RequestRow> all() {
        return requests("order by requested_at desc, id").toList();
    }

    /** The request of that kind for that thing that has not ended. */
    Optional<RequestRow> open(RequestKind kind, String subject) {
        return requests("where open_for = ?", openFor(kind, subject)).findFirst();
    }

    private static String openFor(RequestKind kind, String subject) {
        return kind.word() + " " + subject;
    }

    private Stream<RequestRow> requests(String where, Object... parameters) {
        return jdbc
                .sql("select id, kind, organization, campaign_id, subject, version, hash, body, stage, problem, stopped"
                        + " from request " + where)
                .params(parameters)
                .query((row, i) -> RequestKind.of(row.getString(2)).isEmpty()
                        ? Optional.<RequestRow>empty()
                        : Optional.of(new RequestRow(
                                row.getString(1),
                                RequestKind.of(row.getString(2)).get(),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getString(7),
                                Change.read(row.getString(8)),
                                RequestStage.of(row.getString(9)),
                                row.getString(10),
                                row.getBoolean(11))))
                .list()
                .stream()
                .flatMap(Optional::stream);
    }

    void organization(String id, String organization) {
        jdbc.sql("update request set organization = ? where id = ?")
                .params(organization, id)
                .update();
    }

    void stage(String id, RequestStage stage) {
        jdbc.sql("update request set stage = ?" + LIVING)
                .params(stage.word(), id)
                .update();
    }

    void problem(String id, String problem) {
        jdbc.sql("update request set problem = ?" + LIVING)
                .params(Records.cut(problem), id)
                .update();
    }

    /** From here on nothing is claimed under an earlier version. */
    void change(RequestRow request, int version, Change change) {
        jdbc.sql("update request set version = ?, hash = ?, body = ?" + LIVING)
                .params(version, change.hash(), change.json(), request.id())
                .update();
    }

    /** Nothing more is sent for it, or that is taken back because something was sent before. */
    void stop(String id, boolean stopped) {
        jdbc.sql("update request set stopped = ?" + LIVING).params(stopped, id).update();
    }

    /** The same may be asked for again. */
    void end(String id, RequestStage stage, String problem) {
        jdbc.sql("update request set stage = ?, problem = ?, stopped = true, open_for = null" + LIVING)
                .params(stage.word(), Records.cut(problem), id)
                .update();
    }
}
