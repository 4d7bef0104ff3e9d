package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a campaign file means before the vendor is asked, as {@code POST /api/preview} answers: names to be bought are
 * shown as their first candidates, unpriced; where the vendor will be asked to suggest one, {@code (suggested 1)}.
 *
 * @param campaign the campaign's name
 * @param domains by slot
 * @param prewarmed domains of each type from the vendor's stock, in written order; left out without any
 */
public record Preview(
        String campaign,
        List<Domain> domains,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> prewarmed) {
    /**
     * @param provider {@code google}, {@code smtp} or {@code outlook}
     * @param aliases empty when the vendor makes them
     * @param sender in whose name the vendor makes the aliases; left out when they are ours
     */
    public record Domain(
            String domain,
            String provider,
            List<Mailbox> aliases,
            @JsonInclude(JsonInclude.Include.NON_NULL) Sender sender) {
        /** How many mailboxes it will carry. */
        public int mailboxes() {
            return sender == null ? aliases.size() : Provider.of(provider).aliasesPerDomain();
        }
    }

    /** @param alias the local part */
    public record Mailbox(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias) {}

    /** A person whose names the vendor makes aliases of. */
    public record Sender(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {
        @Override
        public String toString() {
            return firstName + " " + lastName;
        }
    }

    /** @throws PlanRefused when names or aliases run short, as planning would */
    public static Preview of(Campaign campaign) {
        List<String> names = new Search(campaign, List.of(), 1).firstCandidates();
        Map<String, Integer> prewarmed = new LinkedHashMap<>();
        if (campaign.prewarmed() != null) {
            campaign.prewarmed().domains().forEach((type, count) -> prewarmed.put(type.word(), count));
        }
        return new Preview(
                campaign.name(),
                Slots.fill(campaign, names).stream().map(Preview::shown).toList(),
                prewarmed);
    }

    private static Domain shown(Slot slot) {
        return new Domain(
                slot.domain(),
                slot.provider().word(),
                slot.aliases().stream()
                        .map(alias -> new Mailbox(alias.firstName(), alias.lastName(), alias.localPart()))
                        .toList(),
                slot.sender() == null
                        ? null
                        : new Sender(slot.sender().firstName(), slot.sender().lastName()));
    }
}
