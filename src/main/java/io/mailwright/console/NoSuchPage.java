package io.mailwright.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that is none, or takes a form's answers only: a page for a browser; what else asks gets the usual answer. */
@ControllerAdvice
class NoSuchPage {
    private final Pages pages;

    NoSuchPage(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView notHere(NoResourceFoundException e, HttpServletRequest request) throws NoResourceFoundException {
        if (!browses(request)) throw e;
        return page(
                request,
                HttpStatus.NOT_FOUND,
                "There is no page " + request.getRequestURI() + "; the menu lists those there are.");
    }

    /** Reached by the address bar, or by going back after a refusal. */
    @ExceptionHandler
    ModelAndView forAnswersOnly(HttpRequestMethodNotSupportedException e, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (!browses(request)) throw e;
        return page(
                request,
                HttpStatus.METHOD_NOT_ALLOWED,
                (request.getMethod().equals("GET")
                                ? request.getRequestURI() + " only takes what a form of another page sends"
                                : "nothing can be sent to " + request.getRequestURI())
                        + ", and nothing was done now; go back to the page you came from, or choose from the menu.");
    }

    private static boolean browses(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String sentence) {
        ModelAndView page = pages.page(request, "refusal", "Not here", null, Map.of("sentence", sentence));
        page.setStatus(status);
        return page;
    }
}
