package io.mailwright.onboarding;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import org.springframework.stereotype.Component;

/** What follows from the answers to questions about pending forms. Writes join the transaction that completes the task. */
@Component
class FormDecisions {
    private static final int MOST_NAMED = 20;

    private final Adoptions adoptions;
    private final PaidForms paidForms;
    private final FormRecords formRecords;
    private final FormLooks looks;
    private final Recipes recipes;

    FormDecisions(Adoptions adoptions, PaidForms paidForms, FormRecords formRecords, FormLooks looks, Recipes recipes) {
        this.adoptions = adoptions;
        this.paidForms = paidForms;
        this.formRecords = formRecords;
        this.looks = looks;
        this.recipes = recipes;
    }

    /**
     * @param reference which campaign or recipe fills the form
     * @return the id of the campaign that does
     * @throws Onboarding.Conflict saying what would be right
     */
    String adopt(String key, String reference, String user) {
        if (reference == null || reference.isBlank())
            throw new Onboarding.Conflict("say in 'reference' which campaign or recipe fills the form: " + known());
        Recipes.Choice choice = recipes.named(reference.strip())
                .orElseThrow(() -> new Onboarding.Conflict(
                        "there is no campaign or recipe '" + reference.strip() + "' here; write one of: " + known()));
        PaidForms.Found form = paidForms
                .last(Adoptions.uuid(key))
                .orElseThrow(() -> new Onboarding.Conflict(
                        "the form is no longer on the vendor's list, so there is nothing to fill; answer ignore"));
        if (form.campaign() != null)
            throw new Onboarding.Conflict("the form is campaign " + form.campaign() + "'s by now; answer ignore");
        try {
            return adoptions.begin(
                    form.known().organization(),
                    form.form().uuid(),
                    choice.text(),
                    CampaignReader.read(choice.text()),
                    choice.ofCampaign(),
                    user);
        } catch (OutOfTime later) {
            throw new Onboarding.Conflict(later.sentence());
        } catch (CampaignErrors unreadable) {
            throw new Onboarding.Conflict(
                    "the file of '" + reference.strip() + "' can't be read: " + unreadable.getMessage());
        } catch (PendingForms.Taken | Onboarding.NameTaken taken) {
            throw new Onboarding.Conflict(taken.getMessage());
        }
    }

    void ignore(String key, String user, String remark) {
        formRecords.ignore(Adoptions.uuid(key), user, remark);
    }

    /** Of a look that failed; one that repeats looks again at its next time. */
    void giveUp(String key) {
        if (looks.find(key).isPresent()) looks.giveUp(key);
    }

    private String known() {
        String names = String.join(", ", recipes.names(MOST_NAMED));
        return names.isEmpty() ? "none is known yet; save one with PUT /api/recipes/NAME" : names;
    }
}
