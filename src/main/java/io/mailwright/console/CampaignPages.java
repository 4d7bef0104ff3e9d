package io.mailwright.console;

import io.mailwright.onboarding.Diagrams;
import io.mailwright.onboarding.Onboarding.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a campaign, {@code /campaigns/{id}}, and the parts of it that are fetched on their own. */
@ConsolePage
class CampaignPages {
    private final CampaignSheets sheets;
    private final Diagrams diagrams;
    private final Pages pages;

    CampaignPages(CampaignSheets sheets, Diagrams diagrams, Pages pages) {
        this.sheets = sheets;
        this.diagrams = diagrams;
        this.pages = pages;
    }

    /** @param diagram which of its diagrams is drawn, from 0 */
    @GetMapping("/campaigns/{id}")
    ModelAndView campaign(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int diagram,
            @RequestParam(required = false) String said,
            HttpServletRequest request) {
        CampaignPage page = sheets.page(id, diagram, Caller.of(request));
        Said.About about = page.origin().form() == null ? Said.About.CAMPAIGN : Said.About.FORM;
        Map<String, Object> content =
                said == null ? Map.of("page", page) : Map.of("page", page, "said", Said.of(said, about));
        return pages.page(request, "campaign", page.progress().view().name(), Section.FLEET, content);
    }

    /** How far it is, for the page that is open. */
    @GetMapping("/campaigns/{id}/progress")
    ModelAndView progress(@PathVariable String id) {
        return new ModelAndView("campaign/progress", Map.of("progress", sheets.progress(id)));
    }

    /** The domains of one order, of a plan that is too large to be sent at once. */
    @GetMapping("/campaigns/{id}/orders/{number}")
    ModelAndView domains(@PathVariable String id, @PathVariable int number) {
        PlanSheet.Order order = sheets.plan(id).orders().stream()
                .filter(one -> one.planned().number() == number)
                .findFirst()
                .orElseThrow(() -> new NotFound("there is no order " + number + " in the plan of " + id));
        return new ModelAndView("campaign/domains", Map.of("order", order));
    }

    /** A deployed model never changes. */
    @GetMapping("/models/{id}")
    ResponseEntity<byte[]> model(@PathVariable String id) {
        byte[] xml = diagrams.model(id).orElseThrow(() -> new NotFound("there is no model " + id + " any more"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                .body(xml);
    }
}
