package io.mailwright.console;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What answers here; the command line asks before it approves. Also the end of every path under /api that is none. */
@RestController
class AboutApi {
    private final boolean simulated;

    AboutApi(@Value("${mailwright.vendor.base-url:}") String vendor) {
        this.simulated = vendor.isBlank();
    }

    /** @param vendor {@code simulator} or {@code real} */
    record About(String name, String vendor) {}

    boolean simulated() {
        return simulated;
    }

    @GetMapping("/api/about")
    About about() {
        return new About("Mailwright", simulated ? "simulator" : "real");
    }

    @RequestMapping("/api/**")
    void unknown(HttpServletRequest request) {
        throw new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "there is no " + request.getMethod() + " " + request.getRequestURI()
                        + " here; docs/http-api.md lists what there is");
    }
}
