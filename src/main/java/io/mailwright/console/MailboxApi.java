package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.export.Mailbox;
import io.mailwright.export.MailboxCsv;
import io.mailwright.onboarding.Comparison;
import io.mailwright.onboarding.ComparisonView;
import io.mailwright.onboarding.Exports;
import io.mailwright.onboarding.ExportsView;
import io.mailwright.onboarding.Onboarding;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * {@code GET /api/campaigns/{id}/mailboxes}: what is ready, as CSV, as a sequencer imports it, or as JSON; {@code
 * /exports}: what was handed over; and {@code /domains}: how that goes together with what was ordered.
 */
@RestController
class MailboxApi {
    private final Onboarding onboarding;
    private final Exports exports;
    private final Comparison comparison;
    private final CampaignApi campaigns;
    private final ObjectMapper json;

    MailboxApi(
            Onboarding onboarding, Exports exports, Comparison comparison, CampaignApi campaigns, ObjectMapper json) {
        this.onboarding = onboarding;
        this.exports = exports;
        this.comparison = comparison;
        this.campaigns = campaigns;
        this.json = json;
    }

    /**
     * @param format as the file's {@code export} writes it; without it, the first that the file names
     * @param passwords for operators
     */
    @GetMapping("/api/campaigns/{id}/mailboxes")
    ResponseEntity<byte[]> mailboxes(
            @PathVariable String id,
            @RequestParam(required = false) String format,
            @RequestParam(defaultValue = "false") boolean passwords,
            HttpServletRequest request)
            throws IOException {
        String name = campaigns.one(id).name();
        ExportFormat wanted = format == null ? onboarding.exports(id).get(0) : format(format);
        Caller caller = Caller.of(request);
        if (passwords) {
            caller.mustOperate("exporting passwords");
        }
        List<Mailbox> mailboxes = exports.handOver(id, wanted, passwords, caller.name());
        if (wanted == ExportFormat.JSON) {
            return Download.unstored(
                    MediaType.APPLICATION_JSON, name + "-mailboxes.json", json.writeValueAsBytes(mailboxes));
        }
        return Download.unstored(
                Download.CSV,
                name + (wanted == ExportFormat.CSV ? "-mailboxes.csv" : "-" + wanted.word() + ".csv"),
                MailboxCsv.of(wanted, mailboxes).getBytes(StandardCharsets.UTF_8));
    }

    /** What was ordered, what the vendor shows and what was handed over, domain by domain. */
    @GetMapping("/api/campaigns/{id}/domains")
    ComparisonView domains(@PathVariable String id) {
        return comparison.of(id);
    }

    @GetMapping("/api/campaigns/{id}/exports")
    ExportsView exports(@PathVariable String id) {
        return exports.of(id);
    }

    private static ExportFormat format(String word) {
        return ExportFormat.of(word)
                .orElseThrow(() ->
                        refused("there is no such format; write one of " + String.join(", ", ExportFormat.words())));
    }

    private static ResponseStatusException refused(String sentence) {
        return new ResponseStatusException(BAD_REQUEST, sentence);
    }
}
