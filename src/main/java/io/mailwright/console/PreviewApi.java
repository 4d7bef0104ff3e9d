package io.mailwright.console;

import io.mailwright.plan.Preview;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/preview}: a file's domains and aliases, offline. */
@RestController
class PreviewApi {
    private final Function<String, Preview> reader;

    PreviewApi(Function<String, Preview> reader) {
        this.reader = reader;
    }

    @PostMapping("/api/preview")
    Preview preview(HttpServletRequest request) {
        return reader.apply(CampaignText.of(request));
    }
}
