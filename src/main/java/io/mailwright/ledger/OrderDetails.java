package io.mailwright.ledger;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Order details, one call each; the older an order is, the longer its answer is remembered. */
@Component
class OrderDetails {
    private static final Duration YOUNG = Duration.ofMinutes(10);
    /** So that one look fits into one step at the vendor's pace; the rest is looked into in the next one. */
    private static final int CALLS_A_LOOK = 40;

    /** The same where the vendor is slow; in nanoseconds. */
    private final long longest;

    private static final Duration REMEMBERED_AT_MOST = Duration.ofDays(1);

    private final ScaledMail vendor;
    private final Clock clock;
    private final Map<List<String>, Seen> remembered = new ConcurrentHashMap<>();

    @Autowired
    OrderDetails(ScaledMail vendor, Clock clock) {
        this(vendor, clock, Duration.ofSeconds(20));
    }

    /** @param longest how long one look may take before it is broken off; at least one order is read */
    OrderDetails(ScaledMail vendor, Clock clock, Duration longest) {
        this.vendor = vendor;
        this.clock = clock;
        this.longest = longest.toNanos();
    }

    /** @param tag null when it has none */
    record Seen(String tag, Set<String> names, boolean cancelled, Instant until) {}

    /**
     * Looks into orders, newest first, until it is told to stop.
     *
     * @param enough is given each order with its details
     * @throws TryAgainAt when there are more to look into than fit into one step
     */
    void look(String organization, List<Wire.Order> orders, BiPredicate<Wire.Order, Seen> enough) {
        int calls = 0;
        long began = System.nanoTime();
        for (Wire.Order order : newestFirst(orders)) {
            Optional<Seen> known = remembered(organization, order);
            boolean late = calls > 0 && System.nanoTime() - began > longest;
            if (known.isEmpty() && (late || ++calls > CALLS_A_LOOK))
                throw new TryAgainAt(clock.instant(), "there are more orders to look into");
            if (enough.test(order, known.orElseGet(() -> read(organization, order)))) return;
        }
    }

    private Optional<Seen> remembered(String organization, Wire.Order order) {
        return Optional.ofNullable(remembered.get(List.of(organization, order.id())))
                .filter(seen -> clock.instant().isBefore(seen.until()));
    }

    /** @throws TryAgainAt when a young order is listed but its details are not there yet */
    private Seen read(String organization, Wire.Order order) {
        Instant now = clock.instant();
        Optional<Duration> age = created(order.createdAt()).map(at -> Duration.between(at, now));
        Seen seen;
        try {
            seen = seen(vendor.order(organization, order.id()), now.plus(keep(age)));
        } catch (VendorException gone) {
            if (gone.status() != 404) throw gone;
            if (age.isEmpty() || age.get().compareTo(YOUNG) < 0)
                throw new TryAgainAt(now.plusSeconds(2), "order " + order.id() + " is listed without its details yet");
            seen = new Seen(null, Set.of(), true, now.plus(keep(age)));
        }
        remembered.put(List.of(organization, order.id()), seen);
        return seen;
    }

    /** One order, read anew; without tag and names when it has no details. */
    Seen of(String organization, String order) {
        try {
            return seen(vendor.order(organization, order), clock.instant());
        } catch (VendorException gone) {
            if (gone.status() != 404) throw gone;
            return new Seen(null, Set.of(), false, clock.instant());
        }
    }

    /** Those whose time can't be read might be ours: they come first. */
    private static List<Wire.Order> newestFirst(List<Wire.Order> orders) {
        return orders.stream()
                .sorted(Comparator.comparing(
                                (Wire.Order order) -> created(order.createdAt()).orElse(Instant.MAX))
                        .reversed())
                .toList();
    }

    /** An order that is not listed, or whose time can't be read, is not older. */
    static boolean older(Wire.Order order, Instant since) {
        return order != null
                && created(order.createdAt()).map(at -> at.isBefore(since)).orElse(false);
    }

    /** ISO 8601 with time, or a date alone, which stands for its end. */
    static Optional<Instant> created(String text) {
        if (text == null) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            try {
                return Optional.of(LocalDate.parse(text)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            } catch (DateTimeParseException notADate) {
                return Optional.empty();
            }
        }
    }

    private static Seen seen(Wire.OrderDetails details, Instant until) {
        Set<String> names = details.packages().stream()
                .flatMap(part -> part.domains().stream())
                .map(domain -> Readings.name(domain.name()))
                .collect(Collectors.toSet());
        String tag = details.tag() == null || details.tag().isBlank() ? null : details.tag();
        return new Seen(tag, names, details.cancelled(), until);
    }

    private static Duration keep(Optional<Duration> age) {
        // an order from the future was made before our clock was moved back
        Duration tenth = age.filter(since -> !since.isNegative()).orElse(YOUNG).dividedBy(10);
        return tenth.compareTo(REMEMBERED_AT_MOST) > 0 ? REMEMBERED_AT_MOST : tenth;
    }
}
