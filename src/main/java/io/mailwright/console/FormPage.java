package io.mailwright.console;

import io.mailwright.onboarding.PendingForms.PendingForm;
import io.mailwright.onboarding.PendingForms.Recipe;
import io.mailwright.plan.Plan;
import java.util.List;

/**
 * One pending form, and what a file would make of it.
 *
 * @param workspace as the list was asked for, "" the configured one
 * @param recipe the chosen one's name, or ""
 * @param file the text that was pasted, or ""
 * @param refused what the errors are about, or null
 * @param errors why the file can't be taken; empty: nothing is wrong, or nothing was tried
 * @param plan what would be approved, or null: nothing was tried
 */
public record FormPage(
        PendingForm form,
        String workspace,
        List<Recipe> recipes,
        String recipe,
        String file,
        String refused,
        List<String> errors,
        Plan plan) {

    /** What the form is for, in few words. */
    public static String domains(PendingForm form) {
        if (!form.names().isEmpty()) return String.join(", ", form.names());
        return form.wanted() == null ? "none named" : "none named, " + form.wanted() + " wanted";
    }

    /** How long it has waited. */
    public static String waits(PendingForm form) {
        if (form.daysWaiting() == null) return "not known";
        return form.daysWaiting() == 0
                ? "since today"
                : form.daysWaiting() + (form.daysWaiting() == 1 ? " day" : " days");
    }

    public static boolean adoptable(PendingForm form) {
        return form.campaign() == null;
    }
}
