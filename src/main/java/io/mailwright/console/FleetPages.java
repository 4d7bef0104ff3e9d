package io.mailwright.console;

import io.mailwright.onboarding.Figures;
import io.mailwright.onboarding.Fleet;
import io.mailwright.onboarding.FleetQuery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page at {@code /}: what stands where, what it costs, and what waits. */
@ConsolePage
class FleetPages {
    private static final int SIZE = 50;

    private final Fleet fleet;
    private final Figures figures;
    private final Pages pages;

    FleetPages(Fleet fleet, Figures figures, Pages pages) {
        this.fleet = fleet;
        this.figures = figures;
        this.pages = pages;
    }

    @GetMapping("/")
    ModelAndView fleet(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "false") boolean waiting,
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "0") int page,
            HttpServletRequest request) {
        FleetQuery query = new FleetQuery(text, stage, waiting, workspace, sort, page, SIZE);
        return pages.page(
                request,
                "fleet",
                "Fleet",
                Section.FLEET,
                Map.of("view", new FleetView(query, fleet.page(query), figures.workspaces())));
    }
}
