package io.mailwright.onboarding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which campaigns a page of the fleet shows, and in which order; runs are found with their parents. The usual page is read
 * in the order of an index. What is looked for is found in the short heads of all campaigns, in memory: H2 looks up each row
 * again in a nested query.
 */
@Component
class FleetSearch {
    private static final String OTHERS = """
            select c.id from campaign c
             where c.parent_id is null
               and not exists (select 1 from open_task t where t.campaign_id = c.id)
               and not exists (select 1 from campaign r join open_task t on t.campaign_id = r.id where r.parent_id = c.id)
             order by c.parent_id, c.created_at desc, c.id
            offset :from rows fetch next :size rows only
            """;

    private static final String HEADS = """
            select id, parent_id, name, organization, live_name, stage, created_at from campaign
            """;

    private static final String ORDERS = """
            select distinct o.campaign_id, o.stage from campaign c join campaign_order o on o.campaign_id = c.id where c.stage = 'buying'
            """;

    private static final String DOMAINS = """
            select distinct campaign_id from campaign_domain where domain like :prefix escape '!'
            """;

    private final JdbcClient jdbc;
    private final FleetWaits waits;

    FleetSearch(JdbcClient jdbc, FleetWaits waits) {
        this.jdbc = jdbc;
        this.waits = waits;
    }

    /**
     * @param ids of the campaigns on the page
     * @param total campaigns that the query finds
     * @param waiting by campaign
     */
    record Found(List<String> ids, long total, Map<String, FleetWaits.Wait> waiting) {}

    private record Head(
            String id, String parent, String name, String organization, String liveName, Stage stage, Instant created) {
        String top() {
            return parent == null ? id : parent;
        }
    }

    Found find(FleetQuery query) {
        Map<String, FleetWaits.Wait> waiting = waits.each();
        return query.equals(new FleetQuery("", "", false, "", "", query.page(), query.size()))
                ? usual(query, waiting)
                : lookedFor(query, waiting);
    }

    /** Those that wait are few and sorted here. */
    private Found usual(FleetQuery query, Map<String, FleetWaits.Wait> waiting) {
        List<String> ids = new ArrayList<>(waiting.entrySet().stream()
                .sorted(Map.Entry.<String, FleetWaits.Wait>comparingByValue(
                                Comparator.comparing((FleetWaits.Wait wait) -> !wait.overdue())
                                        .thenComparing(FleetWaits.Wait::created, Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .skip(query.from())
                .limit(query.size())
                .toList());
        if (ids.size() < query.size())
            ids.addAll(jdbc.sql(OTHERS)
                    .param("from", Math.max(0, query.from() - waiting.size()))
                    .param("size", query.size() - ids.size())
                    .query(String.class)
                    .list());
        long total = jdbc.sql("select count(*) from campaign where parent_id is null")
                .query(Long.class)
                .single();
        return new Found(ids, total, waiting);
    }

    private Found lookedFor(FleetQuery query, Map<String, FleetWaits.Wait> waiting) {
        List<Head> all = jdbc.sql(HEADS)
                .query((row, i) -> new Head(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Stage.of(row.getString(6)),
                        row.getTimestamp(7).toInstant()))
                .list();
        List<String> ids = all.stream()
                .filter(head -> head.parent() == null)
                .filter(text(query, all))
                .filter(workspace(query))
                .filter(stage(query, all))
                .filter(head -> !query.waiting() || waiting.containsKey(head.id()))
                .sorted(order(query, waiting))
                .map(Head::id)
                .toList();
        return new Found(ids.stream().skip(query.from()).limit(query.size()).toList(), ids.size(), waiting);
    }

    private Predicate<Head> text(FleetQuery query, Collection<Head> all) {
        if (query.text().isEmpty()) return head -> true;
        String part = query.text().toLowerCase(Locale.ROOT);
        Set<String> withDomain = new HashSet<>(jdbc.sql(DOMAINS)
                .param("prefix", part.replaceAll("([!%_])", "!$1") + "%")
                .query(String.class)
                .list());
        Set<String> found = all.stream()
                .filter(head -> withDomain.contains(head.id()))
                .map(Head::top)
                .collect(Collectors.toSet());
        return head -> found.contains(head.id())
                || head.name().toLowerCase(Locale.ROOT).contains(part)
                || head.id().toLowerCase(Locale.ROOT).contains(part);
    }

    private static Predicate<Head> workspace(FleetQuery query) {
        if (query.workspace().isEmpty()) return head -> true;
        String named = query.workspace().toLowerCase(Locale.ROOT) + "/";
        return head -> query.workspace().equals(head.organization())
                || head.liveName() != null && head.liveName().startsWith(named);
    }

    /** A campaign with a schedule stands where the run does that is being carried out. */
    private Predicate<Head> stage(FleetQuery query, Collection<Head> all) {
        if (query.stage().isEmpty()) return head -> true;
        Map<String, Stage> least = new HashMap<>();
        jdbc.sql(ORDERS).query(row -> {
            least.merge(row.getString(1), Stage.of(row.getString(2)), (a, b) -> a.compareTo(b) < 0 ? a : b);
        });
        Function<Head, Stage> own = head -> head.stage() == Stage.BUYING && least.containsKey(head.id())
                ? StageNotes.shown(Stage.BUYING, List.of(least.get(head.id())))
                : head.stage();
        Map<String, Head> running = all.stream()
                .filter(head -> head.parent() != null && !head.stage().ended())
                .collect(Collectors.toMap(Head::parent, Function.identity(), (a, b) -> a));
        return head -> own.apply(head.stage().ended() ? head : running.getOrDefault(head.id(), head))
                .word()
                .equals(query.stage());
    }

    private static Comparator<Head> order(FleetQuery query, Map<String, FleetWaits.Wait> waiting) {
        Comparator<Head> newest =
                Comparator.comparing(Head::created, Comparator.reverseOrder()).thenComparing(Head::id);
        return switch (query.sort()) {
            case "newest" -> newest;
            case "oldest" -> newest.reversed();
            case "name" ->
                Comparator.comparing((Head head) -> head.name().toLowerCase(Locale.ROOT))
                        .thenComparing(Head::id);
            default ->
                Comparator.comparing((Head head) -> !waiting.containsKey(head.id())
                                ? 2
                                : waiting.get(head.id()).overdue() ? 0 : 1)
                        .thenComparing(newest);
        };
    }
}
