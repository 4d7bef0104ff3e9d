package io.mailwright.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in aligned columns, two spaces apart, as wide as a terminal shows their letters. */
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    /** @param cells null is shown as a dash */
    Table row(Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = cells[i] == null ? "-" : Plain.text(cells[i].toString());
        }
        rows.add(texts);
        return this;
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(r -> r.length).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(i -> rows.stream()
                        .filter(r -> r.length > i)
                        .mapToInt(r -> Width.of(r[i]))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(r -> line(r, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]).append(" ".repeat(widths[i] - Width.of(row[i]) + 2));
        }
        return line.toString().stripTrailing();
    }
}
