package io.mailwright.story;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Campaign files of different shapes, each under names nobody else uses. */
final class Shapes {
    private static final Map<String, Integer> MAILBOXES = Map.of("google", 2, "smtp", 4, "outlook", 25);
    private static final List<Map<String, Integer>> PROVIDERS = List.of(
            Map.of("google", 2, "smtp", 1),
            Map.of("google", 1, "smtp", 1, "outlook", 1),
            Map.of("outlook", 1),
            Map.of("google", 3),
            Map.of("smtp", 2, "outlook", 1),
            Map.of("google", 12, "smtp", 2));

    private Shapes() {}

    /** @param domains, orders and mailboxes that there will be when it is onboarded */
    record Shape(String name, String text, int domains, int orders, int mailboxes) {}

    static Shape of(long seed, int number) {
        Map<String, Integer> providers =
                PROVIDERS.get(new SplittableRandom(seed * 31 + number).nextInt(PROVIDERS.size()));
        return of("kill" + letters(seed) + letters(number), providers);
    }

    /** @param providers domains of each mailbox type */
    static Shape of(String name, Map<String, Integer> providers) {
        int domains = providers.values().stream().mapToInt(Integer::intValue).sum();
        int mailboxes = providers.entrySet().stream()
                .mapToInt(each -> each.getValue() * MAILBOXES.get(each.getKey()))
                .sum();
        String text = """
                campaign '%1$s'
                tag 'kills'
                buy %2$d, keywords: ['%1$s', '%1$s mail'], prefixes: ['get', 'try', 'use', 'go'], suffixes: ['hq', 'now'], tlds: ['com', 'io'], maxPrice: 60
                providers %3$s
                person 'Anna', 'Smith'
                person 'José', 'Núñez'
                person 'Ben', 'Okafor'
                patterns '{first}.{last}', '{f}{last}', '{first}{last}{n}'
                redirect 'https://%1$s.example'
                budget 2000
                approve always
                """.formatted(
                        name,
                        domains,
                        providers.entrySet().stream()
                                .map(each -> each.getKey() + ": " + each.getValue())
                                .sorted()
                                .collect(Collectors.joining(", ")));
        return new Shape(name, text, domains, providers.size(), mailboxes);
    }

    private static String letters(long number) {
        return Long.toString(number, 26)
                .chars()
                .mapToObj(digit -> String.valueOf((char) ('a' + Character.digit(digit, 26))))
                .collect(Collectors.joining());
    }
}
