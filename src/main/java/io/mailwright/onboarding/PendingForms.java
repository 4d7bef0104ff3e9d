package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What console and command line do with orders that were paid in the web app and wait for their forms. */
@Service
public class PendingForms {
    private final PaidForms paidForms;
    private final Adoptions adoptions;
    private final FormLooks looks;
    private final Recipes recipes;
    private final FormRecords formRecords;
    private final Records records;
    private final Organizations organizations;
    private final Processes processes;
    private final Views views;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PendingForms(
            PaidForms paidForms,
            Adoptions adoptions,
            FormLooks looks,
            Recipes recipes,
            FormRecords formRecords,
            Records records,
            Organizations organizations,
            Processes processes,
            Views views,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.paidForms = paidForms;
        this.adoptions = adoptions;
        this.looks = looks;
        this.recipes = recipes;
        this.formRecords = formRecords;
        this.records = records;
        this.organizations = organizations;
        this.processes = processes;
        this.views = views;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A form that waits, as {@code GET /api/pending-forms} lists it.
     *
     * @param order the order's id at the vendor
     * @param amount dollars a month
     * @param created the day it was paid, as the vendor writes it
     * @param daysWaiting since then, or null
     * @param names the domains it is for; empty when the buyer has names elsewhere
     * @param wanted how many it asks for
     * @param type google, outlook, smtp, or null: not known
     * @param state open, ignored, ours or adopted
     * @param campaign whose it is, or null
     * @param task the id of the open question about it, or null
     */
    public record PendingForm(
            String uuid,
            String order,
            BigDecimal amount,
            String created,
            Long daysWaiting,
            List<String> names,
            Integer wanted,
            String type,
            String state,
            String campaign,
            String task) {}

    /** A campaign file without domains. */
    public record Recipe(String name, String text, String savedBy, Instant savedAt) {}

    /** The form is another campaign's; {@link #id} is that one's. */
    public static class Taken extends RuntimeException {
        public final String id;

        public Taken(String id, String message) {
            super(message);
            this.id = id;
        }
    }

    /** The vendor lists no such form (HTTP 404). */
    public static class NoSuchForm extends RuntimeException {
        public NoSuchForm(String uuid) {
            super("the vendor lists no pending form " + uuid
                    + " in this workspace; GET /api/pending-forms lists those there are");
        }
    }

    /** The vendor can't be read now; the message says why (HTTP 503). */
    public static class VendorAway extends RuntimeException {
        public VendorAway(String message) {
            super(message);
        }
    }

    /**
     * Reads the vendor.
     *
     * @param workspace a name or an id, or null: the configured one
     * @param ignored whether those are listed too that a person said to ignore
     */
    public List<PendingForm> list(String workspace, boolean ignored) {
        return asked(() -> paidForms.all(organizations.id(workspace))).stream()
                .filter(form -> ignored || form.state() != PaidForms.State.IGNORED)
                .map(this::view)
                .toList();
    }

    /** As the vendor's list was last read; empty when it had no such form. */
    public Optional<PendingForm> last(String uuid) {
        return paidForms.last(uuid).map(this::view);
    }

    /**
     * Makes the campaign that fills a form, and starts its process.
     *
     * @param workspace of files that name none, a name or an id; null: the configured one
     * @throws io.mailwright.dsl.CampaignErrors when the file can't be read, or would buy anything
     * @throws NoSuchForm when the vendor lists none
     * @throws Taken when the form is another campaign's
     * @throws Onboarding.NameTaken when a campaign of that name lives or is onboarded
     */
    public CampaignView adopt(String uuid, String text, String workspace, String user) {
        Campaign file = CampaignReader.readToAdopt(text);
        String organization = asked(() -> organizations.id(file.workspace() == null ? workspace : file.workspace()));
        adoptions.refuseAdopted(organization, uuid);
        PaidForms.Found form = asked(() -> paidForms.one(organization, uuid)).orElseThrow(() -> new NoSuchForm(uuid));
        if (form.state() == PaidForms.State.OURS)
            throw new Taken(
                    form.campaign(),
                    "the form is of campaign " + form.campaign()
                            + ", which placed its order or plans its names, and submits it by itself");
        String[] id = new String[1];
        processes.persist(() -> adoptions.unlessTaken(
                organization,
                uuid,
                () -> transaction.executeWithoutResult(tx -> {
                    id[0] = adoptions.begin(organization, uuid, text, file, false, user);
                    adoptions.withdrawQuestion(uuid, "adopted by " + user + " as campaign " + id[0]);
                    processes.startBy("formAdopted", id[0]);
                })));
        return views.of(records.campaign(id[0]));
    }

    /** Starts a look: a question is opened about each form that is nobody's. @return the look's business key */
    public String look(String workspace, String user) {
        return looks.begin(workspace, user);
    }

    public List<Recipe> recipes() {
        return recipes.all();
    }

    /** @throws io.mailwright.dsl.CampaignErrors when the text is no recipe */
    public void saveRecipe(String name, String text, String user) {
        processes.persist(() -> transaction.executeWithoutResult(tx -> recipes.save(name, text, user)));
    }

    /** @throws Onboarding.NotFound when there is none */
    public void removeRecipe(String name) {
        transaction.executeWithoutResult(tx -> {
            if (!recipes.remove(name))
                throw new Onboarding.NotFound("there is no recipe '" + name + "'; it may be removed already");
        });
    }

    /**
     * Nobody is asked about the form again, until a person looks at those that are ignored.
     *
     * @throws NoSuchForm when it was not listed when last read
     * @throws Taken when it is a campaign's
     */
    public void ignore(String uuid, String comment, String user) {
        PaidForms.Found form = paidForms.last(uuid).orElseThrow(() -> new NoSuchForm(uuid));
        if (form.campaign() != null)
            throw new Taken(form.campaign(), "the form is of campaign " + form.campaign() + " by now");
        processes.persist(() -> transaction.executeWithoutResult(tx -> {
            formRecords.ignore(uuid, user, comment);
            adoptions.withdrawQuestion(uuid, "ignored by " + user);
        }));
    }

    private PendingForm view(PaidForms.Found found) {
        String uuid = found.form().uuid();
        return new PendingForm(
                uuid,
                found.form().paymentId(),
                found.monthly(),
                found.form().createdAt(),
                days(found.form().createdAt()),
                found.names(),
                found.form().data() == null ? null : found.form().data().domainsInAll(),
                found.known().type() == null ? null : found.known().type().word(),
                found.state().word(),
                found.campaign(),
                processes.tasks(Adoptions.FORM + uuid).stream()
                        .map(CampaignView.Task::id)
                        .findFirst()
                        .orElse(null));
    }

    private Long days(String created) {
        return daysSince(created, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /** Null when the vendor's date is not readable. */
    static Long daysSince(String created, LocalDate today) {
        if (created == null || created.length() < 10) return null;
        try {
            return Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(created.substring(0, 10)), today));
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (TryAgainAt | VendorException | NeedsPerson away) {
            throw new VendorAway("the vendor can't be read now: " + away.getMessage());
        }
    }
}
