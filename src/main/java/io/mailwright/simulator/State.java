package io.mailwright.simulator;

import java.util.ArrayList;
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
    final Set<String> gone = new LinkedHashSet<>();
    final List<SpendCall> spendCalls = new ArrayList<>();
    final Map<String, Long> calls = new LinkedHashMap<>();
    final Map<String, Long> faultCounts = new LinkedHashMap<>();
    final Map<String, List<Long>> criticalCalls = new LinkedHashMap<>();

    static State beginning(long seed) {
        State state = new State();
        state.seed = seed;
        state.organizations.put("recOrg00000000001", "Northwind");
        state.organizations.put("recOrg00000000002", "Contoso");
        return state;
    }

    /** What visibleAfter and formLingers go by: real milliseconds, and the vendor's while its clock is moved by hand. */
    long millis() {
        return clock.speed() == 0 ? clock.now().toEpochMilli() : System.currentTimeMillis();
    }

    String recordId() {
        return Ids.record(seed, ++ids);
    }

    String uuid() {
        return Ids.uuid(seed, ++ids);
    }

    Stream<Domain> domainsOf(String orderId) {
        return domains.values().stream().filter(domain -> domain.orderId().equals(orderId));
    }

    /** The domain record of a name that is in a paid order. */
    Optional<Domain> inUse(String name) {
        return domains.values().stream()
                .filter(domain -> domain.name().equals(name)
                        && orders.get(domain.orderId()).live())
                .findFirst();
    }

    Optional<Form> formOf(String orderId) {
        return forms.values().stream()
                .filter(form -> form.orderId().equals(orderId))
                .findFirst();
    }

    boolean active(Domain domain) {
        return !modes.stuckInProgress()
                && !domain.startedAt().plus(modes.provisioning()).isAfter(clock.now());
    }

    String status(Domain domain) {
        return domain.startedAt() == null ? "" : active(domain) ? "Active" : "In Progress";
    }
}
