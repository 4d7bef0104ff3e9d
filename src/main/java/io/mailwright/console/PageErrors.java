package io.mailwright.console;

import io.mailwright.dsl.CampaignErrors;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Onboarding.Conflict;
import io.mailwright.onboarding.Onboarding.NameTaken;
import io.mailwright.onboarding.Onboarding.NotAllowed;
import io.mailwright.onboarding.Onboarding.NotFound;
import io.mailwright.onboarding.PendingForms;
import io.mailwright.onboarding.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** The failures of the console's pages, each a page with one sentence; and what a browser may do on them all. */
@ControllerAdvice(annotations = ConsolePage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageErrors {
    /** How the API's sentences name what lists things, and what does on pages. */
    private static final Map<String, String> LISTED_BY = Map.of(
            "GET /api/campaigns lists", "the fleet lists",
            "GET /api/tasks lists", "the page Tasks lists",
            "GET /api/requests lists them", "the page of its campaign lists those under way",
            "GET /api/schedules lists", "the page Schedules lists",
            "GET /api/pending-forms lists", "the page Web orders lists");

    private static final Logger LOG = LoggerFactory.getLogger(PageErrors.class);

    /** Styles within pages are the editor's and the diagram's; scripts come from our own files only. */
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; font-src 'self' data:;"
            + " style-src 'self' 'unsafe-inline'; frame-ancestors 'self'; form-action 'self'; base-uri 'none'";

    private final Pages pages;

    PageErrors(Pages pages) {
        this.pages = pages;
    }

    @ModelAttribute
    void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
    }

    @ExceptionHandler({NotFound.class, PendingForms.NoSuchForm.class})
    ModelAndView notFound(RuntimeException e, HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, "Not here", e.getMessage());
    }

    @ExceptionHandler
    ModelAndView notAllowed(NotAllowed e, HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN, "Not allowed", e.getMessage());
    }

    @ExceptionHandler({
        Conflict.class,
        NameTaken.class,
        BusinessFailure.class,
        Requests.AskedAlready.class,
        PendingForms.Taken.class
    })
    ModelAndView conflict(RuntimeException e, HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, "It does not fit where things stand", e.getMessage());
    }

    @ExceptionHandler({Requests.Unfit.class, IllegalArgumentException.class})
    ModelAndView unfit(RuntimeException e, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, "That can't be done", e.getMessage());
    }

    /** What stands in the address or in a field is of another kind. */
    @ExceptionHandler
    ModelAndView mistyped(MethodArgumentTypeMismatchException e, HttpServletRequest request) {
        Class<?> wanted =
                ClassUtils.resolvePrimitiveIfNecessary(e.getParameter().getParameterType());
        return page(
                request,
                HttpStatus.BAD_REQUEST,
                "That can't be done",
                "'" + e.getName() + "' takes "
                        + (wanted == Boolean.class ? "true or false" : "a whole number of at most ten digits")
                        + "; mend the address, or choose from the menu.");
    }

    @ExceptionHandler
    ModelAndView file(CampaignErrors e, HttpServletRequest request) {
        String errors = e.errors().stream()
                .map(error -> "line " + error.line() + ": " + error.message())
                .collect(Collectors.joining("; "));
        return page(request, HttpStatus.BAD_REQUEST, "The file has errors", errors);
    }

    @ExceptionHandler
    ModelAndView away(PendingForms.VendorAway e, HttpServletRequest request) {
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, "The vendor does not answer", e.getMessage());
    }

    @ExceptionHandler
    ModelAndView any(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse response) {
            HttpStatus status = HttpStatus.valueOf(response.getStatusCode().value());
            String detail = response.getBody().getDetail();
            return page(request, status, status.getReasonPhrase(), detail == null ? "" : detail);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A page failed; reference {}", reference, e);
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Mailwright failed inside",
                "Its log says more at reference " + reference + ". What was under way goes on by itself.");
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String title, String sentence) {
        ModelAndView page = pages.page(request, "refusal", title, null, Map.of("sentence", onPages(sentence)));
        page.setStatus(status);
        return page;
    }

    static String onPages(String sentence) {
        String said = sentence;
        for (Map.Entry<String, String> listed : LISTED_BY.entrySet())
            said = said.replace(listed.getKey(), listed.getValue());
        return said;
    }
}
