package io.mailwright.onboarding;

import io.mailwright.onboarding.FleetPage.Counts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All campaigns, page by page: only what a page shows is counted. */
@Service
public class Fleet {
    private static final int SHORT = 200;

    private static final String PARTS = """
            select id, parent_id, name, organization, stage, problem, run from campaign where id in (:ids)
             union all
            select id, parent_id, name, organization, stage, problem, run from campaign where parent_id in (:ids)
             order by 7
            """;

    private final FleetSearch search;
    private final FleetCounts counts;
    private final FleetWaits waits;
    private final JdbcClient jdbc;

    Fleet(FleetSearch search, FleetCounts counts, FleetWaits waits, JdbcClient jdbc) {
        this.search = search;
        this.counts = counts;
        this.waits = waits;
        this.jdbc = jdbc;
    }

    /** A campaign, or a run of one. */
    private record Part(String id, String parent, String name, String organization, Stage stage, String problem) {
        String top() {
            return parent == null ? id : parent;
        }
    }

    /** What is known of all parts of a page, by their ids and their workspaces. */
    private record Known(
            Map<String, List<FleetPage.Order>> orders,
            Map<String, BigDecimal> spent,
            Map<String, List<String>> questions,
            Map<String, Integer> requests,
            Map<String, Integer> unknown,
            Map<String, String> alarms,
            Map<String, Instant> lastChecked,
            Map<String, String> unread) {}

    public FleetPage page(FleetQuery query) {
        FleetSearch.Found found = search.find(query);
        return new FleetPage(
                rows(found),
                found.total(),
                query.page(),
                query.size(),
                found.waiting().size(),
                found.waiting().values().stream()
                        .filter(FleetWaits.Wait::overdue)
                        .count());
    }

    private List<FleetPage.Row> rows(FleetSearch.Found found) {
        if (found.ids().isEmpty()) return List.of();
        Map<String, List<Part>> parts = parts(found.ids()).stream().collect(Collectors.groupingBy(Part::top));
        Known known = known(parts.values().stream().flatMap(List::stream).toList());
        return found.ids().stream()
                .map(id -> row(
                        parts.get(id),
                        found.waiting().containsKey(id)
                                && found.waiting().get(id).overdue(),
                        known))
                .toList();
    }

    private List<Part> parts(Collection<String> ids) {
        return jdbc.sql(PARTS)
                .param("ids", ids)
                .query((row, i) -> new Part(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Stage.of(row.getString(5)),
                        row.getString(6)))
                .list();
    }

    private Known known(List<Part> parts) {
        List<String> ids = parts.stream().map(Part::id).toList();
        List<String> organizations = parts.stream()
                .map(Part::organization)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        boolean none = organizations.isEmpty();
        return new Known(
                counts.orders(ids).stream().collect(Collectors.groupingBy(FleetPage.Order::campaign)),
                counts.spent(ids),
                waits.questions(ids),
                counts.requests(ids),
                counts.unknown(ids),
                counts.alarms(ids),
                none ? Map.of() : counts.lastChecked(organizations),
                none ? Map.of() : counts.unread(organizations));
    }

    private static FleetPage.Row row(List<Part> parts, boolean overdue, Known known) {
        Part top =
                parts.stream().filter(part -> part.parent() == null).findFirst().orElseThrow();
        List<Part> runs = parts.stream().filter(part -> part.parent() != null).toList();
        List<FleetPage.Order> orders = parts.stream()
                .flatMap(part -> known.orders().getOrDefault(part.id(), List.of()).stream())
                .toList();
        Part shown = top.stage().ended()
                ? top
                : runs.stream().filter(run -> !run.stage().ended()).findFirst().orElse(top);
        return new FleetPage.Row(
                top.id(),
                top.name(),
                stage(shown, known).word(),
                orders.stream().map(FleetPage.Order::counts).reduce(Counts.NONE, Counts::plus),
                parts.stream()
                        .map(part -> known.spent().getOrDefault(part.id(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                orders.stream()
                        .filter(FleetPage.Order::placed)
                        .map(FleetPage.Order::monthly)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                known.lastChecked().get(top.organization()),
                overdue,
                parts.stream()
                        .flatMap(part -> known.questions().getOrDefault(part.id(), List.of()).stream())
                        .toList(),
                problem(top, shown, parts, known),
                runs.size(),
                sum(parts, known.requests()),
                orders);
    }

    private static Stage stage(Part part, Known known) {
        return StageNotes.shown(
                part.stage(),
                known.orders().getOrDefault(part.id(), List.of()).stream()
                        .map(order -> Stage.of(order.stage()))
                        .toList());
    }

    private static String problem(Part top, Part shown, List<Part> parts, Known known) {
        List<String> problems = new ArrayList<>();
        parts.forEach(part -> problems.add(known.alarms().get(part.id())));
        problems.add(top.problem());
        problems.add(shown.problem());
        if (!shown.stage().ended()) {
            known.orders().getOrDefault(shown.id(), List.of()).forEach(order -> problems.add(order.problem()));
            if (sum(parts, known.unknown()) > 0)
                problems.add("it is not known yet whether the vendor did what it was asked; that is being read");
            problems.add(known.unread().get(top.organization()));
        }
        return problems.stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(Fleet::cut)
                .orElse(null);
    }

    private static String cut(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }

    private static int sum(List<Part> parts, Map<String, Integer> numbers) {
        return parts.stream()
                .mapToInt(part -> numbers.getOrDefault(part.id(), 0))
                .sum();
    }
}
