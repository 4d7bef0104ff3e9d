package io.mailwright.console;

import io.mailwright.onboarding.VendorStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page at {@code /vendor}: how the vendor is used and how it answers. Anybody who is logged in may look. */
@ConsolePage
class VendorPages {
    private static final int FEW_MINUTES = 10;
    private static final int HOUR = 60;

    private final VendorStatus status;
    private final Pages pages;

    VendorPages(VendorStatus status, Pages pages) {
        this.status = status;
        this.pages = pages;
    }

    /** @param minutes 10 or 60 */
    @GetMapping("/vendor")
    ModelAndView vendor(@RequestParam(defaultValue = "10") int minutes, HttpServletRequest request) {
        int back = minutes == HOUR ? HOUR : FEW_MINUTES;
        return pages.page(
                request,
                "vendor",
                "Vendor",
                Section.VENDOR,
                Map.of(
                        "page",
                        new VendorPage(
                                status.connection(),
                                back,
                                status.calls(Duration.ofMinutes(back)),
                                status.queue(),
                                status.open(),
                                status.watched())));
    }
}
