package io.mailwright.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The vendor's lists as last read. A list that lost rows which an earlier one had is believed only when it is seen twice,
 * a tenth of the reconcile window apart (MONEY.md, Reading); until then its absences prove nothing.
 */
@Component
public class Readings {
    private final ScaledMail vendor;
    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final LedgerSettings settings;
    private final Clock clock;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param rows what is there; with {@code sure} false also what was there before
     * @param sure whether a row that is missing is really absent
     */
    public record Reading<T>(List<T> rows, boolean sure, Instant at) {
        public Optional<T> first(Predicate<T> which) {
            return rows.stream().filter(which).findFirst();
        }
    }

    private record Kind<T>(String word, Class<T> type, Function<T, String> key) {}

    private static final Kind<Wire.Order> ORDERS = new Kind<>("orders", Wire.Order.class, Wire.Order::id);
    private static final Kind<Wire.PendingForm> FORMS =
            new Kind<>("forms", Wire.PendingForm.class, Wire.PendingForm::uuid);
    private static final Kind<Wire.ListedDomain> DOMAINS =
            new Kind<>("domains", Wire.ListedDomain.class, domain -> name(domain.domain()));
    private static final Kind<Wire.Registration> REGISTRATIONS =
            new Kind<>("registrations", Wire.Registration.class, registration -> name(registration.domain()));

    Readings(
            ScaledMail vendor,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            LedgerSettings settings,
            Clock clock) {
        this.vendor = vendor;
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.settings = settings;
        this.clock = clock;
    }

    /** A domain name as both sides compare it. */
    public static String name(String domain) {
        return domain == null ? "" : domain.strip().toLowerCase(Locale.ROOT);
    }

    public Reading<Wire.Order> orders(String organization) {
        return keep(organization, ORDERS, vendor.orders(organization), gone -> true);
    }

    /** A form whose domains stand in {@code /domains} was submitted, not lost. */
    public Reading<Wire.PendingForm> forms(String organization) {
        Set<String> inOrders = last(organization, DOMAINS).stream()
                .flatMap(reading -> reading.rows().stream())
                .map(DOMAINS.key())
                .collect(Collectors.toSet());
        return keep(
                organization,
                FORMS,
                vendor.pendingForms(organization),
                gone -> gone.data() == null
                        || gone.data().domains() == null
                        || gone.data().domains().isEmpty()
                        || !gone.data().domains().stream().allMatch(domain -> inOrders.contains(name(domain))));
    }

    public Reading<Wire.ListedDomain> domains(String organization) {
        return keep(organization, DOMAINS, vendor.domains(organization), gone -> true);
    }

    public Reading<Wire.Registration> registrations(String organization) {
        return keep(organization, REGISTRATIONS, vendor.purchasedDomains(organization), gone -> true);
    }

    public Optional<Reading<Wire.Order>> lastOrders(String organization) {
        return last(organization, ORDERS);
    }

    public Optional<Reading<Wire.PendingForm>> lastForms(String organization) {
        return last(organization, FORMS);
    }

    public Optional<Reading<Wire.ListedDomain>> lastDomains(String organization) {
        return last(organization, DOMAINS);
    }

    public Optional<Reading<Wire.Registration>> lastRegistrations(String organization) {
        return last(organization, REGISTRATIONS);
    }

    private <T> Reading<T> keep(String organization, Kind<T> kind, List<T> fresh, Predicate<T> lossCounts) {
        return alone.execute(status -> {
            Instant now = clock.instant();
            Map<String, T> rows = new LinkedHashMap<>();
            fresh.forEach(row -> rows.put(kind.key().apply(row), row));
            Optional<Stored> before = stored(organization, kind);
            List<T> lost = before.map(stored -> parse(kind, stored.body())).orElse(List.of()).stream()
                    .filter(row -> !rows.containsKey(kind.key().apply(row)))
                    .filter(lossCounts)
                    .toList();
            Instant doubted = before.map(Stored::doubtedAt).orElse(null);
            boolean sure = lost.isEmpty() || doubted != null && !now.isBefore(doubted.plus(settings.apart()));
            if (!sure) lost.forEach(row -> rows.put(kind.key().apply(row), row));
            List<T> believed = new ArrayList<>(rows.values());
            save(organization, kind, believed, now, sure ? null : doubted == null ? now : doubted, before.isPresent());
            return new Reading<>(believed, sure, now);
        });
    }

    private <T> Optional<Reading<T>> last(String organization, Kind<T> kind) {
        return stored(organization, kind)
                .map(stored -> new Reading<>(parse(kind, stored.body()), stored.doubtedAt() == null, stored.readAt()));
    }

    private record Stored(String body, Instant readAt, Instant doubtedAt) {}

    private Optional<Stored> stored(String organization, Kind<?> kind) {
        return jdbc.sql("select body, read_at, doubted_at from reading where organization = ? and list = ?")
                .params(organization, kind.word())
                .query((row, i) -> new Stored(
                        row.getString(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3) == null ? null : row.getTimestamp(3).toInstant()))
                .optional();
    }

    private void save(String organization, Kind<?> kind, List<?> rows, Instant now, Instant doubted, boolean existed) {
        String body;
        try {
            body = json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Timestamp doubt = doubted == null ? null : Timestamp.from(doubted);
        if (existed)
            jdbc.sql("update reading set body = ?, read_at = ?, doubted_at = ? where organization = ? and list = ?")
                    .params(body, Timestamp.from(now), doubt, organization, kind.word())
                    .update();
        else
            try {
                jdbc.sql("insert into reading (organization, list, body, read_at, doubted_at) values (?, ?, ?, ?, ?)")
                        .params(organization, kind.word(), body, Timestamp.from(now), doubt)
                        .update();
            } catch (DuplicateKeyException readByAnother) {
                throw new io.mailwright.scaledmail.TryAgainAt(now, "another reader was first");
            }
    }

    private <T> List<T> parse(Kind<T> kind, String body) {
        try {
            return json.readValue(body, json.getTypeFactory().constructCollectionType(List.class, kind.type()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reading of " + kind.word() + " can't be read", e);
        }
    }
}
