package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.mailwright.onboarding.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code /api/notices}: what was told, is still to be told, and could not be told. */
@RestController
@RequestMapping("/api/notices")
class NoticeApi {
    private static final int MOST = 500;

    private final Outbox outbox;

    NoticeApi(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param state {@code waiting}, {@code sent} or {@code given-up}
     * @param next null unless it waits
     */
    record Told(
            String event,
            String channel,
            String type,
            String state,
            Instant created,
            int tries,
            Instant next,
            String failure) {}

    @GetMapping
    List<Told> list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size,
            HttpServletRequest request) {
        Caller.of(request);
        if (page < 0 || size < 1 || size > MOST) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "page counts from 0, and size is 1 to " + MOST + " notices a page");
        }
        return outbox.list(open, page, size).stream().map(NoticeApi::told).toList();
    }

    private static Told told(Outbox.Notice notice) {
        boolean waits = notice.sent() == null && notice.givenUp() == null;
        return new Told(
                notice.event(),
                notice.channel(),
                notice.type(),
                waits ? "waiting" : notice.sent() == null ? "given-up" : "sent",
                notice.created(),
                notice.tries(),
                waits ? notice.next() : null,
                notice.failure());
    }
}
