package io.mailwright.campaign;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Local parts never used: the file's {@code avoid} words and the reserved ones. */
final class AvoidedWords {
    private static final Set<String> RESERVED = load();

    private final Set<String> words = new HashSet<>(RESERVED);
    private final Set<String> beginnings;

    AvoidedWords(Collection<String> avoid) {
        List<String> lower = avoid.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
        words.addAll(lower);
        beginnings = lower.stream()
                .filter(word -> word.endsWith("*"))
                .map(word -> word.substring(0, word.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean contains(String localPart) {
        return words.contains(localPart)
                || !beginnings.isEmpty()
                        && IntStream.rangeClosed(0, localPart.length())
                                .mapToObj(end -> localPart.substring(0, end))
                                .anyMatch(beginnings::contains);
    }

    private static Set<String> load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                AvoidedWords.class.getResourceAsStream("reserved-local-parts.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
