package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** The vendor is away for an hour or three, or refuses the key midway; docs/operations.md says what then. */
@FlowTest
@Tag("long")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outages;DB_CLOSE_DELAY=-1",
            "mailwright.watch.probe=PT0.5S",
            "mailwright.deadlines.registered=PT10M",
            "mailwright.deadlines.payment=PT10M",
            "mailwright.deadlines.mailboxes=PT10M"
        })
@DirtiesContext
class OutagesTest {
    private static final String AWAY = "{'script':[{'endpoint':'*','fault':'%s','times':-1}]}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Flows flows;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    /** Where a campaign is when the vendor goes. */
    enum Where {
        CHECKING("{}", view -> true),
        BUYING("{}", task("approvePlan")),
        REGISTERING("{'visibleAfter':'PT15S'}", stage(Stage.REGISTERING)),
        PAYING("{'unpaidOrders':true}", stage(Stage.AWAITING_PAYMENT)),
        PROVISIONING("{'stuckInProgress':true}", stage(Stage.PROVISIONING));

        final String modes;
        final Predicate<CampaignView> there;

        Where(String modes, Predicate<CampaignView> there) {
            this.modes = modes;
            this.there = there;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Where.class,
            names = {"CHECKING", "BUYING", "PROVISIONING"})
    void away_and_back_nobody_is_asked_and_it_goes_on_at_once(Where where) {
        flows.modes(where.modes);
        String id = arrived(where, () -> flows.admin("PUT", "faults", AWAY.formatted("503-before")));
        flows.until(id, PATIENCE, view -> view.problem() != null);
        // the next try of a step would be in ten minutes or an hour
        flows.jdbc
                .sql("update ACT_RU_JOB set DUEDATE_ = dateadd(minute, 60, DUEDATE_), REV_ = REV_ + 1"
                        + " where TYPE_ = 'message' and EXCEPTION_MSG_ is not null and LOCK_OWNER_ is null")
                .update();
        Flows.sleep(1500);
        assertThat(flows.view(id).tasks()).allMatch(task -> task.key().equals("approvePlan"));
        flows.admin("DELETE", "faults", "");
        mended(where, id);
        if (where == Where.CHECKING) {
            flows.until(id, PATIENCE, task("approvePlan"));
            flows.approve(id);
        }
        assertThat(flows.until(id, PATIENCE, stage(Stage.ONBOARDED)).problem()).isNull();
    }

    @Test
    void away_for_three_hours_a_person_retries() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.admin("PUT", "faults", AWAY.formatted("drop-before"));
        flows.approve(id);
        flows.until(
                id, PATIENCE, view -> view.problem() != null && view.problem().contains("tried again by itself"));
        // the tries of the cycle's 72 minutes were in vain, save the last
        flows.until(id, PATIENCE, view -> {
            flows.jdbc
                    .sql("update ACT_RU_JOB set RETRIES_ = 1, DUEDATE_ = ?, REV_ = REV_ + 1"
                            + " where EXCEPTION_MSG_ is not null and LOCK_OWNER_ is null and RETRIES_ > 1")
                    .param(new java.sql.Timestamp(System.currentTimeMillis()))
                    .update();
            return task("fixProblem").test(view);
        });
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("vendor");
        assertThat(flows.ledger().get("purchases").toString())
                .doesNotContain(flows.names(id).get(0));
        flows.admin("DELETE", "faults", "");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.until(id, PATIENCE, stage(Stage.ONBOARDED)).problem()).isNull();
    }

    @Test
    void away_while_an_outcome_is_settled() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.fault("create-custom-order", "drop-after", 1);
        flows.modes("{'visibleAfter':'PT0S'}");
        flows.approve(id);
        flows.until(id, PATIENCE, view -> attempts(id, "CREATE_CUSTOM_ORDER") > 0);
        flows.admin("PUT", "faults", AWAY.formatted("503-before"));
        Flows.sleep(2000);
        assertThat(flows.view(id).tasks()).isEmpty();
        flows.admin("DELETE", "faults", "");
        assertThat(flows.until(id, PATIENCE, stage(Stage.ONBOARDED)).problem()).isNull();
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    @Test
    void a_plan_asked_for_meanwhile_says_that_the_vendor_is_away() {
        flows.admin("PUT", "faults", AWAY.formatted("503-before"));
        String request = flows.onboarding.requestPlan(file(word(), 1, ""));
        for (int i = 0; i < 300 && !state(request).equals("refused"); i++) Flows.sleep(100);
        assertThat(flows.onboarding.planRequest(request).orElseThrow().errors())
                .singleElement()
                .asString()
                .contains("vendor", "503");
    }

    @ParameterizedTest
    @EnumSource(
            value = Where.class,
            names = {"REGISTERING", "PAYING", "PROVISIONING"})
    void a_key_refused_midway_loses_nothing(Where where) {
        flows.modes(where.modes);
        String id = arrived(where, () -> flows.modes("{'revokedKey':true}"));
        CampaignView stopped = flows.until(
                id, PATIENCE, view -> view.problem() != null && view.problem().contains("SCALEDMAIL_API_KEY"));
        boolean asks = where == Where.CHECKING || where == Where.BUYING;
        if (asks) assertThat(flows.shown(id, "fixProblem").get("problem")).isEqualTo(stopped.problem());
        flows.modes("{'revokedKey':false}");
        mended(where, id);
        if (asks) flows.decide(id, "fixProblem", "retry");
        if (where == Where.CHECKING) {
            flows.until(id, PATIENCE, task("approvePlan"));
            flows.approve(id);
        }
        assertThat(flows.until(id, PATIENCE, stage(Stage.ONBOARDED)).problem()).isNull();
        assertThat(flows.jdbc
                        .sql(
                                "select count(*) from attempt where campaign_id = ? and state not in ('confirmed', 'refused')")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        for (String list : List.of("purchases", "orders", "forms"))
            assertThat(flows.at(list, flows.names(id))).as(list).isEqualTo(1);
    }

    private String arrived(Where where, Runnable gone) {
        if (where == Where.CHECKING) gone.run();
        String id = flows.start(file(word(), 1, "")).id();
        if (where == Where.CHECKING) return id;
        flows.until(id, task("approvePlan"));
        if (where == Where.BUYING) gone.run();
        flows.approve(id);
        if (where == Where.BUYING) return id;
        flows.until(id, PATIENCE, where.there);
        gone.run();
        return id;
    }

    private void mended(Where where, String id) {
        flows.modes("{'visibleAfter':'PT0S','unpaidOrders':false,'stuckInProgress':false}");
        if (where == Where.PAYING) flows.pay(id);
    }

    private long attempts(String id, String kind) {
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ? and kind = ? and state <> 'claimed'")
                .params(id, kind)
                .query(Long.class)
                .single();
    }

    private String state(String request) {
        return flows.onboarding.planRequest(request).orElseThrow().state();
    }
}
