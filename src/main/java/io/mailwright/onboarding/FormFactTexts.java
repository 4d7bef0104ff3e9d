package io.mailwright.onboarding;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a person sees beside the question which campaign fills a form, and beside a look that failed. */
@Component
class FormFactTexts {
    private static final int MOST_CHOICES = 30;

    private final PaidForms paidForms;
    private final FormLooks looks;
    private final Recipes recipes;
    private final Clock clock;

    FormFactTexts(PaidForms paidForms, FormLooks looks, Recipes recipes, Clock clock) {
        this.paidForms = paidForms;
        this.looks = looks;
        this.recipes = recipes;
        this.clock = clock;
    }

    /** @param key the business key of a look or of a question */
    Map<String, Object> of(String key) {
        return key.startsWith(FormLooks.LOOK) ? look(looks.look(key)) : form(Adoptions.uuid(key));
    }

    private static Map<String, Object> look(FormLooks.Look look) {
        Map<String, Object> facts = new LinkedHashMap<>();
        TaskFacts.show(facts, "campaign", "none: the look for pending forms");
        TaskFacts.show(facts, "problem", look.problem());
        TaskFacts.show(facts, "link", "/api/pending-forms");
        return facts;
    }

    private Map<String, Object> form(String uuid) {
        PaidForms.Found found = paidForms.last(uuid).orElseThrow();
        Integer wanted =
                found.form().data() == null ? null : found.form().data().domainsInAll();
        Map<String, Object> facts = new LinkedHashMap<>();
        TaskFacts.show(facts, "formUuid", uuid);
        TaskFacts.show(facts, "vendorOrder", found.form().paymentId());
        TaskFacts.show(facts, "amount", found.monthly());
        TaskFacts.show(facts, "paidSince", found.form().createdAt());
        TaskFacts.show(
                facts,
                "daysWasted",
                PendingForms.daysSince(found.form().createdAt(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        TaskFacts.show(
                facts,
                "names",
                found.names().isEmpty()
                        ? "none listed" + (wanted == null ? "" : "; it asks for " + wanted)
                        : String.join(", ", found.names()));
        TaskFacts.show(
                facts,
                "mailboxType",
                found.known().type() == null
                        ? "not known"
                        : found.known().type().word());
        TaskFacts.show(facts, "choices", String.join(", ", recipes.names(MOST_CHOICES)));
        TaskFacts.show(facts, "link", "/api/pending-forms");
        return facts;
    }
}
