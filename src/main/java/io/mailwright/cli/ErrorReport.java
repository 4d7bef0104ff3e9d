package io.mailwright.cli;

import io.mailwright.dsl.CampaignErrors.CampaignError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong in a campaign file, as compilers tell it: the place as editors and terminals link it, the line, and a mark
 * under the column.
 */
final class ErrorReport {
    private final String file;
    private final String[] lines;
    private final Ink ink;

    ErrorReport(String file, String text, Ink ink) {
        this.file = file;
        this.ink = ink;
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = unmarked.split("\r\n|\r|\n", -1);
    }

    String of(List<CampaignError> errors) {
        String count = errors.size() == 1 ? "1 error" : errors.size() + " errors";
        return errors.stream().map(this::of).collect(Collectors.joining("\n")) + "\n"
                + ink.bold(count + " in " + Plain.text(file));
    }

    private String of(CampaignError error) {
        String place = Plain.text(file) + ":" + error.line() + ":" + error.column();
        String sentence = ink.bold(place) + " " + Plain.text(error.message());
        if (error.line() < 1 || error.line() > lines.length) {
            return sentence;
        }
        MarkedLine line = MarkedLine.of(lines[error.line() - 1], error.column());
        String number = "%5d".formatted(error.line());
        return sentence + "\n"
                + ink.dim(number + " | ") + line.text() + "\n"
                + ink.dim(" ".repeat(number.length()) + " | ") + " ".repeat(line.before()) + ink.red("^");
    }
}
