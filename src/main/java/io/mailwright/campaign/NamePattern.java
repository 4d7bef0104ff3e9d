package io.mailwright.campaign;

import java.util.List;
import java.util.stream.Stream;

/**
 * How local parts are made from a name: {@code {first} {last} {f} {l} {nick} {n} {nn}}, {@code {first:3}} for a leading
 * part, and what stands between: {@code . _ -}, a–z, 0–9.
 *
 * @param text as written in the campaign file
 */
public record NamePattern(String text) {
    /** What a file without a {@code patterns} line means: no numbers, no nicks, so every person fits every one. */
    public static final List<NamePattern> BUILT_IN = Stream.of(
                    "{first}.{last}",
                    "{f}{last}",
                    "{first}{l}",
                    "{last}.{first}",
                    "{f}.{last}",
                    "{first}",
                    "{first}.{l}",
                    "{first}{last}",
                    "{first}_{last}",
                    "{first}-{last}",
                    "{last}",
                    "{last}{f}")
            .map(NamePattern::of)
            .toList();

    /** @throws IllegalArgumentException with one sentence that says what is wrong and what would be right */
    public NamePattern {
        PatternReader.read(text);
    }

    /**
     * The pattern a text means, spaces around it aside.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong and what would be right
     */
    public static NamePattern of(String text) {
        return new NamePattern(text.strip());
    }

    /** Whether it holds {@code {n}} or {@code {nn}}: it then comes after all plain ones, with rising number. */
    public boolean numbered() {
        return pieces().stream().anyMatch(PatternPiece::numbers);
    }

    List<PatternPiece> pieces() {
        return PatternReader.read(text);
    }
}
