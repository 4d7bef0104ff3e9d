package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the vendor for everybody of one organization who waits. At each look it tells every one whose condition holds
 * now, whether or not anything changed, so that no event can be missed.
 */
@Step("watcher")
class Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

    /** So that one look stays well below the engine's lock. */
    private static final Duration MAILBOXES_A_LOOK = Duration.ofSeconds(25);

    /** A claim and this, and its call is over (MONEY.md, Settling). */
    private static final Duration CALL_OVER = Duration.ofSeconds(25);

    private static final Set<String> MESSAGES = Set.of(
            "purchaseSettled", "domainsRegistered", "orderSettled", "orderPaid", "formSettled", "mailboxesReady");

    private final Records records;
    private final Processes processes;
    private final Readings readings;
    private final Ledger ledger;
    private final Domains domains;
    private final Orders orders;
    private final Forms forms;
    private final Mailboxes mailboxes;
    private final WatchSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    Watcher(
            Records records,
            Processes processes,
            Readings readings,
            Ledger ledger,
            Domains domains,
            Orders orders,
            Forms forms,
            Mailboxes mailboxes,
            WatchSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.records = records;
        this.processes = processes;
        this.readings = readings;
        this.ledger = ledger;
        this.domains = domains;
        this.orders = orders;
        this.forms = forms;
        this.mailboxes = mailboxes;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sees to it that the vendor is read for a campaign's organization; joins the engine's transaction. */
    public void wake(String key) {
        String organization = records.campaign(campaignOf(key)).organization();
        int asleep = jdbc.sql("update watch set running = true, generation = generation + 1"
                        + " where organization = ? and not running")
                .param(organization)
                .update();
        if (asleep == 1) {
            processes.start("watch", organization);
            return;
        }
        jdbc.sql("update watch set generation = generation + 1 where organization = ?")
                .param(organization)
                .update();
        processes.hasten("watch", organization, Date.from(clock.instant().plus(settings.min())));
    }

    /** One look. What fails is noted and looked at again; a look never fails itself. */
    public void read(String organization) {
        noteGeneration(organization);
        String failure = null;
        try {
            List<Processes.Waiting> waiting = waiting(organization);
            if (!waiting.isEmpty()) look(organization, waiting);
            ledger.open(organization).forEach(this::settle);
            waiting(organization).forEach(this::tell);
        } catch (VendorException | TryAgainAt vendor) {
            failure = vendor.getMessage();
        } catch (RuntimeException unexpected) {
            LOG.warn("looking at the vendor failed; it is tried again", unexpected);
            failure = "looking at the vendor failed: " + unexpected.getClass().getSimpleName();
        }
        String said = failure;
        records.aside(() -> jdbc.sql("update watch set last_failure = ? where organization = ?")
                .params(said, organization)
                .update());
    }

    /** Nobody waits any more, and nobody came while we looked; then the next who waits starts a new watch. */
    public boolean done(String organization) {
        if (!waiting(organization).isEmpty() || !ledger.open(organization).isEmpty()) return false;
        return jdbc.sql("update watch set running = false, last_failure = null"
                                + " where organization = ? and generation = seen")
                        .param(organization)
                        .update()
                == 1;
    }

    /** When to look next: a tenth of the age of the youngest wait, within the settings. */
    public Date next(String organization) {
        Instant now = clock.instant();
        Instant youngest = waiting(organization).stream()
                .map(Processes.Waiting::since)
                .max(Comparator.naturalOrder())
                .orElse(now);
        Duration wait = Duration.between(youngest, now).dividedBy(10);
        if (wait.compareTo(settings.min()) < 0) wait = settings.min();
        if (wait.compareTo(settings.max()) > 0) wait = settings.max();
        return Date.from(now.plus(wait));
    }

    private void look(String organization, List<Processes.Waiting> waiting) {
        Set<String> messages = waiting.stream().map(Processes.Waiting::message).collect(Collectors.toSet());
        if (messages.contains("domainsRegistered")) readings.registrations(organization);
        if (messages.contains("orderPaid") || messages.contains("mailboxesReady")) readings.domains(organization);
        if (messages.contains("orderPaid")) {
            readings.forms(organization);
            readings.orders(organization);
        }
        if (messages.contains("mailboxesReady"))
            readMailboxes(
                    organization,
                    waiting.stream()
                            .filter(who -> who.message().equals("mailboxesReady"))
                            .map(Processes.Waiting::businessKey)
                            .toList());
    }

    private void readMailboxes(String organization, List<String> keys) {
        Map<String, Wire.ListedDomain> listed = readings.lastDomains(organization).orElseThrow().rows().stream()
                .collect(Collectors.toMap(row -> Readings.name(row.domain()), row -> row, (a, b) -> a));
        Instant until = clock.instant().plus(MAILBOXES_A_LOOK);
        for (String key : keys)
            for (DomainRow domain : records.domains(records.order(key))) {
                Wire.ListedDomain row = listed.get(domain.domain());
                if (domain.state() == DomainRow.State.ACTIVE || row == null) continue;
                if (clock.instant().isAfter(until)) return;
                mailboxes.read(organization, domain, row);
            }
    }

    /** Each unknown outcome has an instance of its own that finds out, also when its campaign has ended. */
    private void settle(Attempt attempt) {
        boolean over = clock.instant().isAfter(attempt.claimedAt().plus(CALL_OVER));
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
            case "orderSettled" -> !orders.unsettled(records.order(key));
            case "orderPaid" -> orders.paid(key);
            case "formSettled" -> !forms.unsettled(records.order(key));
            case "mailboxesReady" -> mailboxes.ready(key);
            default -> false;
        };
    }

    private List<Processes.Waiting> waiting(String organization) {
        return processes.waiting().stream()
                .filter(who -> MESSAGES.contains(who.message()))
                .filter(who -> records.find(campaignOf(who.businessKey()))
                        .map(campaign -> organization.equals(campaign.organization()))
                        .orElse(false))
                .toList();
    }

    private void noteGeneration(String organization) {
        records.aside(() -> jdbc.sql("update watch set seen = generation where organization = ?")
                .param(organization)
                .update());
    }

    private static String campaignOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
