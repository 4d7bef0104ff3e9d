package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.ledger.Readings;
import io.mailwright.plan.FormPlan;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import org.springframework.stereotype.Service;

/** What a file would make of a pending form, before anything is begun. */
@Service
public class FormPreviews {
    private final PaidForms paidForms;
    private final Readings readings;
    private final Organizations organizations;

    FormPreviews(PaidForms paidForms, Readings readings, Organizations organizations) {
        this.paidForms = paidForms;
        this.readings = readings;
        this.organizations = organizations;
    }

    /**
     * The plan that would be shown for approval. Reads the vendor, starts nothing.
     *
     * @param workspace of files that name none, a name or an id; null: the configured one
     * @throws io.mailwright.dsl.CampaignErrors when the file can't be read, or would buy anything
     * @throws PlanRefused when it does not fit the form
     * @throws io.mailwright.plan.MixedSources when no file does
     * @throws PendingForms.NoSuchForm when the vendor lists none
     */
    public Plan of(String uuid, String text, String workspace) {
        Campaign file = CampaignReader.readToAdopt(text);
        return PendingForms.asked(() -> {
            String organization = organizations.id(file.workspace() == null ? workspace : file.workspace());
            PaidForms.Found form =
                    paidForms.one(organization, uuid).orElseThrow(() -> new PendingForms.NoSuchForm(uuid));
            if (form.known().type() == null)
                throw new PlanRefused("the form's order does not say that it is of one mailbox type; look at it in the"
                        + " vendor's web app and have the vendor mend it");
            if (form.monthly() == null)
                throw new PlanRefused("the vendor does not say what the form's order costs a month; ask the vendor");
            readings.registrations(organization);
            return FormPlan.of(file, file.name(), false, organization, paidForms.facts(form));
        });
    }
}
