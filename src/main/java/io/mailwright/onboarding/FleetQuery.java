package io.mailwright.onboarding;

/**
 * Which campaigns a page of the fleet shows; null and blank become "": any.
 *
 * @param text part of a name or id, or how the name of a domain begins
 * @param stage one of {@link Stage#word()}, as it is shown: while campaigns buy, that of the least advanced order
 * @param waiting only those that wait for a person
 * @param workspace the vendor's id of a workspace, or its name as campaign files write it
 * @param sort {@code newest}, {@code oldest}, {@code name}; anything else: overdue first, then who waits for a person, then newest
 * @param page from 0
 * @param size rows, 1 to {@value #MOST}
 */
public record FleetQuery(
        String text, String stage, boolean waiting, String workspace, String sort, int page, int size) {
    static final int MOST = 200;

    public FleetQuery {
        text = given(text);
        stage = given(stage);
        workspace = given(workspace);
        sort = given(sort);
        page = Math.max(0, page);
        size = Math.min(MOST, Math.max(1, size));
    }

    private static String given(String text) {
        return text == null ? "" : text.strip();
    }

    long from() {
        return (long) page * size;
    }

    /** The first page of all. */
    public static FleetQuery all(int size) {
        return new FleetQuery("", "", false, "", "", 0, size);
    }
}
