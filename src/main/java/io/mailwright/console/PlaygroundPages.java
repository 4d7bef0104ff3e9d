package io.mailwright.console;

import static io.mailwright.console.PlaygroundReader.SHOWN;
import static io.mailwright.console.PlaygroundReader.lines;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.Onboarding.Conflict;
import io.mailwright.onboarding.Onboarding.NameTaken;
import io.mailwright.onboarding.Onboarding.NotAllowed;
import io.mailwright.onboarding.Onboarding.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** {@code /playground}: a campaign file is written, read, priced and started. */
@ConsolePage
class PlaygroundPages {
    private final Onboarding onboarding;
    private final PlaygroundReader reader;
    private final PlaygroundExamples examples;
    private final Pages pages;

    PlaygroundPages(Onboarding onboarding, PlaygroundReader reader, PlaygroundExamples examples, Pages pages) {
        this.onboarding = onboarding;
        this.reader = reader;
        this.examples = examples;
        this.pages = pages;
    }

    /**
     * @param example the name of a file that is handed out
     * @param from the id of a campaign whose file it is to be
     */
    @GetMapping("/playground")
    ModelAndView playground(
            @RequestParam(required = false) String example,
            @RequestParam(required = false) String from,
            HttpServletRequest request) {
        CampaignView campaign = campaign(from);
        String text = "";
        if (campaign != null) text = onboarding.text(from).orElse("");
        else if (example != null) text = examples.named(example).text();
        return page(request, HttpStatus.OK, PlaygroundView.of(text, campaign, reader.read(text, SHOWN)));
    }

    /**
     * What leaves the page, and everything where scripts are off.
     *
     * @param what {@code start}, {@code correct} or {@code price}; else the text is looked at only
     * @param plan the id of a price that was asked for before
     */
    @PostMapping("/playground")
    ModelAndView sent(
            @RequestParam(required = false) String text,
            @RequestParam(name = "do", defaultValue = "check") String what,
            @RequestParam(defaultValue = "25") int shown,
            @RequestParam(required = false) String plan,
            @RequestParam(required = false) String from,
            HttpServletRequest request) {
        PlaygroundView view = PlaygroundView.of(lines(text), campaign(from), reader.read(text, shown));
        try {
            if (plan != null) {
                view = view.priced(onboarding.planRequest(plan).orElseGet(PlaygroundParts::forgotten));
            } else if (what.equals("price")) {
                view = view.priced(onboarding
                        .planRequest(onboarding.requestPlan(lines(text)))
                        .orElseThrow());
            } else if (what.equals("start")) {
                String user = operator("starting a campaign", request);
                return to(onboarding.start(lines(text), user));
            } else if (what.equals("correct")) {
                String user = operator("correcting a campaign", request);
                return to(onboarding.replace(from, lines(text), user));
            }
            return page(request, HttpStatus.OK, view.sent());
        } catch (CampaignErrors e) {
            return page(request, HttpStatus.BAD_REQUEST, view.reads(PlaygroundReading.of(e.errors())));
        } catch (NameTaken e) {
            return page(request, HttpStatus.CONFLICT, view.refused(e.getMessage(), e.id));
        } catch (Conflict e) {
            return page(request, HttpStatus.CONFLICT, view.refused(e.getMessage(), null));
        } catch (NotAllowed e) {
            return page(request, HttpStatus.FORBIDDEN, view.refused(e.getMessage(), null));
        }
    }

    private static String operator(String what, HttpServletRequest request) {
        return Caller.of(request).mustOperate(what).name();
    }

    private CampaignView campaign(String id) {
        if (id == null || id.isEmpty()) return null;
        return onboarding.find(id).orElseThrow(() -> new NotFound("there is no campaign " + id));
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, PlaygroundView view) {
        ModelAndView page = pages.page(
                request,
                "playground",
                "Playground",
                Section.PLAYGROUND,
                Map.of("view", view, "examples", examples.all()));
        page.setStatus(status);
        return page;
    }

    private static ModelAndView to(CampaignView campaign) {
        RedirectView redirect = new RedirectView("/campaigns/" + campaign.id());
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }
}
