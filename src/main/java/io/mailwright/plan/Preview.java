package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mailwright.campaign.Campaign;
import java.util.List;

/**
 * What a campaign file means before the vendor is asked, as {@code POST /api/preview} answers: names to be bought are
 * shown as their first candidates, unpriced.
 *
 * @param campaign the campaign's name
 * @param domains by slot
 */
public record Preview(String campaign, List<Domain> domains) {
    /** @param provider {@code google}, {@code smtp} or {@code outlook} */
    public record Domain(String domain, String provider, List<Mailbox> aliases) {}

    /** @param alias the local part */
    public record Mailbox(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias) {}

    /** @throws PlanRefused when names or aliases run short, as planning would */
    public static Preview of(Campaign campaign) {
        List<String> names = new Search(campaign, 1).firstCandidates();
        return new Preview(
                campaign.name(),
                Slot.fill(campaign, names).stream().map(Preview::shown).toList());
    }

    private static Domain shown(Slot slot) {
        return new Domain(
                slot.domain(),
                slot.provider().word(),
                slot.aliases().stream()
                        .map(alias -> new Mailbox(alias.firstName(), alias.lastName(), alias.localPart()))
                        .toList());
    }
}
