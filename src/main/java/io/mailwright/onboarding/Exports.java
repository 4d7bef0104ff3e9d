package io.mailwright.onboarding;

import io.mailwright.campaign.ExportFormat;
import io.mailwright.export.Mailbox;
import io.mailwright.scaledmail.RequestHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Hands mailboxes over, and remembers what was handed over to whom. */
@Service
public class Exports {
    private final Records records;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final ScheduleRecords schedules;
    private final ExportRecords exportRecords;
    private final DomainChanges changes;
    private final Passwords passwords;

    Exports(
            Records records,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            ScheduleRecords schedules,
            ExportRecords exportRecords,
            DomainChanges changes,
            Passwords passwords) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.schedules = schedules;
        this.exportRecords = exportRecords;
        this.changes = changes;
        this.passwords = passwords;
    }

    /** Takes mailboxes to whoever asked for them. */
    public interface Delivery {
        /** @throws IOException when they may not have been taken whole */
        void of(List<Mailbox> mailboxes) throws IOException;
    }

    /**
     * A campaign's mailboxes, its runs' with them. It is noted before they leave, and that they were handed over once they
     * are taken; the same again, without passwords, is not noted.
     *
     * @param withPasswords reads them at the vendor, a call for each domain
     * @throws Passwords.Unread when one of them can't be read
     * @throws IOException of the delivery; the note says that it did not arrive
     */
    public void handOver(String campaign, ExportFormat format, boolean withPasswords, String user, Delivery delivery)
            throws IOException {
        Map<String, List<MailboxView>> byPart = mailboxes(parts(campaign));
        Map<String, String> secrets = new LinkedHashMap<>();
        if (withPasswords)
            byPart.forEach((part, mailboxes) -> secrets.putAll(
                    passwords.read(records.campaign(part).organization(), orderRecords.domains(part), mailboxes)));
        AtomicReference<OptionalLong> noted = new AtomicReference<>();
        records.aside(() -> noted.set(note(campaign, byPart, format, withPasswords, user)));
        delivery.of(byPart.values().stream()
                .flatMap(List::stream)
                .map(mailbox -> mailbox(mailbox, secrets.get(mailbox.email())))
                .toList());
        noted.get()
                .ifPresent(export -> records.aside(() -> {
                    exportRecords.lock(campaign);
                    exportRecords.arrived(export);
                    byPart.forEach((part, mailboxes) -> exportRecords.handedOver(export, part, mailboxes));
                }));
    }

    /** @return its id; none when there is nothing new to be said */
    private OptionalLong note(
            String campaign,
            Map<String, List<MailboxView>> byPart,
            ExportFormat format,
            boolean withPasswords,
            String user) {
        int count = byPart.values().stream().mapToInt(List::size).sum();
        exportRecords.lock(campaign);
        String hash = hash(byPart.values());
        Optional<ExportRecords.Note> last = exportRecords.last(campaign);
        boolean known = last.map(note -> note.says(user, format.word(), withPasswords, hash))
                .orElse(count == 0);
        return known
                ? OptionalLong.empty()
                : OptionalLong.of(exportRecords.add(campaign, user, format.word(), count, withPasswords, hash));
    }

    public ExportsView of(String campaign) {
        List<String> parts = parts(campaign);
        int ready = count(mailboxes(parts));
        int exported = parts.stream()
                .flatMap(part -> exportRecords.exported(part).values().stream())
                .mapToInt(Integer::intValue)
                .sum();
        List<ExportRecords.Gone> gone = exportRecords.gone(parts);
        boolean another = exported < ready || gone.stream().anyMatch(address -> !address.superseded());
        return new ExportsView(
                campaign,
                ready,
                exported,
                (exported > 0 || !gone.isEmpty()) && another,
                gone.stream().map(ExportRecords.Gone::email).toList(),
                exportRecords.notes(parts).stream().map(this::export).toList());
    }

    /** Addresses that were handed over and are no mailboxes of the campaign any more. */
    public List<String> gone(String campaign) {
        return exportRecords.gone(parts(campaign)).stream()
                .map(ExportRecords.Gone::email)
                .toList();
    }

    private ExportsView.Export export(ExportRecords.Note note) {
        List<String> parts = parts(note.campaign());
        Map<String, List<MailboxView>> now = mailboxes(parts);
        boolean current = note.arrived() && hash(now.values()).equals(note.hash());
        return new ExportsView.Export(
                note.id(),
                note.campaign(),
                note.at(),
                note.by(),
                note.format(),
                note.mailboxes(),
                note.passwords(),
                note.arrived(),
                current,
                current || !note.arrived() ? null : changed(note, parts, count(now)));
    }

    private String changed(ExportRecords.Note note, List<String> parts, int now) {
        List<String> since = new ArrayList<>(parts.stream()
                .flatMap(part -> changes.of(part).stream())
                .filter(change -> change.replaces() != null && change.since().isAfter(note.at()))
                .map(change -> change.replaces() + " was replaced by " + change.domain())
                .toList());
        if (now > note.mailboxes()) since.add(ChangeTexts.count(now - note.mailboxes(), "more mailbox") + " came up");
        if (now < note.mailboxes()) since.add(ChangeTexts.count(note.mailboxes() - now, "mailbox") + " fewer");
        return since.isEmpty() ? "other mailboxes stand there now" : String.join("; ", since);
    }

    private List<String> parts(String campaign) {
        records.find(campaign).orElseThrow(() -> new Onboarding.NotFound("there is no campaign " + campaign));
        return Stream.concat(Stream.of(campaign), schedules.runs(campaign).stream())
                .toList();
    }

    private Map<String, List<MailboxView>> mailboxes(List<String> parts) {
        return parts.stream()
                .collect(Collectors.toMap(part -> part, mailboxRecords::mailboxes, (a, b) -> a, LinkedHashMap::new));
    }

    private static int count(Map<String, List<MailboxView>> byPart) {
        return byPart.values().stream().mapToInt(List::size).sum();
    }

    private static String hash(Collection<List<MailboxView>> mailboxes) {
        return RequestHash.sha256(mailboxes.stream()
                .flatMap(List::stream)
                .map(MailboxView::email)
                .sorted()
                .collect(Collectors.joining("\n")));
    }

    private static Mailbox mailbox(MailboxView mailbox, String password) {
        return new Mailbox(
                mailbox.email(),
                mailbox.firstName(),
                mailbox.lastName(),
                mailbox.domain(),
                mailbox.provider(),
                mailbox.status(),
                password);
    }
}
