package io.mailwright.cli;

import io.mailwright.plan.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A preview as a person reads it. */
final class PreviewSheet {
    private PreviewSheet() {}

    /** @param width columns after which a line goes on below its aliases */
    static List<String> lines(Preview preview, Ink ink, int width) {
        if (preview.domains().isEmpty() && preview.prewarmed().isEmpty()) {
            return List.of(
                    ink.bold(preview.campaign()) + ": a recipe; it names no domains, so it fits the form of any order");
        }
        Table table = new Table().row("domain", "type", "aliases");
        preview.domains().forEach(d -> table.row(d.domain(), d.provider(), aliases(d)));
        preview.prewarmed().forEach((type, count) -> table.row(count + " pre-warmed", type, "from the vendor's stock"));
        List<String> rows = table.lines();
        int indent = rows.get(0).indexOf("aliases");
        List<String> lines = new ArrayList<>(List.of(ink.dim(rows.get(0))));
        rows.stream().skip(1).forEach(row -> lines.add(wrapped(row, indent, width)));
        int mailboxes =
                preview.domains().stream().mapToInt(Preview.Domain::mailboxes).sum();
        lines.add(ink.bold(preview.campaign()) + ": " + count(preview.domains().size(), "domain", "domains") + ", "
                + count(mailboxes, "mailbox", "mailboxes")
                + "; names to be bought are first candidates, unpriced");
        return lines;
    }

    private static String wrapped(String row, int indent, int width) {
        StringBuilder lines = new StringBuilder(row.substring(0, indent));
        int column = indent;
        for (String word : row.substring(indent).split(" ")) {
            if (column > indent && column + 1 + word.length() > width) {
                lines.append(System.lineSeparator()).append(" ".repeat(indent));
                column = indent;
            }
            lines.append(column > indent ? " " : "").append(word);
            column += word.length() + (column > indent ? 1 : 0);
        }
        return lines.toString();
    }

    private static String aliases(Preview.Domain domain) {
        return domain.sender() != null
                ? "the vendor's, for " + domain.sender()
                : domain.aliases().stream().map(Preview.Mailbox::alias).collect(Collectors.joining(" "));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
