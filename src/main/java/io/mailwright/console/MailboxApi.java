package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;

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
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
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
    private static final Logger LOG = LoggerFactory.getLogger(MailboxApi.class);

    /** What a browser says of its own pages' links and of an address that was typed. */
    private static final Set<String> OURS = Set.of("same-origin", "none");

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
    void mailboxes(
            @PathVariable String id,
            @RequestParam(required = false) String format,
            @RequestParam(defaultValue = "false") boolean passwords,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        mustBeAskedForHere(request);
        String name = campaigns.one(id).name();
        ExportFormat wanted = format == null ? onboarding.exports(id).get(0) : format(format);
        Caller caller = Caller.of(request);
        if (passwords) {
            caller.mustOperate("exporting passwords");
        }
        try {
            exports.handOver(
                    id, wanted, passwords, caller.name(), mailboxes -> send(response, name, wanted, mailboxes));
        } catch (IOException gone) {
            if (!response.isCommitted()) throw gone;
            LOG.warn("An export of {} to {} was not taken whole: {}", id, caller.name(), gone.getMessage());
        }
    }

    private void send(HttpServletResponse response, String name, ExportFormat format, List<Mailbox> mailboxes)
            throws IOException {
        if (format == ExportFormat.JSON) {
            byte[] rows = json.writeValueAsBytes(mailboxes);
            Download.send(response, MediaType.APPLICATION_JSON, name + "-mailboxes.json", rows);
        } else {
            Download.send(
                    response,
                    Download.CSV,
                    name + (format == ExportFormat.CSV ? "-mailboxes.csv" : "-" + format.word() + ".csv"),
                    MailboxCsv.of(format, mailboxes).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An export is noted, so nobody's link makes one, and no look at its headers. Programs send no {@code Sec-Fetch-Site}. */
    private static void mustBeAskedForHere(HttpServletRequest request) {
        if (request.getMethod().equals("HEAD"))
            throw new ResponseStatusException(METHOD_NOT_ALLOWED, "mailboxes are handed over by GET");
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !OURS.contains(site))
            throw new ResponseStatusException(
                    FORBIDDEN, "another site's page may not export mailboxes; open the campaign here and export there");
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
