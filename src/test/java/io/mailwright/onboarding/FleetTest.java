package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.ledger.Database;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The fleet's pages on both databases. */
class FleetTest {
    private static final int CAMPAIGNS = 120;
    private static final Map<Database, DataSource> FILLED = new EnumMap<>(Database.class);

    @ParameterizedTest
    @EnumSource(Database.class)
    void overdue_comes_first_then_who_waits_then_the_newest(Database kind) {
        FleetPage page = fleet(kind).page(FleetQuery.all(50));
        List<String> ids = page.rows().stream().map(FleetPage.Row::id).toList();
        // each fiftieth is overdue, each tenth waits
        assertThat(ids.subList(0, 3)).containsExactly(id(100), id(50), id(0));
        assertThat(ids.subList(3, 12))
                .containsExactly(id(110), id(90), id(80), id(70), id(60), id(40), id(30), id(20), id(10));
        assertThat(ids.subList(12, 15)).containsExactly(id(119), id(118), id(117));
        assertThat(page.total()).isEqualTo(CAMPAIGNS);
        assertThat(page.pages()).isEqualTo(3);
        assertThat(page.waiting()).isEqualTo(12);
        assertThat(page.overdue()).isEqualTo(3);
        assertThat(page.rows().get(0).overdue()).isTrue();
        assertThat(page.rows().get(3).overdue()).isFalse();
        assertThat(page.rows().get(3).waits()).containsExactly("Approve this plan?");
        assertThat(page.rows().get(12).waits()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void every_campaign_is_on_one_page(Database kind) {
        List<String> seen = List.of(0, 1, 2).stream()
                .flatMap(n -> fleet(kind).page(new FleetQuery(null, null, false, null, null, n, 50)).rows().stream())
                .map(FleetPage.Row::id)
                .toList();
        assertThat(seen).hasSize(CAMPAIGNS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_row_counts_what_its_orders_have(Database kind) {
        FleetPage.Row row = one(kind, id(119));
        assertThat(row.stage()).isEqualTo("onboarded");
        assertThat(row.counts()).isEqualTo(new FleetPage.Counts(5, 5, 5, 15, 15, 15));
        assertThat(row.orders())
                .extracting(FleetPage.Order::counts)
                .containsExactly(new FleetPage.Counts(3, 3, 3, 9, 9, 9), new FleetPage.Counts(2, 2, 2, 6, 6, 6));
        assertThat(row.spent()).isEqualByComparingTo("60");
        assertThat(row.monthly()).isEqualByComparingTo("42");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_not_placed_costs_nothing_a_month_yet(Database kind) {
        FleetPage.Row row = one(kind, id(1));
        assertThat(row.stage()).isEqualTo("awaiting-approval");
        assertThat(row.monthly()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_stage_that_is_looked_for_is_the_one_that_is_shown(Database kind) {
        Fleet fleet = fleet(kind);
        long found = 0;
        for (Stage stage : Stage.values()) {
            FleetPage page = fleet.page(new FleetQuery(null, stage.word(), false, null, null, 0, 200));
            assertThat(page.rows())
                    .as(stage.word())
                    .hasSize((int) page.total())
                    .allMatch(row -> row.stage().equals(stage.word()));
            found += page.total();
        }
        assertThat(found).isEqualTo(CAMPAIGNS);
        assertThat(fleet.page(new FleetQuery(null, "provisioning", false, null, null, 0, 9))
                        .total())
                .as("whose orders are not all onboarded")
                .isPositive();
        assertThat(fleet.page(new FleetQuery(null, "no-such", false, null, null, 0, 9))
                        .rows())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void text_is_found_in_names_ids_and_at_the_beginning_of_domains(Database kind) {
        Fleet fleet = fleet(kind);
        assertThat(found(fleet, "ACME 119")).containsExactly(id(119));
        assertThat(found(fleet, "cme00042")).containsExactly(id(42));
        assertThat(found(fleet, "try000211")).containsExactly(id(42));
        assertThat(found(fleet, "000211.com")).isEmpty();
        assertThat(found(fleet, "a%9")).isEmpty();
        assertThat(found(fleet, "_")).isEmpty();
        assertThat(found(fleet, "!")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void filters_narrow_and_orders_turn(Database kind) {
        Fleet fleet = fleet(kind);
        assertThat(fleet.page(new FleetQuery(null, null, true, null, null, 0, 50))
                        .total())
                .isEqualTo(12);
        FleetPage second = fleet.page(new FleetQuery(null, null, true, "org1", "oldest", 0, 50));
        assertThat(second.rows()).extracting(FleetPage.Row::id).containsExactly(id(10), id(40), id(70), id(100));
        assertThat(fleet.page(new FleetQuery(null, null, false, null, "name", 0, 2))
                        .rows())
                .extracting(FleetPage.Row::name)
                .containsExactly("Acme 0", "Acme 1");
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void runs_stand_under_their_parent(Database kind) {
        DataSource database = kind.open();
        new FleetRows(database, 10).insert();
        JdbcClient jdbc = JdbcClient.create(database);
        // the onboarded 8 and 9 and the buying 2 are runs of 1
        jdbc.sql("update campaign set parent_id = ?, run = 1 where id = ?")
                .params(id(1), id(8))
                .update();
        jdbc.sql("update campaign set parent_id = ?, run = 2 where id = ?")
                .params(id(1), id(9))
                .update();
        jdbc.sql("update campaign set parent_id = ?, run = 3 where id = ?")
                .params(id(1), id(2))
                .update();
        jdbc.sql("delete from campaign_order where campaign_id = ?")
                .param(id(1))
                .update();
        jdbc.sql("update open_task set campaign_id = ?").param(id(2)).update();
        Fleet fleet = fleet(database);
        FleetPage page = fleet.page(FleetQuery.all(50));
        assertThat(page.total()).isEqualTo(7);
        FleetPage.Row parent = page.rows().get(0);
        assertThat(parent.id()).isEqualTo(id(1));
        assertThat(parent.waits()).hasSize(1);
        assertThat(parent.runs()).isEqualTo(3);
        assertThat(parent.orders()).hasSize(6);
        assertThat(parent.counts()).isEqualTo(new FleetPage.Counts(15, 15, 10, 45, 30, 30));
        assertThat(parent.spent()).isEqualByComparingTo("240");
        assertThat(fleet.page(new FleetQuery(null, parent.stage(), false, null, null, 0, 9))
                        .rows())
                .extracting(FleetPage.Row::id)
                .contains(id(1));
        assertThat(found(fleet, FleetRows.domain(2 * 5))).containsExactly(id(1));
        jdbc.sql("update campaign set stage = 'cancelled' where id = ?")
                .param(id(2))
                .update();
        assertThat(fleet.page(new FleetQuery("acme00001", "awaiting-approval", false, null, null, 0, 9))
                        .total())
                .as("between runs the stage is the campaign's own")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_stands_in_the_way_is_said_in_short(Database kind) {
        DataSource database = kind.open();
        new FleetRows(database, 10).insert();
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("update campaign_order set problem = ? where campaign_id = ?")
                .params("x".repeat(900), id(2))
                .update();
        jdbc.sql("update attempt set state = 'unknown' where campaign_id = ?")
                .param(id(3))
                .update();
        jdbc.sql(
                        "insert into reading (organization, list, body, read_at) values ('org1', 'orders', '[]', current_timestamp)")
                .update();
        jdbc.sql(
                        "insert into watch (organization, running, generation, seen, last_failure) values ('org1', false, 0, 0, 'the vendor is away')")
                .update();
        FleetPage page = fleet(database).page(FleetQuery.all(50));
        assertThat(row(page, id(2)).problem()).hasSize(200).endsWith("x…");
        assertThat(row(page, id(3)).problem()).contains("not known yet");
        assertThat(row(page, id(1)).problem()).isEqualTo("the vendor is away");
        assertThat(row(page, id(1)).lastChecked()).isNotNull();
        assertThat(row(page, id(2)).lastChecked()).isNull();
        assertThat(row(page, id(7)).problem()).as("onboarded").isNull();
    }

    private static List<String> found(Fleet fleet, String text) {
        return fleet.page(new FleetQuery(text, null, false, null, null, 0, 50)).rows().stream()
                .map(FleetPage.Row::id)
                .toList();
    }

    private static FleetPage.Row one(Database kind, String id) {
        return row(fleet(kind).page(FleetQuery.all(200)), id);
    }

    private static FleetPage.Row row(FleetPage page, String id) {
        return page.rows().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String id(int campaign) {
        return FleetRows.id(campaign);
    }

    private static Fleet fleet(Database kind) {
        return fleet(FILLED.computeIfAbsent(kind, FleetTest::filled));
    }

    private static DataSource filled(Database kind) {
        DataSource database = kind.open();
        new FleetRows(database, CAMPAIGNS).insert();
        return database;
    }

    private static Fleet fleet(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        FleetWaits waits = new FleetWaits(jdbc, Clock.systemUTC());
        return new Fleet(new FleetSearch(jdbc, waits), new FleetCounts(jdbc), waits, jdbc);
    }
}
