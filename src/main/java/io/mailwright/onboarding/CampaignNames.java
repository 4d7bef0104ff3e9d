package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import java.security.SecureRandom;
import java.util.Locale;

/** What campaigns and requests are called: ids that are new, and the name that only one living campaign has. */
final class CampaignNames {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ID_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private CampaignNames() {}

    static String live(Campaign campaign) {
        return live(campaign.workspace(), campaign.name());
    }

    static String live(String workspace, String name) {
        return ((workspace == null ? "" : workspace) + "/" + name).toLowerCase(Locale.ROOT);
    }

    static String newId(String name) {
        return name.toLowerCase(Locale.ROOT) + "-" + suffix();
    }

    static String suffix() {
        StringBuilder suffix = new StringBuilder();
        for (int i = 0; i < 6; i++) suffix.append(ID_LETTERS.charAt(RANDOM.nextInt(ID_LETTERS.length())));
        return suffix.toString();
    }
}
