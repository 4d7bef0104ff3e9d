package io.mailwright.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which campaigns a page of the fleet shows, and in which order; runs are found with their parents. */
@Component
class FleetSearch {
    private static final String FROM = """
              from campaign c
              left join (%s) w on w.id = c.id
             where c.parent_id is null
            """.formatted(FleetWaits.EACH);

    private static final String TEXT = """
            and (lower(c.name) like :part escape '!' or lower(c.id) like :part escape '!'
                 or c.id in (select coalesce(n.parent_id, n.id)
                               from campaign_domain d join campaign n on n.id = d.campaign_id
                              where d.domain like :prefix escape '!'))
            """;

    private static final String WORKSPACE = """
            and (c.organization = :workspace or c.live_name like :named escape '!')
            """;

    /** {@code s}: the campaign, or the run that its schedule is carrying out. */
    private static final String STAGE = """
            and exists (
                select 1 from campaign s
                 where (s.id = c.id and (c.stage in (%1$s) or not exists (
                           select 1 from campaign r where r.parent_id = c.id and r.stage not in (%1$s)))
                        or s.parent_id = c.id and c.stage not in (%1$s) and s.stage not in (%1$s))
                   and (s.stage = :stage and s.stage <> 'buying'
                        or s.stage = 'buying' and coalesce((
                            select min(case o.stage %2$s end) from campaign_order o where o.campaign_id = s.id), :buying)
                           in (:places)))
            """.formatted(
                    Arrays.stream(Stage.values())
                            .filter(Stage::ended)
                            .map(stage -> "'" + stage.word() + "'")
                            .collect(Collectors.joining(", ")),
                    Arrays.stream(Stage.values())
                            .map(stage -> "when '" + stage.word() + "' then " + stage.ordinal())
                            .collect(Collectors.joining(" ")));

    private final JdbcClient jdbc;
    private final FleetWaits waits;

    FleetSearch(JdbcClient jdbc, FleetWaits waits) {
        this.jdbc = jdbc;
        this.waits = waits;
    }

    /** @param overdue somebody is waited for beyond the time */
    record Found(String id, boolean overdue) {}

    List<Found> page(FleetQuery query) {
        return with(
                        query,
                        "select c.id, coalesce(w.overdue, 0)" + FROM + where(query) + order(query)
                                + " offset :offset rows fetch next :size rows only")
                .param("offset", (long) query.page() * query.size())
                .param("size", query.size())
                .query((row, i) -> new Found(row.getString(1), row.getInt(2) > 0))
                .list();
    }

    long total(FleetQuery query) {
        return with(query, "select count(*)" + FROM + where(query))
                .query(Long.class)
                .single();
    }

    private static String where(FleetQuery query) {
        return (given(query.text()) ? TEXT : "")
                + (given(query.workspace()) ? WORKSPACE : "")
                + (given(query.stage()) ? STAGE : "")
                + (query.waiting() ? " and w.id is not null" : "");
    }

    private static String order(FleetQuery query) {
        return switch (query.sort() == null ? "" : query.sort()) {
            case "newest" -> " order by c.created_at desc, c.id";
            case "oldest" -> " order by c.created_at, c.id";
            case "name" -> " order by lower(c.name), c.id";
            default ->
                " order by coalesce(w.overdue, 0) desc, case when w.id is null then 1 else 0 end, c.created_at desc, c.id";
        };
    }

    private JdbcClient.StatementSpec with(FleetQuery query, String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql).param("now", waits.now());
        if (given(query.text()))
            statement =
                    statement.param("part", "%" + plain(query.text()) + "%").param("prefix", plain(query.text()) + "%");
        if (given(query.workspace()))
            statement = statement
                    .param("workspace", query.workspace().strip())
                    .param("named", plain(query.workspace()) + "/%");
        if (given(query.stage()))
            statement = statement
                    .param("stage", query.stage())
                    .param("buying", Stage.BUYING.ordinal())
                    .param("places", places(query.stage()));
        return statement;
    }

    /** Where the least advanced order of a campaign is that is shown in that stage. */
    private static List<Integer> places(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage ->
                        StageNotes.shown(Stage.BUYING, List.of(stage)).word().equals(word))
                .map(Stage::ordinal)
                .collect(Collectors.collectingAndThen(Collectors.toList(), all -> all.isEmpty() ? List.of(-1) : all));
    }

    private static boolean given(String text) {
        return text != null && !text.isBlank();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
    }
}
