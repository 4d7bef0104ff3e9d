package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.ledger.Readings;
import io.mailwright.plan.FormPlan;
import io.mailwright.plan.MixedSources;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** Looking for pending forms, and making the plan of a campaign that fills one. */
@Step("pendingForms")
class FormSteps {
    private final FormLooks looks;
    private final PaidForms paidForms;
    private final FormRecords formRecords;
    private final Adoptions adoptions;
    private final Records records;
    private final PlanRecords planRecords;
    private final Plans plans;
    private final Campaigns campaigns;
    private final Organizations organizations;
    private final Readings readings;
    private final Attempting attempting;
    private final Processes processes;

    FormSteps(
            FormLooks looks,
            PaidForms paidForms,
            FormRecords formRecords,
            Adoptions adoptions,
            Records records,
            PlanRecords planRecords,
            Plans plans,
            Campaigns campaigns,
            Organizations organizations,
            Readings readings,
            Attempting attempting,
            Processes processes) {
        this.looks = looks;
        this.paidForms = paidForms;
        this.formRecords = formRecords;
        this.adoptions = adoptions;
        this.records = records;
        this.planRecords = planRecords;
        this.plans = plans;
        this.campaigns = campaigns;
        this.organizations = organizations;
        this.readings = readings;
        this.attempting = attempting;
        this.processes = processes;
    }

    /**
     * Opens a question about each form that is nobody's, and takes back those whose form is gone. By itself it asks about a
     * form once; a person who looks is asked again.
     */
    public void look(String key) {
        FormLooks.Look look = looks.look(key);
        if (!looks.due(look)) return;
        attempting.of(look.problem(), problem -> looks.problem(key, problem), () -> {
            String organization = organization(look.workspace());
            List<PaidForms.Found> forms = paidForms.all(organization);
            forms.stream()
                    .filter(form -> form.state() == PaidForms.State.OPEN)
                    .forEach(form -> ask(form.form().uuid(), !look.repeats()));
            formRecords.asked(organization).stream()
                    .filter(uuid -> forms.stream().noneMatch(form -> asksStill(form, uuid)))
                    .forEach(uuid -> adoptions.withdrawQuestion(uuid, "the form is filled, or somebody's"));
            looks.done(key);
        });
    }

    private String organization(String workspace) {
        try {
            return organizations.id(workspace);
        } catch (BusinessFailure unknown) {
            throw problem(unknown.getMessage());
        }
    }

    private static boolean asksStill(PaidForms.Found form, String uuid) {
        return form.form().uuid().equals(uuid) && form.campaign() == null;
    }

    private void ask(String uuid, boolean byHand) {
        boolean before = formRecords.asking(uuid);
        if (before && !byHand || processes.running("pending-forms", Adoptions.FORM + uuid)) return;
        processes.startBy("formFound", Adoptions.FORM + uuid);
    }

    /** Whether it is a look, and not a form or a campaign that fills one. */
    public boolean looks(String key) {
        return key.startsWith(FormLooks.LOOK);
    }

    /** Whether it looks again by itself. */
    public boolean again(String key) {
        return looks.again(looks.look(key));
    }

    public Date nextLook(String key) {
        return Date.from(looks.look(key).due());
    }

    /** Whether the form still waits and is nobody else's, and we know the file's workspace, group and logins. */
    public void check(String id) {
        CampaignRow row = records.campaign(id);
        records.aside(() -> records.stage(id, Stage.CHECKING));
        attempting.of(row, () -> {
            Campaign file = Campaigns.read(row);
            FormRecords.Adoption adoption = formRecords.adoption(id).orElseThrow();
            records.organization(id, row.organization());
            if (!adoption.recipe()
                    && file.workspace() != null
                    && !organizations.id(file.workspace()).equals(row.organization()))
                throw new BusinessFailure(
                        "file-refused",
                        "the form is of another workspace than '" + file.workspace() + "'; take 'workspace' out");
            campaigns.knowOurs(adoption.recipe() ? file.of(file.name(), List.of(), file.providers()) : file);
            PaidForms.Found form = paidForms
                    .one(row.organization(), adoption.uuid())
                    .orElseThrow(() -> problem("the form " + adoption.uuid()
                            + " is gone from the vendor's list: it was submitted in the web app, or its order is"
                            + " cancelled; cancel here, or go on once it is listed again"));
            if (form.state() == PaidForms.State.OURS)
                throw problem(
                        "the form is of campaign " + form.campaign() + ", which submits it by itself; cancel here");
            if (form.known().type() == null)
                throw problem("order " + form.form().paymentId()
                        + " does not say that it is of one mailbox type (google, outlook or smtp); look at it in the"
                        + " vendor's web app and have the vendor mend it, then go on");
            if (form.monthly() == null)
                throw problem("the vendor does not say what order "
                        + form.form().paymentId() + " costs a month; ask the vendor, then go on");
            readings.registrations(row.organization());
        });
    }

    /** A plan that differs from the current one is a new version. */
    public void plan(String id) {
        CampaignRow row = records.campaign(id);
        attempting.of(row, () -> {
            Campaign file = Campaigns.read(row);
            FormRecords.Adoption adoption = formRecords.adoption(id).orElseThrow();
            PaidForms.Found form = paidForms
                    .last(adoption.uuid())
                    .orElseThrow(() -> problem(
                            "the form was taken from the vendor's list a moment ago; go on to read it" + " again"));
            Plan plan;
            try {
                plan = FormPlan.of(file, row.name(), adoption.recipe(), row.organization(), paidForms.facts(form));
            } catch (MixedSources mixed) {
                throw problem(mixed.getMessage());
            } catch (PlanRefused refused) {
                throw new BusinessFailure("file-refused", refused.getMessage());
            }
            Optional<Plan> current = planRecords.plan(id);
            if (current.isEmpty() || !current.get().hash().equals(plan.hash()))
                records.aside(() -> {
                    planRecords.newPlan(id, row.planVersion() + 1, plan, false);
                    String tag = file.tag() == null ? form.known().tag() : file.tag();
                    formRecords.paid(id, form.known(), plan.cost().monthly(), tag);
                });
            plans.approveByRule(id, file, plan);
        });
    }

    private static BusinessFailure problem(String why) {
        return new BusinessFailure("problem", why);
    }
}
