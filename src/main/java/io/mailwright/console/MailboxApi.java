package io.mailwright.console;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.export.Mailbox;
import io.mailwright.export.MailboxCsv;
import io.mailwright.onboarding.MailboxView;
import io.mailwright.onboarding.Onboarding;
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

/** {@code GET /api/campaigns/{id}/mailboxes}: what is ready, as CSV, as a sequencer imports it, or as JSON. */
@RestController
class MailboxApi {
    private final Onboarding onboarding;
    private final CampaignApi campaigns;
    private final ObjectMapper json;

    MailboxApi(Onboarding onboarding, CampaignApi campaigns, ObjectMapper json) {
        this.onboarding = onboarding;
        this.campaigns = campaigns;
        this.json = json;
    }

    /** @param format as the file's {@code export} writes it; without it, the first that the file names */
    @GetMapping("/api/campaigns/{id}/mailboxes")
    ResponseEntity<byte[]> mailboxes(
            @PathVariable String id,
            @RequestParam(required = false) String format,
            @RequestParam(defaultValue = "false") boolean passwords)
            throws IOException {
        String name = campaigns.one(id).name();
        if (passwords) {
            throw refused("passwords are not yet exported; take them from the vendor's page, or leave passwords out");
        }
        ExportFormat wanted = format == null ? onboarding.exports(id).get(0) : format(format);
        if (wanted == ExportFormat.JSON) {
            return Download.of(MediaType.APPLICATION_JSON, name + "-mailboxes.json", json.writeValueAsBytes(read(id)));
        }
        return Download.of(
                Download.CSV,
                name + (wanted == ExportFormat.CSV ? "-mailboxes.csv" : "-" + wanted.word() + ".csv"),
                MailboxCsv.of(wanted, read(id)).getBytes(StandardCharsets.UTF_8));
    }

    private static ExportFormat format(String word) {
        return ExportFormat.of(word)
                .orElseThrow(() ->
                        refused("there is no such format; write one of " + String.join(", ", ExportFormat.words())));
    }

    private List<Mailbox> read(String id) {
        return onboarding.mailboxes(id).stream().map(MailboxApi::row).toList();
    }

    private static Mailbox row(MailboxView m) {
        return new Mailbox(m.email(), m.firstName(), m.lastName(), m.domain(), m.provider(), m.status());
    }

    private static ResponseStatusException refused(String sentence) {
        return new ResponseStatusException(BAD_REQUEST, sentence);
    }
}
