package io.mailwright.console;

/**
 * What stands around every page: its title, the menu, and who looks at it.
 *
 * @param section where in the menu the page belongs, or null
 * @param operates may start, correct, cancel and resolve
 * @param simulated no money moves here
 * @param armed what is approved is bought
 * @param waiting how many tasks wait for people
 */
public record Frame(
        String title, Section section, String user, boolean operates, boolean simulated, boolean armed, long waiting) {}
