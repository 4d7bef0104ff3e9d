package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import java.util.Locale;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Making the campaign that fills the form of a paid order. Writes join the caller's transaction. */
@Component
class Adoptions {
    /** The business key of a question about a form. */
    static final String FORM = "form:";

    private static final int UUID_SHOWN = 8;

    /** Leaves room in an id for the longest name. */
    private static final int UUID_MOST = 28;

    private final Records records;
    private final FormRecords formRecords;
    private final FormOwners owners;
    private final Processes processes;

    Adoptions(Records records, FormRecords formRecords, FormOwners owners, Processes processes) {
        this.records = records;
        this.formRecords = formRecords;
        this.owners = owners;
        this.processes = processes;
    }

    /**
     * The rows of a campaign.
     *
     * @param recipe whether what the file says of domains counts only if the form has the same
     * @return its id
     * @throws PendingForms.Taken when the form is another campaign's
     * @throws Onboarding.NameTaken when a campaign of that name lives or is onboarded
     */
    String begin(String organization, String uuid, String text, Campaign file, boolean recipe, String user) {
        refuseAdopted(organization, uuid);
        Campaign named = named(file, uuid, recipe);
        String liveName = CampaignNames.live(named);
        records.living(liveName).ifPresent(taken -> {
            throw new Onboarding.NameTaken(taken.id(), named.name());
        });
        String id = CampaignNames.newId(named.name());
        records.insert(id, named.name(), liveName, text, user);
        formRecords.adopt(id, organization, uuid, recipe);
        return id;
    }

    void refuseAdopted(String organization, String uuid) {
        owners.adopter(organization, uuid).ifPresent(id -> {
            throw new PendingForms.Taken(id, "the form " + uuid + " is adopted already, as campaign " + id);
        });
    }

    /** @param key the business key of a question */
    static String uuid(String key) {
        return key.substring(FORM.length());
    }

    /** Nobody has to be asked any more. */
    void withdrawQuestion(String uuid, String why) {
        processes.withdraw("pending-forms", FORM + uuid, why);
    }

    /** Who met another at the same moment sees what that one did. */
    void unlessTaken(String organization, String uuid, Runnable writes) {
        try {
            writes.run();
        } catch (DuplicateKeyException sameMoment) {
            refuseAdopted(organization, uuid);
            throw sameMoment;
        }
    }

    /** A recipe's campaign is named after the form too, since it may fill others. */
    Campaign named(Campaign file, String uuid, boolean recipe) {
        if (!recipe && !file.recipe()) return file.of(file.name(), file.own(), file.providers());
        String letters =
                uuid.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "").toLowerCase(Locale.ROOT);
        Campaign named = named(file, letters, UUID_SHOWN);
        boolean sharesItsBeginning = records.living(CampaignNames.live(named)).isPresent();
        return sharesItsBeginning ? named(file, letters, UUID_MOST) : named;
    }

    private static Campaign named(Campaign file, String letters, int most) {
        String end = letters.substring(0, Math.min(most, letters.length())).replaceAll("-$", "");
        return file.of(file.name() + "-" + end, file.own(), Map.of());
    }
}
