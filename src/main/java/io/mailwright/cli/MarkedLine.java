package io.mailwright.cli;

/**
 * A line of a file as a terminal shows it: tabs as spaces, what can't be seen as a replacement character, and of a long
 * line the part around the mark.
 *
 * @param before columns of the terminal before the mark
 */
record MarkedLine(String text, int before) {
    private static final int TAB = 4;
    private static final int LONGEST = 110;
    private static final int CONTEXT = 60;
    private static final String MORE = "…";

    /** @param column from 1, in characters as the reader counts them */
    static MarkedLine of(String line, int column) {
        int[] characters = line.codePoints().toArray();
        int mark = Math.min(column - 1, characters.length);
        int from =
                characters.length <= LONGEST ? 0 : Math.max(0, Math.min(mark - CONTEXT, characters.length - LONGEST));
        int to = Math.min(characters.length, from + LONGEST);
        StringBuilder text = new StringBuilder(from > 0 ? MORE : "");
        int width = text.length();
        int before = width;
        for (int i = from; i < to; i++) {
            int columns = characters[i] == '\t' ? TAB - width % TAB : Width.of(characters[i]);
            if (i == mark) {
                // a mark that stands over the letter before it has no column of its own
                before = columns == 0 ? Math.max(0, width - 1) : width;
            }
            text.append(characters[i] == '\t' ? " ".repeat(columns) : Plain.visible(characters[i]));
            width += columns;
        }
        return new MarkedLine(text + (to < characters.length ? MORE : ""), mark >= to ? width : before);
    }
}
