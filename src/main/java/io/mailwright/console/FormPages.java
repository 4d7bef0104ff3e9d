package io.mailwright.console;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Figures;
import io.mailwright.onboarding.FormPreviews;
import io.mailwright.onboarding.Onboarding.NameTaken;
import io.mailwright.onboarding.PendingForms;
import io.mailwright.onboarding.PendingForms.PendingForm;
import io.mailwright.plan.MixedSources;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlanRefused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages under {@code /forms}: orders paid in the vendor's web app, and the recipes that fill their forms. */
@ConsolePage
class FormPages {
    private final PendingForms forms;
    private final FormPreviews previews;
    private final Figures figures;
    private final Pages pages;

    FormPages(PendingForms forms, FormPreviews previews, Figures figures, Pages pages) {
        this.forms = forms;
        this.previews = previews;
        this.figures = figures;
        this.pages = pages;
    }

    /** Without the vendor's list, which takes its time and is fetched by the page. */
    @GetMapping("/forms")
    ModelAndView forms(
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "false") boolean ignored,
            @RequestParam(defaultValue = "false") boolean looking,
            HttpServletRequest request) {
        return list(workspace, ignored, looking, null, null, request);
    }

    @GetMapping("/forms/pending")
    ModelAndView pending(
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "false") boolean ignored,
            HttpServletRequest request) {
        try {
            return list(workspace, ignored, false, forms.list(named(workspace), ignored), null, request);
        } catch (PendingForms.VendorAway away) {
            return list(workspace, ignored, false, null, away.getMessage(), request);
        }
    }

    @PostMapping("/forms/look")
    String look(@RequestParam(defaultValue = "") String workspace, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("looking for pending forms");
        forms.look(named(workspace), caller.name());
        return "redirect:"
                + UriComponentsBuilder.fromPath("/forms")
                        .queryParam("looking", true)
                        .queryParam("workspace", "{workspace}")
                        .encode()
                        .buildAndExpand(workspace);
    }

    @GetMapping("/forms/{uuid}")
    ModelAndView form(
            @PathVariable String uuid, @RequestParam(defaultValue = "") String workspace, HttpServletRequest request) {
        return form(
                new FormPage(find(uuid, workspace), workspace, forms.recipes(), "", "", null, List.of(), null),
                request);
    }

    @PostMapping("/forms/{uuid}/preview")
    ModelAndView preview(
            @PathVariable String uuid,
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "") String recipe,
            @RequestParam(defaultValue = "") String file,
            HttpServletRequest request) {
        return tried(uuid, workspace, recipe, file, text -> previews.of(uuid, text, named(workspace)), request);
    }

    @PostMapping("/forms/{uuid}/adopt")
    ModelAndView adopt(
            @PathVariable String uuid,
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "") String recipe,
            @RequestParam(defaultValue = "") String file,
            HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("adopting a form");
        String[] campaign = new String[1];
        ModelAndView refused = tried(
                uuid,
                workspace,
                recipe,
                file,
                text -> {
                    Plan plan = previews.of(uuid, text, named(workspace));
                    campaign[0] = forms.adopt(uuid, text, named(workspace), caller.name())
                            .id();
                    return plan;
                },
                request);
        return campaign[0] == null ? refused : new ModelAndView("redirect:/campaigns/" + campaign[0]);
    }

    @PostMapping("/forms/{uuid}/ignore")
    String ignore(
            @PathVariable String uuid, @RequestParam(defaultValue = "") String comment, HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("ignoring a form");
        forms.ignore(uuid, comment, caller.name());
        return "redirect:/forms";
    }

    @PostMapping("/forms/recipes")
    ModelAndView save(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String file,
            HttpServletRequest request) {
        Caller caller = Caller.of(request).mustOperate("saving a recipe");
        if (!PendingFormApi.NAME.matcher(name.strip()).matches())
            throw new IllegalArgumentException(PendingFormApi.WRONG_NAME);
        forms.saveRecipe(name.strip(), file, caller.name());
        return new ModelAndView("redirect:/forms#recipes");
    }

    @PostMapping("/forms/recipes/{name}/remove")
    String remove(@PathVariable String name, HttpServletRequest request) {
        Caller.of(request).mustOperate("removing a recipe");
        forms.removeRecipe(name);
        return "redirect:/forms#recipes";
    }

    /** @param of what is done with the text; its failures stand beside it */
    private ModelAndView tried(
            String uuid,
            String workspace,
            String recipe,
            String file,
            Function<String, Plan> of,
            HttpServletRequest request) {
        PendingForm form = forms.last(uuid).orElseGet(() -> find(uuid, workspace));
        List<String> errors;
        String refusal = "The file does not fit:";
        HttpStatus status = HttpStatus.BAD_REQUEST;
        Plan plan = null;
        try {
            plan = of.apply(text(recipe, file));
            errors = List.of();
        } catch (CampaignErrors wrong) {
            errors = wrong.errors().stream()
                    .map(error -> "line " + error.line() + ": " + error.message())
                    .toList();
        } catch (PlanRefused refused) {
            errors = refused.reasons();
        } catch (MixedSources | NameTaken | PendingForms.Taken | PendingForms.NoSuchForm | BusinessFailure refused) {
            errors = List.of(PageErrors.onPages(refused.getMessage()));
        } catch (PendingForms.VendorAway away) {
            errors = List.of(away.getMessage());
            refusal = "Nothing was done:";
            status = HttpStatus.SERVICE_UNAVAILABLE;
        }
        ModelAndView page =
                form(new FormPage(form, workspace, forms.recipes(), recipe, file, refusal, errors, plan), request);
        // htmx shows what comes with a 200 only, and a preview with errors is what was asked for
        if (!errors.isEmpty() && request.getHeader("HX-Request") == null) page.setStatus(status);
        return page;
    }

    private String text(String recipe, String file) {
        if (recipe.isBlank()) return file;
        return forms.recipes().stream()
                .filter(known -> known.name().equals(recipe))
                .findFirst()
                .map(PendingForms.Recipe::text)
                .orElseThrow(() -> new PlanRefused("there is no recipe '" + recipe + "' any more; choose another"));
    }

    private PendingForm find(String uuid, String workspace) {
        return forms.list(named(workspace), true).stream()
                .filter(form -> form.uuid().equals(uuid))
                .findFirst()
                .orElseThrow(() -> new PendingForms.NoSuchForm(uuid));
    }

    private ModelAndView form(FormPage form, HttpServletRequest request) {
        return pages.page(request, "form", "Web order", Section.FORMS, Map.of("page", form));
    }

    private ModelAndView list(
            String workspace,
            boolean ignored,
            boolean looking,
            List<PendingForm> pending,
            String away,
            HttpServletRequest request) {
        Map<String, Object> content = new HashMap<>();
        content.put("workspaces", figures.workspaces());
        content.put("workspace", workspace);
        content.put("ignored", ignored);
        content.put("looking", looking);
        content.put("pending", pending);
        content.put("away", away);
        content.put("recipes", forms.recipes());
        return pages.page(request, "forms", "Web orders", Section.FORMS, content);
    }

    private static String named(String workspace) {
        return workspace.isBlank() ? null : workspace.strip();
    }
}
