package io.mailwright.dsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** {@code person 'Anna', 'Smith', nick: 'Annie'} and {@code people '''first,last …'''}. */
final class People {
    static final int LONGEST_TEXT = 200_000;
    private static final List<String> COLUMNS = List.of("first", "last", "nick", "latin", "photo");
    private static final String QUOTES = "'''";
    private static final String DOUBLE_QUOTES = "\"\"\"";
    private static final String EXAMPLE = "write person 'Anna', 'Smith'";

    private People() {}

    static void person(Call call, Draft draft, Problems problems) {
        List<Value> names = call.values();
        if (names.isEmpty() || names.size() > 2) {
            throw new Unreadable(
                    call.line(), call.column(), "'person' takes a first and a last name, both needed; " + EXAMPLE);
        }
        Function<String, Value> part = column -> switch (column) {
            case "first" -> names.get(0);
            case "last" -> names.size() > 1 ? names.get(1) : null;
            default -> call.named(column);
        };
        new PersonReader(draft, problems).read(part, names.get(0));
    }

    static void table(Call call, Draft draft, Problems problems) {
        Value table = Expect.one(call, "people '''first,last' and a line for each person, then '''");
        if (!(table.is() instanceof String text)) {
            throw Expect.unreadable(
                    table, "'people' takes a text; write people '''first,last and a line for each person");
        }
        boolean asWritten = table.literal()
                && (draft.source.holds(table.line(), table.column(), QUOTES + text + QUOTES)
                        || draft.source.holds(table.line(), table.column(), DOUBLE_QUOTES + text + DOUBLE_QUOTES));
        Value at = new Value(text, table.line(), table.column(), asWritten);
        List<List<Value>> rows;
        try {
            rows = Csv.rows(text).stream().map(row -> located(row, at)).toList();
        } catch (Unreadable e) {
            Value there = located(new Csv.Field("", e.line(), e.column()), at);
            throw Expect.unreadable(there, e.getMessage());
        }
        if (rows.size() < 2) {
            throw Expect.unreadable(
                    table, "'people' holds nobody; write a header with first,last and a line for each person");
        }
        Map<String, Integer> columns = header(rows.get(0), table);
        PersonReader reader = new PersonReader(draft, problems);
        for (List<Value> row : rows.subList(1, rows.size())) {
            if (row.size() != rows.get(0).size()) {
                problems.at(
                        row.get(0),
                        "this row has " + row.size() + " fields and the header "
                                + rows.get(0).size() + "; give each row as many, empty ones too");
            } else {
                reader.read(column -> columns.containsKey(column) ? row.get(columns.get(column)) : null, row.get(0));
            }
        }
    }

    private static Map<String, Integer> header(List<Value> header, Value table) {
        Map<String, Integer> columns = new HashMap<>();
        for (Value field : header) {
            String name = field.is().toString().strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name)) {
                throw Expect.unreadable(
                        field,
                        "'people' has no column " + Problems.quote(name)
                                + Problems.didYouMean(
                                        name, COLUMNS, "the first line names first,last and any of nick,latin,photo"));
            }
            if (columns.put(name, columns.size()) != null) {
                throw Expect.unreadable(field, "the column '" + name + "' is named twice; keep one");
            }
        }
        for (String needed : List.of("first", "last")) {
            if (!columns.containsKey(needed)) {
                throw Expect.unreadable(
                        header.get(0), "the header names no '" + needed + "'; begin it with first,last");
            }
        }
        return columns;
    }

    private static List<Value> located(List<Csv.Field> row, Value table) {
        List<Value> values = new ArrayList<>();
        row.forEach(field -> values.add(located(field, table)));
        return values;
    }

    /** The place in the file of a place in the text, when the text stands there as written. */
    private static Value located(Csv.Field field, Value table) {
        if (!table.literal()) {
            return new Value(field.text(), table.line(), table.column(), false);
        }
        return new Value(
                field.text(),
                table.line() + field.line() - 1,
                field.line() == 1 ? table.column() + QUOTES.length() + field.column() - 1 : field.column(),
                false);
    }
}
