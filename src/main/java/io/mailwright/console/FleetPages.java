package io.mailwright.console;

import io.mailwright.onboarding.Onboarding;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page at {@code /}: what stands where. */
@ConsolePage
class FleetPages {
    private final Onboarding onboarding;
    private final Pages pages;

    FleetPages(Onboarding onboarding, Pages pages) {
        this.onboarding = onboarding;
        this.pages = pages;
    }

    @GetMapping("/")
    ModelAndView fleet(HttpServletRequest request) {
        return pages.page(request, "fleet", "Fleet", Section.FLEET, Map.of("campaigns", onboarding.list()));
    }
}
