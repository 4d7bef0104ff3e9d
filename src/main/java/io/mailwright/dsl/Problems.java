package io.mailwright.dsl;

import io.mailwright.campaign.Reading;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.ASTNode;

/** What is wrong with one file, collected while it is read. */
final class Problems {
    static final int SHOWN = 20;
    private static final int KEPT = 1_000;

    private final List<CampaignError> found = new ArrayList<>();

    void at(int line, int column, String message) {
        if (found.size() < KEPT) {
            found.add(new CampaignError(Math.max(1, line), Math.max(1, column), message));
        }
    }

    void at(ASTNode node, String message) {
        at(node.getLineNumber(), node.getColumnNumber(), message);
    }

    void at(Token token, String message) {
        at(token.line(), token.column(), message);
    }

    void at(Value value, String message) {
        at(value.line(), value.column(), message);
    }

    void at(Call call, String message) {
        at(call.line(), call.column(), message);
    }

    void add(Unreadable unreadable) {
        at(unreadable.line(), unreadable.column(), unreadable.getMessage());
    }

    /** Null when it can't be read; then that is noted. */
    <T> T attempt(Supplier<T> reading) {
        Reading.stopIfOver();
        try {
            return reading.get();
        } catch (Unreadable e) {
            add(e);
            return null;
        }
    }

    /** Whether anything was found wrong meanwhile. */
    boolean arise(Runnable reading) {
        int before = found.size();
        attempt(() -> {
            reading.run();
            return null;
        });
        return found.size() > before;
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new CampaignErrors(found.stream()
                    .sorted(Comparator.comparingInt(CampaignError::line).thenComparingInt(CampaignError::column))
                    .distinct()
                    .limit(SHOWN)
                    .toList());
        }
    }

    /** The user's own text inside a sentence: one line, not longer than a name. */
    static String quote(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return "'"
                + (line.codePointCount(0, line.length()) <= 60
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, 40)) + "…")
                + "'";
    }

    /** With commas, whatever the locale of the machine is. */
    static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** "; did you mean 'photo'?", or {@code otherwise} when nothing is near. */
    static String didYouMean(String word, Iterable<String> known, String otherwise) {
        Optional<String> nearest = Nearest.to(word, known);
        return nearest.map(near -> "; did you mean '" + near + "'?").orElse("; " + otherwise);
    }

    static CampaignErrors only(int line, int column, String message) {
        return new CampaignErrors(List.of(new CampaignError(line, column, message)));
    }
}
