package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the ledger has written stays: no statement deletes of it, and no event is ever changed. */
class NothingIsDeletedTest {
    private static final List<String> KEPT =
            List.of("approval", "names_approval", "spend", "attempt", "attempt_spend", "attempt_event", "budget");

    /** A string of Java text, its pieces put together. */
    private static final Pattern JOIN = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void noStatementDeletes() throws IOException {
        assertThat(statements("(?:delete\\s+from|truncate(?:\\s+table)?|drop\\s+table)\\s+(\\w+|\"\\s*\\+)"))
                .isNotEmpty()
                .allSatisfy((statement, files) -> {
                    String table = statement.replaceAll(".*\\s", "");
                    // a table's name put in: of these only
                    if (table.equals("+")) assertThat(files).containsExactly("PlanRecords.java");
                    else assertThat(KEPT).as(statement).doesNotContain(table);
                });
        assertThat(Files.readString(source("onboarding/PlanRecords.java")))
                .containsPattern("List\\.of\\(\"[a-z_\", ]*\"\\)\\)?\\s*\\{?\\s*jdbc\\.sql\\(\"delete from \"")
                .doesNotContain(KEPT.stream().map(table -> '"' + table + '"').toArray(String[]::new));
    }

    @Test
    void onlyTheJournalWritesCalls() throws IOException {
        assertThat(statements("(?:insert\\s+into|update)\\s+attempt(?:_event)?\\b(?!_)"))
                .hasSize(3)
                .allSatisfy((statement, files) -> assertThat(files).containsExactly("Journal.java"))
                .containsKeys("insert into attempt", "insert into attempt_event", "update attempt");
    }

    /** On a database that refuses it, everything still works: bought, lost, settled by reading and by a person, corrected. */
    @Test
    void aDatabaseThatRefusesItIsGoodEnough() {
        Bench bench = refusing();
        Authority who = bench.campaign("c");
        bench.engine.approvals.recordNames(who.withNames("names"), "ann", null, null);
        bench.vendor.fail(Fault.ERROR_BEFORE, Fault.REFUSES, Fault.LIMIT_JSON, Fault.DROPPED_AFTER, Fault.ERROR_BEFORE);
        new Operator(bench, who, attempt -> false, "a.com", "b.com").run();
        bench.engine.ledger.amountSeen(Bench.ORGANIZATION, bench.vendor.orders.get(0).id, new BigDecimal("7.50"));
        bench.clock.pass(Duration.ofDays(1));
        assertThat(bench.sql
                        .sql("select distinct what from attempt_event")
                        .query(String.class)
                        .list())
                .contains(
                        "claimed", "sent", "confirmed", "refused", "not-sent", "unknown", "voided", "looked", "amount");
        Books.check(bench);
        assertThat(bench.vendor.duplicates).isEmpty();
        Stream.concat(
                        KEPT.stream().map(table -> "delete from " + table),
                        Stream.of("update attempt_event set why = ''"))
                .forEach(statement -> assertThatThrownBy(
                                () -> bench.sql.sql(statement).update())
                        .hasMessageContaining("the ledger is kept"));
        bench.close();
    }

    private static Bench refusing() {
        Bench bench = new Bench(Database.POSTGRES);
        bench.sql
                .sql("create function refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'the ledger is kept'; end $$")
                .update();
        for (String table : KEPT)
            bench.sql
                    .sql("create trigger kept before delete " + (table.equals("attempt_event") ? "or update" : "")
                            + " on " + table + " for each row execute function refuse()")
                    .update();
        return bench;
    }

    /** Each statement that is found, and the files it is found in. */
    private static Map<String, List<String>> statements(String pattern) throws IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(java|sql)"))
                    .toList()) {
                String text = JOIN.matcher(Files.readString(file)).replaceAll("");
                Pattern.compile("(?i)(?<=\"|;|^)\\s*(" + pattern + ")", Pattern.MULTILINE)
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(hit -> hit.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s\"]+", " "))
                        .forEach(hit -> found.merge(
                                hit.strip(),
                                List.of(file.getFileName().toString()),
                                (one, other) -> Stream.concat(one.stream(), other.stream())
                                        .distinct()
                                        .toList()));
            }
        }
        return found;
    }

    private static Path source(String path) {
        return Path.of("src/main/java/io/mailwright", path);
    }
}
