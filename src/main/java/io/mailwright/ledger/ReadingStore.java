package io.mailwright.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vendor's lists as they are kept, one row each. */
@Component
class ReadingStore {
    private final JdbcClient jdbc;
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    ReadingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param doubted since when each row is missing that is not believed to be gone yet, by key */
    record Stored<T>(List<T> rows, Map<String, Instant> doubted, Instant readAt) {}

    private record Row(String body, Instant readAt) {}

    /** @param lock keeps other readers out until the caller's transaction ends */
    <T> Optional<Stored<T>> find(String organization, ListKind<T> kind, boolean lock) {
        return jdbc.sql("select body, read_at from reading where organization = ? and list = ?"
                        + (lock ? " for update" : ""))
                .params(organization, kind.word())
                .query((row, i) -> new Row(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional()
                .map(row -> parse(kind, row));
    }

    void save(String organization, ListKind<?> kind, Stored<?> stored, boolean existed) {
        Map<String, String> doubted = new TreeMap<>();
        stored.doubted().forEach((key, since) -> doubted.put(key, since.toString()));
        String body;
        try {
            body = json.writeValueAsString(Map.of("rows", stored.rows(), "doubted", doubted));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        Timestamp doubt = stored.doubted().values().stream()
                .min(Instant::compareTo)
                .map(Timestamp::from)
                .orElse(null);
        String sql = existed
                ? "update reading set body = ?, read_at = ?, doubted_at = ? where organization = ? and list = ?"
                : "insert into reading (body, read_at, doubted_at, organization, list) values (?, ?, ?, ?, ?)";
        jdbc.sql(sql)
                .params(body, Timestamp.from(stored.readAt()), doubt, organization, kind.word())
                .update();
    }

    private <T> Stored<T> parse(ListKind<T> kind, Row row) {
        try {
            JsonNode body = json.readTree(row.body());
            Map<String, Instant> doubted = new TreeMap<>();
            body.path("doubted")
                    .properties()
                    .forEach(entry -> doubted.put(
                            entry.getKey(), Instant.parse(entry.getValue().asText())));
            List<T> rows = json.convertValue(
                    body.path("rows"), json.getTypeFactory().constructCollectionType(List.class, kind.type()));
            return new Stored<>(rows, doubted, row.readAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored reading of " + kind.word() + " can't be read", e);
        }
    }
}
