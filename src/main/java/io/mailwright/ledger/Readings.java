package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The vendor's lists as last read. A row that an earlier reading had is believed to be gone only when two readings, a
 * tenth of the reconcile window apart, lack it (docs/money.md); until then absences prove nothing.
 */
@Component
public class Readings {
    private final ScaledMail vendor;
    private final ReadingStore store;
    private final OwnTransaction own;
    private final LedgerSettings settings;
    private final Elapsed elapsed;
    private final Clock clock;

    /**
     * @param rows what is there; with {@code sure} false also what was there before
     * @param sure whether a row that is missing is really absent
     */
    public record Reading<T>(List<T> rows, boolean sure, Instant at) {
        public Optional<T> first(Predicate<T> which) {
            return rows.stream().filter(which).findFirst();
        }
    }

    Readings(
            ScaledMail vendor,
            ReadingStore store,
            OwnTransaction own,
            LedgerSettings settings,
            Elapsed elapsed,
            Clock clock) {
        this.vendor = vendor;
        this.store = store;
        this.own = own;
        this.settings = settings;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    /** A domain name as both sides compare it. */
    public static String name(String domain) {
        return domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT);
    }

    /** The domains a pending form asks for; empty when the buyer chose external ones. */
    static Set<String> names(Wire.PendingForm form) {
        return form.data() == null
                ? Set.of()
                : form.data().domains().stream().map(Readings::name).collect(Collectors.toSet());
    }

    public Reading<Wire.Order> orders(String organization) {
        return read(organization, ListKind.ORDERS, () -> vendor.orders(organization), gone -> true);
    }

    /** A form whose domains stand in {@code /domains} was submitted, not lost. */
    public Reading<Wire.PendingForm> forms(String organization) {
        return read(
                organization,
                ListKind.FORMS,
                () -> vendor.pendingForms(organization),
                gone -> !submitted(organization, gone));
    }

    public Reading<Wire.ListedDomain> domains(String organization) {
        return read(organization, ListKind.DOMAINS, () -> vendor.domains(organization), gone -> true);
    }

    public Reading<Wire.Registration> registrations(String organization) {
        return read(organization, ListKind.REGISTRATIONS, () -> vendor.purchasedDomains(organization), gone -> true);
    }

    public Optional<Reading<Wire.Order>> lastOrders(String organization) {
        return last(organization, ListKind.ORDERS);
    }

    public Optional<Reading<Wire.PendingForm>> lastForms(String organization) {
        return last(organization, ListKind.FORMS);
    }

    public Optional<Reading<Wire.ListedDomain>> lastDomains(String organization) {
        return last(organization, ListKind.DOMAINS);
    }

    public Optional<Reading<Wire.Registration>> lastRegistrations(String organization) {
        return last(organization, ListKind.REGISTRATIONS);
    }

    private boolean submitted(String organization, Wire.PendingForm form) {
        List<Wire.ListedDomain> listed =
                lastDomains(organization).map(Reading::rows).orElse(List.of());
        Set<String> names = names(form);
        if (names.isEmpty())
            return form.paymentId() != null
                    && listed.stream().anyMatch(domain -> form.paymentId().equals(domain.paymentId()));
        return listed.stream()
                .map(domain -> name(domain.domain()))
                .collect(Collectors.toSet())
                .containsAll(names);
    }

    private <T> Reading<T> read(
            String organization, ListKind<T> kind, Supplier<List<T>> fresh, Predicate<T> lossCounts) {
        long began = elapsed.nanos();
        List<T> rows = fresh.get();
        return own.call(() -> keep(organization, kind, rows, began, lossCounts));
    }

    private <T> Reading<T> keep(
            String organization, ListKind<T> kind, List<T> fresh, long began, Predicate<T> lossCounts) {
        Instant now = clock.instant();
        Map<String, T> rows = new LinkedHashMap<>();
        fresh.stream()
                .filter(row -> kind.key().apply(row) != null)
                .forEach(row -> rows.put(kind.key().apply(row), row));
        Map<String, Instant> doubted = new TreeMap<>();
        Optional<ReadingStore.Stored<T>> before = store.find(organization, kind, true);
        for (T row : before.map(ReadingStore.Stored::rows).orElse(List.of())) {
            String key = kind.key().apply(row);
            if (rows.containsKey(key) || !lossCounts.test(row)) continue;
            Instant since = before.get().doubted().get(key);
            String doubt = organization + " " + kind.word() + " without " + key + " at ";
            if (since != null
                    && elapsed.since(doubt + since, since)
                                    .minusNanos(elapsed.nanos() - began)
                                    .compareTo(settings.apart())
                            >= 0) continue;
            rows.put(key, row);
            doubted.put(key, since == null ? now : since);
            elapsed.since(doubt + doubted.get(key), doubted.get(key));
        }
        List<T> believed = new ArrayList<>(rows.values());
        store.save(organization, kind, new ReadingStore.Stored<>(believed, doubted, now), before.isPresent());
        return new Reading<>(believed, doubted.isEmpty(), now);
    }

    private <T> Optional<Reading<T>> last(String organization, ListKind<T> kind) {
        return store.find(organization, kind, false)
                .map(stored -> new Reading<>(stored.rows(), stored.doubted().isEmpty(), stored.readAt()));
    }
}
