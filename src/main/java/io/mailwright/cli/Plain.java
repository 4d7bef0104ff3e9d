package io.mailwright.cli;

/** Words of other people on a terminal. */
final class Plain {
    private Plain() {}

    /** One line without control characters, so that nothing moves the cursor or colours the screen. */
    static String text(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
    }
}
