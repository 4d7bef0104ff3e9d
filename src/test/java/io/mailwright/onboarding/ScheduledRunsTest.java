package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Campaigns with a schedule, over HTTP, from the first run to the last. */
@FlowTest
class ScheduledRunsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Its first day has come, so the first run is at once; the next is months away. */
    private static final String YEARLY = "schedule start: '2020-01-01', every: '365 days', perRun: ";

    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void threeRunsAreTheCampaign() {
        String text = file(word(), 5, YEARLY + "2\napprove always");
        String id = started(text);
        until(id, task("approvePlan"));
        assertThat(send("GET", "/api/campaigns/" + id + "/plan", null).getBody().get("domains"))
                .hasSize(2);
        CampaignView first = flows.view(id);
        assertThat(first.stage()).isEqualTo("awaiting-approval");
        assertThat(first.domains().wanted()).isEqualTo(5);
        assertThat(first.mailboxes().expected()).isEqualTo(20);
        assertThat(first.schedule().runs()).isEqualTo(new CampaignView.Runs(0, 3));
        flows.approve(id);
        until(id + "-r1", stage(Stage.ONBOARDED));

        JsonNode between = schedule(id);
        assertThat(between.get("stage").asText()).isEqualTo("checking");
        assertThat(between.at("/runs/done").asInt()).isEqualTo(1);
        assertThat(between.at("/runs/wanted").asInt()).isEqualTo(3);
        assertThat(between.at("/domains/taken").asInt()).isEqualTo(2);
        assertThat(between.get("upcoming")).hasSize(2);
        assertThat(Instant.parse(between.get("next").asText())).isAfter(Instant.now());

        for (String run : List.of("-r2", "-r3")) {
            post(id, "run-now");
            until(id + run, task("approvePlan"));
            flows.approve(id + run);
            until(id + run, stage(Stage.ONBOARDED));
        }
        CampaignView all = until(id, stage(Stage.ONBOARDED));
        assertThat(all.domains().bought()).isEqualTo(5);
        assertThat(all.mailboxes()).isEqualTo(new CampaignView.Mailboxes(20, 20));
        assertThat(all.schedule().runs()).isEqualTo(new CampaignView.Runs(3, 3));
        assertThat(all.schedule().next()).isNull();

        List<String> names =
                runs(id).stream().flatMap(run -> flows.names(run).stream()).toList();
        assertThat(names).hasSize(5).doesNotHaveDuplicates();
        assertThat(runs(id).stream().map(run -> flows.names(run).size())).containsExactly(2, 2, 1);
        assertThat(flows.mailboxes(id)).hasSize(20);
        List<String> aliases = new ArrayList<>();
        runs(id).forEach(run -> aliases.addAll(aliases("/api/campaigns/" + run + "/plan", "GET", null)));
        assertThat(aliases).isEqualTo(aliases("/api/preview", "POST", text));
        BigDecimal charged = flows.onboarding.spends(id).charged();
        assertThat(charged).isEqualByComparingTo(all.cost().now());
        assertThat(budget(id)).isEqualByComparingTo(charged);
        flows.nothingTwice();
    }

    @Test
    void firingsThatPassedAreAnsweredByOneRunAndAnUnfinishedRunIsWaitedFor() {
        String id = started(file(word(), 3, "schedule '0 9 * * MON', perRun: 1\napprove always"));
        flows.until(id, PATIENCE, view -> view.lastChecked() != null || waits(id));
        JsonNode schedule = schedule(id);
        assertThat(Instant.parse(schedule.get("next").asText())).isEqualTo(nextMonday());
        assertThat(schedule.get("campaigns")).isEmpty();
        assertThat(schedule.get("upcoming")).hasSize(3);

        // as if nothing had run for three weeks
        flows.jdbc
                .sql("update schedule set answered_to = ? where campaign_id = ?")
                .params(Timestamp.from(nextMonday().minus(Duration.ofDays(28)).plusSeconds(1)), id)
                .update();
        assertThat(schedule(id).get("missed").asInt()).isEqualTo(2);
        post(id, "resume");
        until(id, task("approvePlan"));
        assertThat(schedule(id).get("missed").asInt()).isEqualTo(2);
        assertThat(Instant.parse(schedule(id).get("next").asText())).isEqualTo(nextMonday());

        post(id, "run-now");
        post(id, "pause");
        assertThat(schedule(id).get("next").isNull()).isTrue();
        assertThat(answer("POST", "/api/schedules/" + id + "/run-now", null)).contains("409", "resume it");
        assertThat(runs(id)).containsExactly(id + "-r1");
        flows.approve(id);
        until(id + "-r1", stage(Stage.ONBOARDED));
        flows.until(id, PATIENCE, view -> waits(id));
        assertThat(runs(id)).containsExactly(id + "-r1");

        post(id, "resume");
        flows.until(id, PATIENCE, view -> runs(id).size() == 2);
        assertThat(schedule(id).get("missed").asInt()).isEqualTo(2);
        assertThat(flows.onboarding.cancel(id, "demo").stage()).isIn("cancelled", "checking", "searching");
        until(id, stage(Stage.CANCELLED));
        until(id + "-r2", stage(Stage.CANCELLED));
        assertThat(flows.view(id + "-r1").stage()).isEqualTo("onboarded");
        assertThat(answer("POST", "/api/schedules/" + id + "/resume", null)).contains("409", "is over");
    }

    @Test
    void oneBudgetIsForAllRunsAndAChangeIsForThoseNotBegun() {
        String word = word();
        String id = started(file(word, 3, YEARLY + "1\napprove never"));
        until(id + "-r1", stage(Stage.ONBOARDED));
        flows.until(id, PATIENCE, view -> waits(id));
        BigDecimal spent = flows.view(id + "-r1").cost().now();
        String scant = file(word, 2, YEARLY + "1\napprove never\nbudget " + (spent.intValue() + 1));

        assertThat(answer("PUT", "/api/schedules/" + id, file(word(), 3, YEARLY + "1")))
                .contains("409", word);
        assertThat(answer("PUT", "/api/schedules/" + id, file(word, 3, "approve never")))
                .contains("409", "'schedule'");
        assertThat(answer("PUT", "/api/schedules/" + id, "campaign 'x")).contains("400", "line");
        assertThat(answer("PUT", "/api/schedules/" + id, scant)).contains("200", "\"wanted\":2");
        post(id, "run-now");
        String second = id + "-r2";
        flows.until(id, PATIENCE, view -> runs(id).size() == 2);
        CampaignView refused = until(second, task("correctCampaign"));
        assertThat(refused.problem()).contains("and the earlier runs $", "'budget " + (spent.intValue() + 1) + "'");
        assertThat(flows.view(id).problem()).isEqualTo(refused.problem());
        assertThat(budget(id)).isEqualByComparingTo(spent);

        String ample = file(word, 2, YEARLY + "1\napprove never\nbudget 5000");
        assertThat(answer("PUT", "/api/campaigns/" + second, ample)).contains("200");
        until(second, stage(Stage.ONBOARDED));
        until(id, stage(Stage.ONBOARDED));
        assertThat(flows.view(second).name()).isEqualTo(word + "-r2");
        assertThat(budget(id))
                .isEqualByComparingTo(spent.add(flows.view(second).cost().now()));
        assertThat(flows.jdbc
                        .sql("select count(*) from budget where scope like ?")
                        .param("campaign:" + id + "-r%")
                        .query(Integer.class)
                        .single())
                .isZero();
        flows.nothingTwice();
    }

    @Test
    void whatARejectedRunLeavesLaterRunsTake() {
        String word = word();
        String id = started(file(word, 2, YEARLY + "2\napprove always"));
        until(id, task("approvePlan"));
        flows.decide(id + "-r1", "approvePlan", "reject");
        flows.until(id, PATIENCE, view -> waits(id));
        assertThat(schedule(id).at("/domains/taken").asInt()).isZero();
        assertThat(flows.view(id).stage()).isEqualTo("checking");
        // a run does not take the name of another campaign
        String namesake = flows.start(file(word, 1, "approve always").replaceFirst(word, word + "-r2"))
                .id();
        post(id, "run-now");
        flows.until(id, PATIENCE, view -> runs(id).size() == 2);
        until(id + "-r3", task("approvePlan"));
        flows.approve(id);
        CampaignView done = until(id, stage(Stage.ONBOARDED));
        assertThat(done.schedule().runs()).isEqualTo(new CampaignView.Runs(1, 1));
        assertThat(flows.names(id + "-r3")).hasSize(2);
        flows.onboarding.cancel(namesake, "demo");
        flows.nothingTwice();
    }

    @Test
    void aWorkspaceThatIsNotThereIsCorrectedBeforeTheFirstRun() {
        String word = word();
        String text = file(word, 1, "approve never\n" + YEARLY + "1");
        String id = started(text + "workspace 'Nowhere'\n");
        assertThat(until(id, task("correctCampaign")).problem()).contains("no workspace 'Nowhere'");
        assertThat(runs(id)).isEmpty();
        assertThat(answer("PUT", "/api/campaigns/" + id, file(word, 1, "approve never")))
                .contains("409", "'schedule'");
        assertThat(answer("PUT", "/api/campaigns/" + id, text + "workspace 'Nowhere'\n"))
                .contains("200");
        flows.decide(id, "correctCampaign", "cancel");
        until(id, stage(Stage.CANCELLED));
    }

    @Test
    void itStartsFromTasklistToo() throws Exception {
        String word = word();
        String text = file(word, 1, YEARLY + "1\napprove always\n" + "// a long remark ".repeat(100));
        ResponseEntity<JsonNode> started = start(text);
        assertThat(started.getStatusCode().value()).as("%s", started.getBody()).isEqualTo(200);
        String id = started.getBody().get("businessKey").asText();
        assertThat(id).startsWith(word + "-");
        until(id, task("approvePlan"));
        assertThat(flows.view(id).schedule().runs().wanted()).isEqualTo(1);
        String variables = http.withBasicAuth("demo", "demo")
                .getForObject(
                        "/engine-rest/history/variable-instance?processInstanceId="
                                + started.getBody().get("id").asText(),
                        String.class);
        assertThat(variables).doesNotContain("long remark").doesNotContain("\"file\"");
        assertThat(start(text).getStatusCode().value()).isNotEqualTo(200);
        assertThat(start(file(word(), 1, "approve always")).getStatusCode().value())
                .isNotEqualTo(200);
        flows.onboarding.cancel(id, "demo");
        until(id, stage(Stage.CANCELLED));
    }

    private ResponseEntity<JsonNode> start(String text) {
        return http.withBasicAuth("demo", "demo")
                .postForEntity(
                        "/engine-rest/process-definition/key/scheduled-onboarding/submit-form",
                        java.util.Map.of(
                                "variables",
                                java.util.Map.of("file", java.util.Map.of("value", text, "type", "String"))),
                        JsonNode.class);
    }

    private String started(String text) {
        ResponseEntity<JsonNode> answer = send("POST", "/api/campaigns", text);
        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
        return answer.getBody().get("id").asText();
    }

    private CampaignView until(String id, Predicate<CampaignView> holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (flows.onboarding.find(id).isEmpty() && Instant.now().isBefore(end)) Flows.sleep(100);
        return flows.until(id, PATIENCE, holds);
    }

    /** Between two runs, or paused. */
    private boolean waits(String id) {
        return flows.jdbc
                        .sql(
                                "select count(*) from ACT_RU_EVENT_SUBSCR s join ACT_RU_EXECUTION e on e.ID_ = s.PROC_INST_ID_"
                                        + " where e.BUSINESS_KEY_ = ? and s.EVENT_NAME_ = 'scheduleChanged'")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<String> runs(String id) {
        return StreamSupport.stream(schedule(id).get("campaigns").spliterator(), false)
                .map(run -> run.get("id").asText())
                .toList();
    }

    private BigDecimal budget(String id) {
        return flows.jdbc
                .sql("select spent from budget where scope = ?")
                .param("campaign:" + id)
                .query(BigDecimal.class)
                .single();
    }

    private List<String> aliases(String path, String method, String text) {
        return StreamSupport.stream(
                        send(method, path, text).getBody().get("domains").spliterator(), false)
                .flatMap(domain -> StreamSupport.stream(domain.get("aliases").spliterator(), false))
                .map(alias -> Stream.of("first_name", "last_name", "alias")
                        .map(field -> alias.get(field).asText())
                        .toList()
                        .toString())
                .toList();
    }

    private static Instant nextMonday() {
        ZonedDateTime day = ZonedDateTime.now(ZoneOffset.UTC)
                .withHour(9)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        while (day.getDayOfWeek() != DayOfWeek.MONDAY || !day.toInstant().isAfter(Instant.now())) day = day.plusDays(1);
        return day.toInstant();
    }

    private JsonNode schedule(String id) {
        return send("GET", "/api/schedules/" + id, null).getBody();
    }

    private void post(String id, String what) {
        assertThat(answer("POST", "/api/schedules/" + id + "/" + what, null)).startsWith("200");
    }

    private String answer(String method, String path, String text) {
        ResponseEntity<JsonNode> answer = send(method, path, text);
        return answer.getStatusCode().value() + " " + answer.getBody();
    }

    private ResponseEntity<JsonNode> send(String method, String path, String text) {
        RequestEntity.BodyBuilder request =
                RequestEntity.method(HttpMethod.valueOf(method), path).header("Content-Type", "text/plain");
        return http.withBasicAuth("demo", "demo")
                .exchange(text == null ? request.build() : request.body(text), JsonNode.class);
    }
}
