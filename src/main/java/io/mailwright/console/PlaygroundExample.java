package io.mailwright.console;

import java.util.stream.Collectors;

/**
 * A campaign file that is handed out with Mailwright.
 *
 * @param name of its file, without the ending
 * @param says the comment that it begins with
 */
public record PlaygroundExample(String name, String says, String text) {
    static PlaygroundExample of(String file, String text) {
        String says = text.lines()
                .takeWhile(line -> line.startsWith("//"))
                .limit(1)
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining());
        return new PlaygroundExample(file.replaceFirst("\\.groovy$", ""), says, text);
    }

    public String title() {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }
}
