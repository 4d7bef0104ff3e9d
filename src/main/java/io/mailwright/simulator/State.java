package io.mailwright.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that the vendor knows. Read and changed only while its monitor is held, which {@link Gate} sees to. */
final class State {
    long seed;
    long ids;
    long overruns;
    VendorClock clock = VendorClock.starting();
    Modes modes = Modes.usual();
    FaultPlan faults = FaultPlan.none();
    final Map<String, String> organizations = new LinkedHashMap<>();
    final Map<String, Registration> registrations = new LinkedHashMap<>();
    final Map<String, Order> orders = new LinkedHashMap<>();
    final Map<String, Domain> domains = new LinkedHashMap<>();
    final Map<String, Form> forms = new LinkedHashMap<>();
    final Map<String, Cancellation> cancellations = new LinkedHashMap<>();
    final Map<String, WarmDomain> stock = new LinkedHashMap<>();
    final List<Swap> swaps = new ArrayList<>();
    final Set<String> gone = new LinkedHashSet<>();
    final List<SpendCall> spendCalls = new ArrayList<>();
    final Map<String, Long> calls = new LinkedHashMap<>();
    final Map<String, Long> faultCounts = new LinkedHashMap<>();
    final Map<String, List<Long>> criticalCalls = new LinkedHashMap<>();
    /** Real times in milliseconds, for the limits; not kept over a restart. */
    final transient Deque<Long> lastSecond = new ArrayDeque<>();

    transient long blockedUntil;

    static State beginning(long seed) {
        State state = new State();
        state.begin(seed);
        return state;
    }

    /** As if nothing had ever happened here. */
    void begin(long newSeed) {
        seed = newSeed;
        ids = 0;
        overruns = 0;
        blockedUntil = 0;
        clock = VendorClock.starting();
        modes = Modes.usual();
        faults = FaultPlan.none();
        Stream.of(
                        organizations,
                        registrations,
                        orders,
                        domains,
                        forms,
                        cancellations,
                        stock,
                        calls,
                        faultCounts,
                        criticalCalls)
                .forEach(Map::clear);
        Stream.of(swaps, gone, spendCalls, lastSecond).forEach(Collection::clear);
        organizations.put("recOrg00000000001", "Northwind");
        organizations.put("recOrg00000000002", "Contoso");
        restock(MailboxType.GOOGLE, 6);
        restock(MailboxType.OUTLOOK, 3);
    }

    String recordId() {
        return Ids.record(seed, ++ids);
    }

    String uuid() {
        return Ids.uuid(seed, ++ids);
    }

    void restock(MailboxType type, int count) {
        for (int i = 0; i < count; i++) {
            WarmDomain fresh = WarmDomain.fresh(type, stock.size() + 1);
            stock.put(fresh.id(), fresh);
        }
    }

    /** The number that the spend call which is now being answered will have. */
    long nextCall() {
        return spendCalls.size() + 1L;
    }

    /** When a change made now shows in reads. */
    Moment visibleFrom() {
        return in(modes.visibleAfter());
    }

    Moment in(Duration lag) {
        if (lag.isZero()) {
            return Moment.ALWAYS;
        }
        return modes.lagsInVendorTime()
                ? new Moment(clock.now().plus(lag).toEpochMilli(), true)
                : new Moment(System.currentTimeMillis() + lag.toMillis(), false);
    }

    boolean reached(Moment moment) {
        return moment.millis() <= (moment.vendors() ? clock.now().toEpochMilli() : System.currentTimeMillis());
    }

    Stream<Domain> domainsOf(String orderId) {
        return domains.values().stream().filter(domain -> domain.orderId().equals(orderId));
    }

    /** The domain record of a name that is in a paid order, or will be by a swap. */
    Optional<Domain> inUse(String name) {
        return domains.values().stream()
                .filter(domain -> domain.name().equals(name)
                        && orders.get(domain.orderId()).live())
                .findFirst()
                .or(() -> swaps.stream()
                        .filter(swap -> swap.pending() && swap.to().equals(name))
                        .findFirst()
                        .map(swap -> domains.get(swap.domainId())));
    }

    /** As reads tell it, which a cancellation may not have reached yet. */
    boolean seemsLive(Order order) {
        return order.paid() && !seemsCancelled(order);
    }

    String status(Order order) {
        return seemsCancelled(order) ? "Cancelled" : "Active";
    }

    private boolean seemsCancelled(Order order) {
        return order.cancelled() && reached(cancellations.get(order.id()).visibleFrom());
    }

    Optional<Form> formOf(String orderId) {
        return forms.values().stream()
                .filter(form -> form.orderId().equals(orderId))
                .findFirst();
    }

    boolean active(Domain domain) {
        return !modes.stuckInProgress()
                && !modes.stuckDomains().contains(domain.name())
                && !domain.startedAt().plus(modes.provisioning()).isAfter(clock.now());
    }

    String status(Domain domain) {
        return domain.startedAt() == null ? "" : active(domain) ? "Active" : "In Progress";
    }
}
