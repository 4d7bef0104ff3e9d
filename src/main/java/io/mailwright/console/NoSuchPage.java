package io.mailwright.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** An address that is none: a page for a browser; what else asks gets the usual answer. */
@ControllerAdvice
class NoSuchPage {
    private final Pages pages;

    NoSuchPage(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ModelAndView notHere(NoResourceFoundException e, HttpServletRequest request) throws NoResourceFoundException {
        String accept = request.getHeader("Accept");
        if (accept == null || !accept.contains(MediaType.TEXT_HTML_VALUE)) throw e;
        ModelAndView page = pages.page(
                request,
                "refusal",
                "Not here",
                null,
                Map.of(
                        "sentence",
                        "There is no page " + request.getRequestURI() + "; the menu lists those there are."));
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }
}
