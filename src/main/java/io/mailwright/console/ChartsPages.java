package io.mailwright.console;

import io.mailwright.onboarding.Figures;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page at {@code /charts}: what the fleet cost and took. */
@ConsolePage
class ChartsPages {
    private static final int MOST_MONTHS = 36;

    private final Figures figures;
    private final Pages pages;
    private final Clock clock;

    ChartsPages(Figures figures, Pages pages, Clock clock) {
        this.figures = figures;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * @param workspace its id; empty: all
     * @param months with this one
     */
    @GetMapping("/charts")
    ModelAndView charts(
            @RequestParam(defaultValue = "") String workspace,
            @RequestParam(defaultValue = "12") int months,
            HttpServletRequest request) {
        String one = workspace.isBlank() ? null : workspace.strip();
        int length = Math.max(1, Math.min(months, MOST_MONTHS));
        YearMonth last = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        YearMonth first = last.minusMonths(length - 1L);
        ChartsPage page = new ChartsPage(
                figures.workspaces(),
                one,
                last,
                length,
                figures.spent(one, first),
                figures.took(one, first),
                figures.ages(),
                figures.backlog(one));
        return pages.page(request, "charts", "Charts", Section.CHARTS, Map.of("page", page));
    }
}
