package io.mailwright.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The rounds of the patterns with a number, number by number; the first ones are kept, as every domain begins with them. */
final class NumberedRounds {
    private static final int KEPT_ALIASES = 1_000_000;

    private final List<List<PatternPiece>> patterns;
    private final BiFunction<List<PatternPiece>, Integer, AliasRound> maker;
    private final int mostKept;
    private final List<List<AliasRound>> kept = new ArrayList<>();

    NumberedRounds(
            List<List<PatternPiece>> patterns, int people, BiFunction<List<PatternPiece>, Integer, AliasRound> maker) {
        this.patterns = patterns;
        this.maker = maker;
        mostKept = KEPT_ALIASES / Math.max(1, patterns.size() * people);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** @param number from 1, asked for in rising order */
    List<AliasRound> of(int number) {
        if (number <= kept.size()) {
            return kept.get(number - 1);
        }
        List<AliasRound> rounds =
                patterns.stream().map(pattern -> maker.apply(pattern, number)).toList();
        if (number <= mostKept) {
            kept.add(rounds);
        }
        return rounds;
    }
}
