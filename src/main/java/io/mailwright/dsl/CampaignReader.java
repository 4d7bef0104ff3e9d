package io.mailwright.dsl;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Rule;
import java.time.Duration;
import java.util.function.Function;

/**
 * Reads campaign files: Groovy in syntax, but never run as Groovy. The same text gives an equal {@link Campaign}; nothing
 * is looked up, loaded or called while it is read, and reading always ends.
 */
public final class CampaignReader {
    private static final String WARM_UP = """
            campaign 'warm-up'
            own 'acme.example'
            providers google: 1
            person 'Anna', 'Smith'
            approve { total > 1 }
            """;
    private static final ReadingDesk DESK = new ReadingDesk();
    private static final ReadBefore KNOWN = new ReadBefore();

    static {
        // a bound method of another class: a lambda of this one would wait for this initializer to end
        new ReadingDesk(Duration.ofMinutes(1)).read(new CampaignFile(WARM_UP)::campaign);
    }

    private CampaignReader() {}

    /** Loads the language, which takes a while; else the first reading does it. */
    public static void load() {}

    /**
     * @param text the whole file; a byte-order mark, tabs and any line ends are allowed
     * @throws CampaignErrors the only exception, whatever the text holds
     */
    public static Campaign read(String text) {
        String whole = text == null ? "" : text;
        Campaign known = KNOWN.campaign(whole);
        return known == null ? DESK.read(() -> KNOWN.read(whole)) : known;
    }

    /**
     * The same, and what is made of the campaign, within one deadline.
     *
     * @param making throws nothing but {@link CampaignErrors}
     * @throws CampaignErrors also those of making
     */
    public static <T> T read(String text, Function<Campaign, T> making) {
        String whole = text == null ? "" : text;
        Campaign known = KNOWN.campaign(whole);
        return DESK.read(() -> making.apply(known == null ? KNOWN.read(whole) : known));
    }

    /**
     * The same for a file that is to be carried out, not only looked at.
     *
     * @throws CampaignErrors also for a recipe
     */
    public static Campaign readToStart(String text) {
        return DESK.read(() -> new CampaignFile(text == null ? "" : text).campaignToStart());
    }

    /**
     * The same for a file that fills the form of a paid order.
     *
     * @throws CampaignErrors also for what would buy anything
     */
    public static Campaign readToAdopt(String text) {
        return DESK.read(() -> new CampaignFile(text == null ? "" : text).campaignToAdopt());
    }

    /**
     * A rule as {@code approve { … }} takes it, over {@code total monthly domains mailboxes google smtp outlook}.
     *
     * @param text what would stand between the braces
     * @throws CampaignErrors the only exception, whatever the text holds
     */
    public static Rule rule(String text) {
        return DESK.read(() -> CampaignFile.rule(text == null ? "" : text));
    }
}
