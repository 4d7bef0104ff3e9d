package io.mailwright.campaign;

/**
 * Somebody in whose name mail is sent. Names are trimmed, NFC, as written.
 *
 * @param first at most 50 characters
 * @param last at most 50 characters
 * @param nick short name for {@code {nick}}, or null
 * @param latin Latin form of the whole name, splits at its first space, or null: transliterated
 * @param photo http(s) address of at most 150 characters, or null
 */
public record Person(String first, String last, String nick, String latin, String photo) {}
