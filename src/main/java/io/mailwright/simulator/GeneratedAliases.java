package io.mailwright.simulator;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The local parts the vendor makes of a name (end of section 4; its real pattern is not known). */
final class GeneratedAliases {
    private GeneratedAliases() {}

    static List<String> of(String firstName, String lastName, int count) {
        String first = letters(firstName, "info");
        String last = letters(lastName, "team");
        List<String> shapes = List.of(
                first + "." + last,
                first,
                first.charAt(0) + last,
                first + last,
                first + "." + last.charAt(0),
                first.charAt(0) + "." + last);
        Set<String> aliases = new LinkedHashSet<>(shapes);
        for (int number = 2; aliases.size() < count; number++) {
            for (String shape : shapes) {
                aliases.add(shape + number);
            }
        }
        return aliases.stream().limit(count).toList();
    }

    private static String letters(String name, String otherwise) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        return ascii.isEmpty() ? otherwise : ascii;
    }
}
