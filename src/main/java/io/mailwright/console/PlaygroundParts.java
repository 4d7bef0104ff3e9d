package io.mailwright.console;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.onboarding.Onboarding;
import io.mailwright.onboarding.Onboarding.PlanRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the playground's page fetches while it stands: the meaning of the text, its price, an example. */
@ConsolePage
class PlaygroundParts {
    private final Onboarding onboarding;
    private final PlaygroundReader reader;
    private final PlaygroundExamples examples;

    PlaygroundParts(Onboarding onboarding, PlaygroundReader reader, PlaygroundExamples examples) {
        this.onboarding = onboarding;
        this.reader = reader;
        this.examples = examples;
    }

    @GetMapping("/playground/examples/{name}")
    ResponseEntity<String> example(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(examples.named(name).text());
    }

    /** Asked at each pause in typing. */
    @PostMapping("/playground/check")
    ModelAndView check(@RequestParam(required = false) String text, @RequestParam(defaultValue = "25") int shown) {
        return new ModelAndView("playgroundChecked", Map.of("reading", reader.read(text, shown)));
    }

    /** Asks the vendor; spends nothing and starts nothing. */
    @PostMapping("/playground/price")
    ModelAndView price(@RequestParam(required = false) String text) {
        try {
            return price(onboarding.planRequest(onboarding.requestPlan(PlaygroundReader.lines(text))));
        } catch (CampaignErrors e) {
            return price(Optional.of(refused("the file has errors; mend them, then ask again")));
        }
    }

    @GetMapping("/playground/price/{id}")
    ModelAndView progress(@PathVariable String id) {
        return price(onboarding.planRequest(id));
    }

    private static ModelAndView price(Optional<PlanRequest> request) {
        return new ModelAndView("playgroundPrice", Map.of("price", request.orElseGet(PlaygroundParts::forgotten)));
    }

    /** Requests are kept in the server's memory, and only the last few. */
    static PlanRequest forgotten() {
        return refused("the server knows nothing of this question any more; ask again");
    }

    private static PlanRequest refused(String sentence) {
        return new PlanRequest("", "refused", "refused", 0, 0, null, List.of(sentence));
    }
}
