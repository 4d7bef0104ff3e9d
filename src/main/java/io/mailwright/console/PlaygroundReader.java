package io.mailwright.console;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Campaign;
import io.mailwright.console.PlaygroundReading.Meaning;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.plan.Preview;
import io.mailwright.plan.Search;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Reads what stands in the playground's editor. */
@Component
class PlaygroundReader {
    /** Of domains; enough to judge a file by, and quickly drawn at each pause in typing. */
    static final int SHOWN = 25;

    private static final int CANDIDATES_SHOWN = 200;

    private static final CampaignError UNSENT =
            new CampaignError(1, 1, "the file is too long to be sent; a campaign file has at most 262,144 characters");

    private final Function<String, Preview> reader;

    PlaygroundReader(Function<String, Preview> reader) {
        this.reader = reader;
    }

    /**
     * @param sent null when it was longer than a form may be
     * @param shown domains at most
     */
    PlaygroundReading read(String sent, int shown) {
        if (sent == null) return PlaygroundReading.of(List.of(UNSENT));
        String text = lines(sent);
        if (text.isBlank()) return PlaygroundReading.EMPTY;
        try {
            Preview preview = reader.apply(text);
            return new PlaygroundReading(List.of(), meaning(CampaignReader.read(text), preview, shown));
        } catch (CampaignErrors e) {
            return PlaygroundReading.of(e.errors());
        }
    }

    /** A form sends each line's end as two characters. */
    static String lines(String sent) {
        return sent == null ? "" : sent.replace("\r\n", "\n");
    }

    private static Meaning meaning(Campaign campaign, Preview preview, int shown) {
        List<String> candidates = campaign.buy() == null ? List.of() : new Search(campaign, List.of(), 1).candidates();
        return new Meaning(
                preview.campaign(),
                preview.domains().stream().limit(shown).toList(),
                preview.domains().size(),
                preview.domains().stream().mapToLong(Preview.Domain::mailboxes).sum(),
                candidates.stream().limit(CANDIDATES_SHOWN).toList(),
                candidates.size(),
                campaign.buy() == null ? 0 : campaign.buy().count(),
                preview.prewarmed(),
                campaign.recipe(),
                asking(campaign),
                !campaign.recipe() && campaign.approve().kind() != ApprovalPolicy.Kind.ALWAYS);
    }

    private static String asking(Campaign campaign) {
        ApprovalPolicy approve = campaign.approve();
        if (campaign.recipe())
            return "A file without domains is a recipe: it starts nothing by itself, and fills the form of an order"
                    + " that was paid in the vendor's web app.";
        String group = "the group " + approve.by();
        return switch (approve.kind()) {
            case ALWAYS ->
                "Once started, it stops before the first dollar: " + group
                        + " sees the whole plan with its price and decides.";
            case NEVER -> "Once started, it buys without asking anybody, because of approve never.";
            case OVER ->
                "Once started, it buys without asking up to " + Show.money(approve.over()) + "; above that " + group
                        + " decides.";
            case RULE ->
                "Once started, " + group + " decides when "
                        + approve.rule().text().strip() + "; else it buys without asking.";
        };
    }
}
