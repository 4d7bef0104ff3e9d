package io.mailwright.dsl;

/**
 * A value of the file and where it stands.
 *
 * @param is String, BigDecimal, Boolean, List of Value, {@link Bare}, or null as written
 * @param literal whether it is one text as written, so that places inside it can be told
 */
record Value(Object is, int line, int column, boolean literal) {
    /**
     * A word that names no value, such as {@code always}.
     *
     * @param remedy what to say where a value is needed
     */
    record Bare(String word, String remedy) {}

    boolean isWord(String word) {
        return is instanceof Bare bare && bare.word().equals(word);
    }
}
