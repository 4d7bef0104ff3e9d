package io.mailwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What waits for people, as it is read from {@code /api/tasks}. */
final class TaskSheet {
    private final JsonNode body;
    private final ServerOptions options;

    TaskSheet(JsonNode body, ServerOptions options) {
        this.body = body;
        this.options = options;
    }

    /** @param page from 1 */
    List<String> list(int page, int size) {
        JsonNode tasks = body.path("tasks");
        int total = body.path("total").asInt();
        if (tasks.isEmpty()) {
            return List.of(total == 0 ? "Nothing waits for anybody." : "No more: there are " + total + ".");
        }
        Table table = new Table().row("id", "question", "campaign", "decisions", "until");
        for (JsonNode task : tasks)
            table.row(
                    task.path("id").asText(),
                    task.path("question").asText(),
                    text(task.path("campaign")),
                    words(task.path("decisions")),
                    until(task));
        List<String> lines = new ArrayList<>(table.lines());
        int first = (page - 1) * size;
        int last = first + tasks.size();
        if (first > 0 || last < total) lines.add((first + 1) + " to " + last + " of " + total);
        if (last < total) lines.add("More: " + command("tasks --page " + (page + 1)));
        lines.add("Look at one: " + command("tasks ID"));
        return lines;
    }

    List<String> one() {
        String campaign = text(body.path("campaign"));
        Table table = new Table()
                .row("question", body.path("question").asText())
                .row("campaign", campaign == null ? null : campaign + " (" + text(body.path("campaignName")) + ")")
                .row("asked", seconds(body.path("opened")))
                .row("until", until(body))
                .row("answers", words(body.path("groups")));
        Table facts = new Table();
        List<String> tables = new ArrayList<>();
        body.path("facts").fields().forEachRemaining(fact -> {
            if (fact.getValue().isArray()) tables.addAll(rows(words(fact.getKey()), fact.getValue()));
            else if (said(fact.getValue())) facts.row(words(fact.getKey()), text(fact.getValue()));
        });
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(facts.lines());
        lines.addAll(tables);
        lines.add("Answer it by one of:");
        body.path("decisions")
                .forEach(decision ->
                        lines.add("  " + command("tasks " + body.path("id").asText() + " " + decision.asText())));
        return lines;
    }

    List<String> answered(String decision) {
        String campaign = text(body.path("campaign"));
        String taken = "Answered: " + Plain.text(decision) + ".";
        return campaign == null
                ? List.of(taken)
                : List.of(taken, "Go along with it: " + command("status " + campaign + " --follow"));
    }

    /** A list of texts, or of rows that name their cells. */
    private static List<String> rows(String name, JsonNode rows) {
        Table table = new Table();
        JsonNode first = rows.path(0);
        if (first.isObject()) {
            List<String> columns = new ArrayList<>();
            first.fieldNames().forEachRemaining(columns::add);
            table.row(indented(columns.stream().map(c -> (Object) words(c)).toList()));
            rows.forEach(row -> table.row(indented(
                    columns.stream().map(c -> (Object) text(row.path(c))).toList())));
        } else {
            rows.forEach(row -> table.row(indented(
                    row.isArray()
                            ? stream(row).map(c -> (Object) text(c)).toList()
                            : Collections.singletonList((Object) text(row)))));
        }
        if (rows.isEmpty()) return List.of();
        List<String> lines = new ArrayList<>(List.of(Plain.text(name)));
        lines.addAll(table.lines());
        return lines;
    }

    private static Object[] indented(List<Object> cells) {
        Object[] row = cells.toArray();
        if (row.length > 0) row[0] = "  " + (row[0] == null ? "-" : row[0]);
        return row;
    }

    private static String until(JsonNode task) {
        String due = seconds(task.path("due"));
        return due == null ? null : due + (task.path("overdue").asBoolean() ? ", overdue" : "");
    }

    private static String seconds(JsonNode instant) {
        String text = text(instant);
        return text == null ? null : text.replaceFirst("\\.\\d+", "");
    }

    /** A fact's name as it is read: {@code costMonthly} is "cost monthly". */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static boolean said(JsonNode value) {
        return !value.isNull() && !value.asText("-").isBlank();
    }

    private static String words(JsonNode list) {
        return stream(list).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** Null for nothing. */
    private static String text(JsonNode value) {
        if (value.isMissingNode() || value instanceof NullNode) return null;
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private String command(String rest) {
        return Shell.command(rest + options.again());
    }
}
