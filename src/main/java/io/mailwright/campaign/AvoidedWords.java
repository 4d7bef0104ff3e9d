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
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Local parts never used: the file's {@code avoid} words and the reserved ones. */
final class AvoidedWords {
    private static final Set<String> RESERVED = load();

    private final Set<String> words = new HashSet<>(RESERVED);
    private final TreeSet<String> beginnings = new TreeSet<>();

    AvoidedWords(Collection<String> avoid) {
        List<String> lower = avoid.stream()
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .toList();
        words.addAll(lower);
        lower.stream()
                .filter(word -> word.endsWith("*"))
                .map(word -> word.substring(0, word.length() - 1))
                .sorted()
                .filter(word -> !begins(word))
                .forEach(beginnings::add);
    }

    boolean contains(String localPart) {
        return words.contains(localPart) || begins(localPart);
    }

    /** None of the beginnings begins another, so only the last one that sorts before a word can begin it. */
    private boolean begins(String word) {
        String beginning = beginnings.floor(word);
        return beginning != null && word.startsWith(beginning);
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
