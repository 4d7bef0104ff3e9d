package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.export.Mailbox;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Pre-warmed domains, alone and beside a campaign's orders, from the file to their mailboxes. */
@FlowTest
class PrewarmedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    Flows flows;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    Environment environment;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
        flows.admin("POST", "pre-warm-inboxes", "{'google':6,'outlook':1}");
    }

    @AfterEach
    void nothingTwice() {
        flows.nothingTwice();
        flows.usual();
    }

    private static String alone(String more) {
        return "campaign '" + word() + "'\nprewarmed google: 2, maxPrice: 30\n" + more;
    }

    /** As somebody with nothing but HTTP does it. */
    @Test
    void from_the_file_to_the_mailboxes_over_http() {
        JsonNode begun = send("POST", "/api/campaigns", "text/plain", alone("approve always\n"), 201);
        String campaign = "/api/campaigns/" + begun.get("id").asText();
        JsonNode asked = until(campaign, view -> view.path("tasks").toString().contains("approvePlan"));
        String approval = "{\"planHash\":\"" + asked.get("planHash").asText() + "\"}";
        send("POST", campaign + "/approve", "application/json", approval, 200);

        JsonNode view = until(campaign, now -> now.get("stage").asText().equals("onboarded"));

        assertThat(view.at("/mailboxes/ready").asInt()).isEqualTo(4);
        assertThat(send("GET", campaign + "/mailboxes?format=json", "application/json", null, 200))
                .hasSize(4);
        assertThat(sold(begun.get("id").asText())).hasSize(2);
    }

    private JsonNode until(String campaign, Predicate<JsonNode> holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode view = send("GET", campaign, "application/json", null, 200);
            if (holds.test(view)) return view;
            assertThat(Instant.now()).as(view.toString()).isBefore(end);
            Flows.sleep(200);
        }
    }

    private JsonNode send(String method, String path, String type, String body, int status) {
        ResponseEntity<JsonNode> answer = http.withBasicAuth("demo", "demo")
                .exchange(
                        RequestEntity.method(HttpMethod.valueOf(method), path)
                                .header("Content-Type", type)
                                .body(body == null ? "" : body),
                        JsonNode.class);
        assertThat(answer.getStatusCode().value())
                .as(path + ": " + answer.getBody())
                .isEqualTo(status);
        return answer.getBody();
    }

    /** The simulated vendor's lines of what it sold of these. */
    private List<JsonNode> sold(String id) {
        List<String> names = flows.names(id);
        return StreamSupport.stream(flows.ledger().path("pre_warmed").spliterator(), false)
                .filter(row -> names.contains(row.path("domain").asText()))
                .toList();
    }

    /** Somebody else buys these. */
    private void soldToOthers(List<String> ids) throws Exception {
        StringBuilder items = new StringBuilder();
        for (String id : ids) {
            String name = flows.jdbc
                    .sql("select domain from campaign_domain where campaign_id = ? and slot = 1")
                    .param(id)
                    .query(String.class)
                    .single();
            String item = StreamSupport.stream(stock().spliterator(), false)
                    .filter(row -> row.path("domain").asText().equals(name))
                    .map(row -> row.path("id").asText())
                    .findFirst()
                    .orElseThrow();
            items.append("{\"id\":\"" + item + "\",\"domain\":\"" + name + "\"}");
        }
        assertThat(vendor(
                        "POST",
                        "buy-pre-warm-inboxes?organization_id=recOrg00000000002",
                        "{\"domains\":[" + items + "]}"))
                .contains("success");
    }

    private JsonNode stock() throws Exception {
        return new ObjectMapper()
                .readTree(vendor("GET", "pre-warm-inboxes?organization_id=recOrg00000000001", ""))
                .path("google");
    }

    private String vendor(String method, String path, String body) throws Exception {
        URI address = URI.create(
                "http://localhost:" + environment.getProperty("local.server.port") + "/simulator/api/v1/" + path);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Bearer simulator")
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private CampaignView onboarded(String id) {
        return flows.until(id, PATIENCE, Flows.stage(Stage.ONBOARDED));
    }

    @Test
    void alone_they_are_chosen_approved_bought_and_handed_over() {
        String id = flows.start(alone("")).id();
        flows.until(id, task("approvePlan"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("prewarmed")
                        .processInstanceBusinessKey(id)
                        .count())
                .isEqualTo(1);
        assertThat(sold(id)).isEmpty();
        assertThat(String.valueOf(flows.shown(id, "approvePlan").get("prewarmed")))
                .contains("warm-google-");
        flows.approve(id);
        CampaignView view = onboarded(id);
        assertThat(view.domains()).isEqualTo(new CampaignView.Domains(2, 2, 2));
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(4, 4));
        assertThat(view.orders()).isEqualTo(new CampaignView.Orders(1, 1));
        assertThat(view.cost().now()).isEqualByComparingTo("62");
        assertThat(view.problem()).isNull();
        assertThat(flows.mailboxes(id))
                .extracting(Mailbox::email)
                .allMatch(email -> email.contains("@warm-google-"))
                .hasSize(4);
        assertThat(sold(id)).hasSize(2);
        assertThat(flows.onboarding.spends(id).charged()).isEqualByComparingTo("62");
    }

    @Test
    void beside_orders_they_come_in_the_same_campaign() {
        String id = flows.approved(file(word(), 1, "prewarmed outlook: 1"));
        CampaignView view = onboarded(id);
        assertThat(view.domains()).isEqualTo(new CampaignView.Domains(2, 2, 2));
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(29, 29));
        assertThat(flows.mailboxes(id)).extracting(Mailbox::provider).contains("smtp", "outlook");
        assertThat(sold(id)).hasSize(1);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey("prewarmed-order")
                        .processInstanceBusinessKey(id + "/2")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_is_gone_after_the_approval_is_chosen_and_approved_anew() throws Exception {
        String id = flows.start(alone("")).id();
        flows.until(id, task("approvePlan"));
        String before = flows.view(id).planHash();
        List<String> names = flows.names(id);
        soldToOthers(List.of(id));
        flows.approve(id);
        flows.until(id, PATIENCE, task("correctCampaign"));
        assertThat(flows.view(id).problem()).contains(names.get(0) + " is not in stock any more", "nothing was bought");
        assertThat(flows.onboarding.spends(id).charged()).isEqualByComparingTo("0");
        String name = flows.view(id).name();
        assertThatThrownBy(() -> flows.onboarding.replace(id, file(name, 1, "prewarmed google: 2"), "demo"))
                .isInstanceOf(Onboarding.Conflict.class)
                .hasMessageContaining("take 'buy' and 'own' out");
        flows.decide(id, "correctCampaign", "retry");
        flows.until(id, task("approvePlan"));
        assertThat(flows.view(id).planHash()).isNotEqualTo(before);
        assertThat(flows.names(id)).doesNotContain(names.get(0)).contains(names.get(1));
        flows.approve(id);
        onboarded(id);
        assertThat(sold(id)).hasSize(2);
    }

    @Test
    void a_new_version_keeps_those_that_are_bought() {
        String text = file(word(), 1, "prewarmed google: 1\napprove forms: true");
        String id = flows.approved(text);
        flows.until(id, PATIENCE, task("approveForm"));
        flows.until(id, PATIENCE, view -> view.mailboxes().ready() == 2);
        String warm = flows.names(id).get(1);
        flows.decide(id, "approveForm", "change");
        flows.until(id, task("correctCampaign"));
        flows.asDemo(() ->
                flows.onboarding.replace(id, text.replace("https://acme.example", "https://acme.example/2"), "demo"));
        flows.approve(id);
        assertThat(flows.names(id).get(1)).isEqualTo(warm);
        flows.until(id, PATIENCE, task("approveForm"));
        flows.decide(id, "approveForm", "approve");
        CampaignView view = onboarded(id);
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(6, 6));
        assertThat(sold(id)).hasSize(1);
    }

    @Test
    void lost_replies_are_settled_by_reading() {
        List<String> campaigns = Stream.of("drop-after", "500-before")
                .map(fault -> {
                    flows.fault("buy-pre-warm-inboxes", fault, 1);
                    String id = flows.approved(alone(""));
                    // it may be settled again before anybody looks; what happened to it stays in its receipt
                    flows.until(id, PATIENCE, view -> wasUnknown(id));
                    return id;
                })
                .toList();
        for (String id : campaigns) {
            flows.until(id, Duration.ofSeconds(90), Flows.stage(Stage.ONBOARDED));
            assertThat(sold(id)).hasSize(2);
            assertThat(flows.onboarding.spends(id).charged()).isEqualByComparingTo("62");
        }
    }

    private boolean wasUnknown(String id) {
        return flows.onboarding.spends(id).spends().stream()
                .flatMap(spend -> spend.events().stream())
                .anyMatch(event -> event.what().equals("unknown"));
    }

    @Test
    void a_sequencer_without_its_address_is_refused_at_checking() {
        String id =
                flows.start(alone("sequencer 'Instantly', secret: 'linkless'")).id();
        flows.until(id, task("correctCampaign"));
        assertThat(flows.view(id).problem())
                .contains("MAILWRIGHT_SECRET_LINKLESS has no 'link'")
                .doesNotContain("hunter");
        flows.decide(id, "correctCampaign", "cancel");
    }

    @Test
    void it_is_started_in_tasklist_with_the_text_of_the_file() {
        String text = alone("approve always");
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("prewarmed")
                .latestVersion()
                .singleResult()
                .getId();
        flows.asDemo(() -> forms.submitStartForm(definition, Map.of("campaignFile", text)));
        String name = text.substring(10, text.indexOf('\'', 10));
        String id = flows.onboarding.list().stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        flows.approve(id);
        onboarded(id);
        assertThatThrownBy(() -> flows.asDemo(() -> forms.submitStartForm(definition, Map.of("campaignFile", text))))
                .hasMessageContaining("exists already");
        assertThatThrownBy(() -> flows.asDemo(
                        () -> forms.submitStartForm(definition, Map.of("campaignFile", file(word(), 1, "")))))
                .hasMessageContaining("pre-warmed domains alone");
    }

    @Test
    void a_cancelled_one_buys_nothing() {
        String id = flows.start(alone("")).id();
        flows.until(id, task("approvePlan"));
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        flows.until(id, Flows.stage(Stage.CANCELLED));
        assertThat(sold(id)).isEmpty();
    }
}
