package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * A task's form, filled: what Tasklist shows, for a page.
 *
 * @param decisions what may be decided, with what each means
 * @param comment what the comment is for, or null: the form takes none; {@code reference} likewise
 */
public record TaskForm(List<Block> blocks, List<Choice> decisions, String comment, String reference) {
    private static final Pattern CELL = Pattern.compile("<td>(.*?)</td>\\s*<td>(.*?)</td>", Pattern.DOTALL);
    private static final Pattern PARAGRAPH = Pattern.compile("<(p|div)\\b[^>]*>(.*?)</\\1>", Pattern.DOTALL);
    private static final Pattern HOLE = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern CASE = Pattern.compile("if (\\w+) = \"([^\"]*)\" then \"([^\"]*)\" else ");
    private static final Pattern EMPTY = Pattern.compile("(?:count\\((\\w+)\\) = 0|(\\w+) (!?)= (?:null|\"\"))");

    /** @param word as a task's decision is written */
    public record Choice(String word, String label, String meaning) {
        private static final List<String> GOES_ON = List.of("approve", "retry", "adopt");

        /** Whether it is the answer with which things go their usual way. */
        public boolean goesOn() {
            return GOES_ON.contains(word);
        }
    }

    public record Figure(String label, String value) {}

    /** @param key of a row's cell; {@code numeric}: all its cells are numbers */
    public record Column(String key, String label, boolean numeric) {
        private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");

        static Column of(String key, String label, List<?> rows) {
            return new Column(
                    key,
                    label,
                    TaskForm.rows(rows).stream()
                            .map(row -> String.valueOf(row.getOrDefault(key, "")))
                            .allMatch(cell -> NUMBER.matcher(cell).matches()));
        }
    }

    /** One of: a text, figures, or a table with its label. {@code warns}: the text says what stands in the way. */
    public record Block(
            String text,
            boolean warns,
            List<Figure> figures,
            String label,
            List<Column> columns,
            List<Map<String, Object>> rows) {
        static Block text(String text, boolean warns) {
            return new Block(text, warns, List.of(), null, List.of(), List.of());
        }
    }

    /** @param facts by the name under which the form shows them */
    static TaskForm of(JsonNode form, Map<String, Object> facts) {
        List<Block> blocks = new ArrayList<>();
        List<Choice> decisions = new ArrayList<>();
        Map<String, String> inputs = new LinkedHashMap<>();
        for (JsonNode component : form.path("components")) {
            String key = component.path("key").asText();
            switch (component.path("type").asText()) {
                case "html" -> {
                    if (!hidden(component, facts))
                        html(component.path("content").asText(), facts, blocks);
                }
                case "table" -> {
                    if (!hidden(component, facts)) table(component, facts, blocks);
                }
                case "radio" -> component.path("values").forEach(value -> decisions.add(choice(value)));
                default -> inputs.put(key, component.path("description").asText());
            }
        }
        return new TaskForm(blocks, decisions, inputs.get("comment"), inputs.get("reference"));
    }

    /** Without a form of its own: all facts there are. */
    static TaskForm plain(Map<String, Object> facts, List<String> decisions) {
        List<Figure> figures = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        facts.forEach((name, value) -> {
            if (value instanceof List<?> rows)
                blocks.add(new Block(null, false, List.of(), name, columns(rows), rows(rows)));
            else figures.add(new Figure(name, String.valueOf(value)));
        });
        blocks.add(0, new Block(null, false, figures, null, List.of(), List.of()));
        return new TaskForm(
                blocks,
                decisions.stream().map(word -> new Choice(word, word, "")).toList(),
                "Why, for those who look later.",
                "For instance a purchase order number.");
    }

    /** The words before the colon stand on the button. */
    private static Choice choice(JsonNode value) {
        String[] label = value.path("label").asText().split(":\\s*", 2);
        return new Choice(value.path("value").asText(), label[0], label.length == 1 ? "" : label[1]);
    }

    private static void html(String content, Map<String, Object> facts, List<Block> blocks) {
        if (content.contains("<table")) {
            List<Figure> figures = new ArrayList<>();
            Matcher cell = CELL.matcher(content);
            while (cell.find()) {
                String value = filled(cell.group(2), facts);
                if (!value.isEmpty() && !value.equals("$"))
                    figures.add(new Figure(filled(cell.group(1), facts), value));
            }
            blocks.add(new Block(null, false, figures, null, List.of(), List.of()));
            return;
        }
        Matcher paragraph = PARAGRAPH.matcher(content);
        while (paragraph.find()) {
            // a link to the campaign stands on the page already
            if (paragraph.group(2).contains("<a ")) continue;
            String text = filled(paragraph.group(2), facts);
            if (!text.isEmpty()) blocks.add(Block.text(text, content.contains("#da1e28")));
        }
    }

    private static void table(JsonNode component, Map<String, Object> facts, List<Block> blocks) {
        Object value = facts.get(component.path("dataSource").asText().replaceFirst("^=", ""));
        if (!(value instanceof List<?> rows) || rows.isEmpty()) return;
        List<Column> columns = StreamSupport.stream(component.path("columns").spliterator(), false)
                .map(column -> Column.of(
                        column.path("key").asText(), column.path("label").asText(), rows))
                .toList();
        blocks.add(new Block(null, false, List.of(), component.path("label").asText(), columns, rows(rows)));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(List<?> rows) {
        return rows.stream()
                .filter(Map.class::isInstance)
                .map(row -> (Map<String, Object>) row)
                .toList();
    }

    private static List<Column> columns(List<?> rows) {
        return rows(rows).stream()
                .limit(1)
                .flatMap(row -> row.keySet().stream())
                .map(key -> Column.of(key, key, rows))
                .toList();
    }

    /** The forms ask only whether a fact is there. */
    private static boolean hidden(JsonNode component, Map<String, Object> facts) {
        String hide = component.at("/conditional/hide").asText();
        if (hide.isEmpty()) return false;
        Boolean hidden = null;
        for (String group : hide.contains(") and (") ? hide.split("\\) and \\(") : new String[] {hide}) {
            boolean here = false;
            Matcher part = EMPTY.matcher(group);
            while (part.find()) {
                boolean empty = empty(facts.get(part.group(1) == null ? part.group(2) : part.group(1)));
                here |= "!".equals(part.group(3)) ? !empty : empty;
            }
            hidden = hidden == null ? here : hidden && here;
        }
        return hidden != null && hidden;
    }

    private static boolean empty(Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }

    private static String filled(String html, Map<String, Object> facts) {
        String text = html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return HOLE.matcher(text)
                .replaceAll(hole -> Matcher.quoteReplacement(value(hole.group(1).strip(), facts)))
                .replace("$ ", "$")
                .strip();
    }

    /** A fact, or one of several texts by a fact. */
    private static String value(String expression, Map<String, Object> facts) {
        Matcher one = CASE.matcher(expression);
        if (!expression.startsWith("if ")) {
            Object value = facts.get(expression);
            return value == null ? "" : value.toString();
        }
        int end = 0;
        while (one.find()) {
            Object value = facts.get(one.group(1));
            if (value != null && one.group(2).equals(value.toString())) return one.group(3);
            end = one.end();
        }
        return expression.substring(end).replace("\"", "");
    }
}
