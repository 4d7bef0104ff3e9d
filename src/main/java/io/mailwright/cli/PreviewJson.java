package io.mailwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.plan.Preview;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What {@code POST /api/preview} answers. A class of its own, so that Jackson is loaded for {@code --json} only. */
final class PreviewJson {
    private PreviewJson() {}

    static String of(Preview preview) {
        return write(preview);
    }

    static String of(List<CampaignError> errors) {
        return write(Map.of("errors", errors));
    }

    private static String write(Object body) {
        try {
            return Api.JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
