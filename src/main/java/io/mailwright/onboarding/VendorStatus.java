package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import io.mailwright.scaledmail.CallLog;
import io.mailwright.scaledmail.Pace;
import io.mailwright.scaledmail.VendorSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How the vendor is reached and used, and what waits for it. Reads what is ours; the vendor is not asked. */
@Service
public class VendorStatus {
    private static final int MOST_OPEN = 50;

    private final VendorSettings settings;
    private final Pace pace;
    private final CallLog log;
    private final VendorQueue queue;
    private final WorkspaceNames workspaces;
    private final Ledger ledger;
    private final Processes processes;
    private final JdbcClient jdbc;

    VendorStatus(
            VendorSettings settings,
            Pace pace,
            CallLog log,
            VendorQueue queue,
            WorkspaceNames workspaces,
            Ledger ledger,
            Processes processes,
            JdbcClient jdbc) {
        this.settings = settings;
        this.pace = pace;
        this.log = log;
        this.queue = queue;
        this.workspaces = workspaces;
        this.ledger = ledger;
        this.processes = processes;
        this.jdbc = jdbc;
    }

    /**
     * @param host of the base URL
     * @param armed whether money may be spent
     * @param workspace as set; null: the account's first
     */
    public record Connection(String host, boolean armed, String workspace) {}

    /** How a call ended, as {@link CallLog.End}. */
    public enum End {
        ANSWERED,
        REFUSED,
        LIMITED,
        FAILED
    }

    /** Calls of ten seconds; what did not happen is left out. */
    public record Interval(Instant from, Map<End, Integer> calls) {}

    /** @param status 0 when none was read */
    public record FailedCall(Instant at, String operation, int status, String why) {}

    /**
     * @param allowed calls in ten seconds
     * @param since what was before is not known
     * @param failures the youngest first
     */
    public record Calls(int allowed, Instant since, List<Interval> intervals, List<FailedCall> failures) {}

    /** @param opens when the next may leave; null: now */
    public record Minute(String endpoint, int used, int allowed, Instant opens) {}

    /**
     * @param perSecond as set
     * @param booked calls that wait for their turn, on all nodes
     * @param changes of these, this node's that buy or change something
     * @param lines what the approved work still needs
     * @param searching campaigns whose calls can't be counted yet
     */
    public record Queue(
            int perSecond,
            int booked,
            int changes,
            List<Minute> critical,
            List<Line> lines,
            long searching,
            Remaining remaining) {}

    /** @param limit under which they leave */
    public record Line(String what, long calls, String limit) {}

    /** A list of the vendor's. @param doubted since when rows are missing that are not believed to be gone, or null */
    public record LastRead(String list, Instant at, Instant doubted) {}

    /**
     * How one workspace is read.
     *
     * @param running whether somebody waits
     * @param next null: it reads now, or nobody waits
     * @param failure why the last look was not whole, or null
     */
    public record Watched(String workspace, boolean running, Instant next, String failure, List<LastRead> lists) {}

    /** A call whose outcome is not known. */
    public record OpenCall(
            long attempt,
            String kind,
            String campaign,
            List<String> names,
            BigDecimal amount,
            Instant since,
            boolean needsPerson) {}

    public boolean armed() {
        return settings.armed();
    }

    public Connection connection() {
        String host = settings.simulated()
                ? "the simulator in this server"
                : URI.create(settings.baseUrl().strip()).getHost();
        boolean set =
                settings.organizationId() != null && !settings.organizationId().isBlank();
        return new Connection(
                host, settings.armed(), set ? settings.organizationId().strip() : null);
    }

    /** @param back how far, at most an hour */
    public Calls calls(Duration back) {
        return new Calls(
                (int) (settings.requestsPerSecond() * CallLog.INTERVAL.toSeconds()),
                log.since(),
                log.calls(back).stream()
                        .map(interval -> new Interval(interval.from(), ends(interval.calls())))
                        .toList(),
                log.failures().stream()
                        .map(failed -> new FailedCall(failed.at(), failed.operation(), failed.status(), failed.why()))
                        .toList());
    }

    public Queue queue() {
        Pace.Use use = pace.use();
        VendorQueue.Work work = queue.work();
        String second = use.perSecond() + " a second";
        String minute = use.perMinute() + " a minute";
        return new Queue(
                use.perSecond(),
                use.booked(),
                use.waitingChanges(),
                use.critical().stream()
                        .map(of -> new Minute(of.endpoint(), of.used(), use.perMinute(), of.opens()))
                        .toList(),
                List.of(
                        new Line("Names looked at once more before they are bought", work.checks(), minute),
                        new Line("Purchases of names", work.purchases(), minute),
                        new Line("Orders to place", work.orders(), second),
                        new Line("Forms to submit", work.forms(), second),
                        new Line("Domains whose mailboxes are to be read", work.mailboxes(), second)),
                work.searching(),
                queue.remaining(work, use));
    }

    public List<Watched> watched() {
        return workspaces.all().entrySet().stream()
                .map(workspace -> watched(workspace.getKey(), workspace.getValue()))
                .toList();
    }

    /** The oldest first, at most fifty. */
    public List<OpenCall> open() {
        return workspaces.all().keySet().stream()
                .flatMap(organization -> ledger.open(organization).stream())
                .filter(attempt -> attempt.state() == Attempt.State.UNKNOWN)
                .limit(MOST_OPEN)
                .map(attempt -> new OpenCall(
                        attempt.id(),
                        attempt.kind().name(),
                        attempt.campaign(),
                        attempt.names(),
                        attempt.amount(),
                        attempt.claimedAt(),
                        attempt.needsPerson()))
                .toList();
    }

    private Watched watched(String organization, String name) {
        List<LastRead> lists = jdbc.sql(
                        "select list, read_at, doubted_at from reading where organization = ? order by list")
                .param(organization)
                .query((row, i) -> new LastRead(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        Optional.ofNullable(row.getTimestamp(3))
                                .map(java.sql.Timestamp::toInstant)
                                .orElse(null)))
                .list();
        return jdbc.sql("select running, last_failure from watch where organization = ?")
                .param(organization)
                .query((row, i) -> new Watched(
                        name,
                        row.getBoolean(1),
                        processes.wakes("watch", organization).orElse(null),
                        row.getString(2),
                        lists))
                .single();
    }

    private static Map<End, Integer> ends(Map<CallLog.End, Integer> calls) {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        calls.forEach((end, count) -> ends.put(End.valueOf(end.name()), count));
        return ends;
    }
}
