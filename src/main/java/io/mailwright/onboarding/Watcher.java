package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Readings;
import io.mailwright.ledger.Settling;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the vendor for everybody of one organization who waits. At each look it tells every one whose condition holds
 * now, whether or not anything changed, so that no event can be missed.
 */
@Step("watcher")
class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /** No reading begins later in a look; the longest takes 20 s, so that a look stays below 45 s. */
    private static final Duration READING_A_LOOK = Duration.ofSeconds(24);

    /** A look that failed is made again soon, so that a vendor who was away is seen back within minutes. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final Set<String> MESSAGES = Set.of(
            "purchaseSettled",
            "domainsRegistered",
            "orderSettled",
            "orderPaid",
            "formSettled",
            "mailboxesReady",
            "callSettled",
            "changeApplied",
            "orderCancelled");

    private final Records records;
    private final OrderRecords orderRecords;
    private final Processes processes;
    private final Readings readings;
    private final Ledger ledger;
    private final Settling settling;
    private final Domains domains;
    private final Orders orders;
    private final Forms forms;
    private final Mailboxes mailboxes;
    private final Changes changes;
    private final RequestRecords requests;
    private final WatchSettings settings;
    private final Campaigns campaigns;
    private final Waking waking;
    private final Clock clock;

    Watcher(
            Records records,
            OrderRecords orderRecords,
            Processes processes,
            Readings readings,
            Ledger ledger,
            Settling settling,
            Domains domains,
            Orders orders,
            Forms forms,
            Mailboxes mailboxes,
            Changes changes,
            RequestRecords requests,
            WatchSettings settings,
            Campaigns campaigns,
            Waking waking,
            Clock clock) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.processes = processes;
        this.readings = readings;
        this.ledger = ledger;
        this.settling = settling;
        this.domains = domains;
        this.orders = orders;
        this.forms = forms;
        this.mailboxes = mailboxes;
        this.changes = changes;
        this.requests = requests;
        this.settings = settings;
        this.campaigns = campaigns;
        this.waking = waking;
        this.clock = clock;
    }

    /** Sees to it that the vendor is read for the organization of a campaign or request; joins the engine's transaction. */
    public void wake(String key) {
        organization(key).ifPresent(waking::wake);
    }

    /** One look. What fails is noted and looked at again; a look never fails itself. */
    public void read(String organization) {
        waking.looking(organization);
        Failures failures = new Failures();
        for (Attempt attempt : ledger.open(organization)) failures.of(() -> settle(attempt));
        look(organization, waiting(organization), failures);
        for (Processes.Waiting who : waiting(organization)) failures.of(() -> tell(who));
        for (CampaignRow stopping : records.stopping(organization))
            if (Stream.of("onboarding", "prewarmed", "pending-forms")
                    .noneMatch(process -> processes.running(process, stopping.id())))
                failures.of(() -> campaigns.endIfSettled(stopping.id()));
        waking.looked(organization, failures.first());
    }

    /** Nobody waits any more, and nobody came while we looked; then the next who waits starts a new watch. */
    public boolean done(String organization) {
        return !needed(organization) && waking.end(organization);
    }

    /** Somebody waits, a call has no known outcome, or a cancelled campaign is not at its end. */
    boolean needed(String organization) {
        return !waiting(organization).isEmpty()
                || !ledger.open(organization).isEmpty()
                || !records.stopping(organization).isEmpty();
    }

    /** When to look next: a tenth of the age of what is youngest of all that is waited for, within the settings. */
    public Date next(String organization) {
        Instant now = clock.instant();
        if (waking.newcomers(organization)) return Date.from(now.plus(settings.min()));
        Instant youngest = Stream.concat(
                        waiting(organization).stream().map(Processes.Waiting::since),
                        ledger.open(organization).stream().map(Attempt::claimedAt))
                .max(Comparator.naturalOrder())
                .orElse(now);
        Duration wait = Duration.between(youngest, now).dividedBy(10);
        if (waking.failed(organization) && wait.compareTo(SOON) > 0) wait = SOON;
        if (wait.compareTo(settings.min()) < 0) wait = settings.min();
        if (wait.compareTo(settings.max()) > 0) wait = settings.max();
        return Date.from(now.plus(wait));
    }

    private void look(String organization, List<Processes.Waiting> waiting, Failures failures) {
        Instant until = clock.instant().plus(READING_A_LOOK);
        Set<String> messages = waiting.stream().map(Processes.Waiting::message).collect(Collectors.toSet());
        List<Runnable> reads = new ArrayList<>();
        if (messages.contains("domainsRegistered")) reads.add(() -> readings.registrations(organization));
        if (messages.contains("orderPaid") || messages.contains("mailboxesReady") || messages.contains("changeApplied"))
            reads.add(() -> readings.domains(organization));
        if (messages.contains("orderPaid")) reads.add(() -> readings.forms(organization));
        if (messages.contains("orderPaid")
                || messages.contains("mailboxesReady")
                || messages.contains("orderCancelled")) reads.add(() -> readings.orders(organization));
        for (Runnable read : reads) if (clock.instant().isBefore(until)) failures.of(read);
        for (Processes.Waiting who : waiting)
            if (who.message().equals("orderPaid") && clock.instant().isBefore(until))
                failures.of(() -> orders.identify(orderRecords.order(who.businessKey())));
            else if (who.message().equals("mailboxesReady")) {
                failures.of(() -> orders.noteAmount(orderRecords.order(who.businessKey())));
                failures.of(() -> readMailboxes(organization, who.businessKey(), until));
            } else if (who.message().equals("changeApplied")) failures.of(() -> changes.read(who.businessKey(), until));
    }

    private void readMailboxes(String organization, String key, Instant until) {
        List<Wire.ListedDomain> listed =
                readings.lastDomains(organization).map(Readings.Reading::rows).orElse(List.of());
        for (DomainRow domain : orderRecords.domains(orderRecords.order(key))) {
            if (domain.state() == DomainRow.State.ACTIVE) continue;
            for (Wire.ListedDomain row : listed)
                if (Readings.name(row.domain()).equals(domain.domain())
                        && clock.instant().isBefore(until)) mailboxes.read(organization, domain, row);
        }
    }

    /** Each unknown outcome has an instance of its own that finds out, also when its campaign has ended. */
    private void settle(Attempt attempt) {
        boolean over = settling.over(attempt);
        String key = String.valueOf(attempt.id());
        if ((attempt.state() == Attempt.State.UNKNOWN || over) && !processes.running("settle", key))
            processes.start("settle", key);
    }

    private void tell(Processes.Waiting who) {
        if (!holds(who)) return;
        try {
            processes.tell(who);
        } catch (RuntimeException gone) {
            LOG.debug("{} of {} is not waited for any more", who.message(), who.businessKey());
        }
    }

    private boolean holds(Processes.Waiting who) {
        String key = who.businessKey();
        return switch (who.message()) {
            case "purchaseSettled" -> !domains.unsettled(key);
            case "domainsRegistered" -> domains.registered(key);
            case "orderSettled" -> !orders.unsettled(orderRecords.order(key));
            case "orderPaid" -> orders.paid(key) || orders.cancelled(orderRecords.order(key));
            case "formSettled" -> !forms.unsettled(orderRecords.order(key));
            case "mailboxesReady" -> mailboxes.ready(key) || orders.cancelled(orderRecords.order(key));
            case "callSettled" -> !changes.unsettled(key);
            case "changeApplied", "orderCancelled" -> changes.applied(key);
            default -> false;
        };
    }

    private List<Processes.Waiting> waiting(String organization) {
        return processes.waiting().stream()
                .filter(who -> MESSAGES.contains(who.message()))
                .filter(who -> organization(who.businessKey())
                        .filter(organization::equals)
                        .isPresent())
                .toList();
    }

    /** Empty before it is known. */
    private Optional<String> organization(String key) {
        return requests.find(key)
                .map(RequestRow::organization)
                .or(() -> records.findOf(key).map(CampaignRow::organization))
                .filter(known -> !known.isEmpty());
    }
}
