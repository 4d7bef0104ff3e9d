package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.export.ReceiptCsv;
import io.mailwright.onboarding.Onboarding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** {@code GET /api/campaigns/{id}/spends}: the receipts of a campaign, as JSON or CSV. */
@RestController
class SpendApi {
    private final Onboarding onboarding;
    private final CampaignApi campaigns;
    private final ObjectMapper json;

    SpendApi(Onboarding onboarding, CampaignApi campaigns, ObjectMapper json) {
        this.onboarding = onboarding;
        this.campaigns = campaigns;
        this.json = json;
    }

    @GetMapping("/api/campaigns/{id}/spends")
    ResponseEntity<byte[]> spends(@PathVariable String id, @RequestParam(defaultValue = "json") String format)
            throws IOException {
        String name = campaigns.one(id).name();
        return switch (format) {
            case "json" ->
                Download.of(
                        MediaType.APPLICATION_JSON,
                        name + "-spends.json",
                        json.writeValueAsBytes(onboarding.spends(id)));
            case "csv" ->
                Download.of(
                        Download.CSV,
                        name + "-spends.csv",
                        ReceiptCsv.of(onboarding.receiptLines(id)).getBytes(StandardCharsets.UTF_8));
            default -> throw new ResponseStatusException(BAD_REQUEST, "there is no such format; json and csv are");
        };
    }
}
