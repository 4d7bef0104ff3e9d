package io.mailwright.campaign;

/**
 * A person's name in a–z alone, as local parts use it.
 *
 * @param first or ""
 * @param last or ""
 * @param nick or ""
 */
record LatinName(String first, String last, String nick) {
    static LatinName of(Person person) {
        String nick = Transliteration.latin(person.nick());
        if (LocalParts.blank(person.latin())) {
            return new LatinName(Transliteration.latin(person.first()), Transliteration.latin(person.last()), nick);
        }
        String[] parts = LatinName.split(person.latin());
        return new LatinName(Transliteration.latin(parts[0]), Transliteration.latin(parts[1]), nick);
    }

    private static String[] split(String latin) {
        String text = latin.strip();
        int space = 0;
        while (space < text.length() && !Character.isSpaceChar(text.charAt(space))) {
            space++;
        }
        return new String[] {text.substring(0, space), text.substring(space)};
    }
}
