package io.mailwright.console;

import io.mailwright.onboarding.People;
import io.mailwright.onboarding.VendorStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts a page's content into its frame. */
@Component
class Pages {
    private final AboutApi about;
    private final VendorStatus vendor;
    private final People people;

    Pages(AboutApi about, VendorStatus vendor, People people) {
        this.about = about;
        this.vendor = vendor;
        this.people = people;
    }

    /**
     * @param template a file of {@code src/main/jte}, without its ending
     * @param content the template's parameters but for {@code frame}
     */
    ModelAndView page(
            HttpServletRequest request, String template, String title, Section section, Map<String, ?> content) {
        Caller caller = Caller.of(request);
        Map<String, Object> model = new HashMap<>(content);
        model.put(
                "frame",
                new Frame(
                        title,
                        section,
                        caller.name(),
                        caller.operates(),
                        about.simulated(),
                        vendor.armed(),
                        people.count()));
        return new ModelAndView(template, model);
    }
}
