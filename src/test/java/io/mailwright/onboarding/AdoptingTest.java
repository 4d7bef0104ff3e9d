package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** Orders paid in the vendor's web app, whose forms a campaign file fills: the whole way over HTTP. */
@FlowTest
class AdoptingTest {
    private static final String PEOPLE = """
            person 'Anna', 'Smith'
            person 'Ben', 'Okafor'
            person 'Vincent', 'van der Berg'
            patterns '{first}.{last}', '{f}{last}', '{first}', '{last}', '{first}{n}'
            redirect 'https://acme.example'
            """;

    @Autowired
    Flows flows;

    @Autowired
    TestRestTemplate http;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @ParameterizedTest
    @CsvSource({"google, 4", "smtp, 8", "outlook, 50"})
    void aRecipeFillsAForm(String type, int mailboxes) {
        List<String> names = names(2);
        JsonNode bought = webOrder(type, names, ",'provider':'scaledmail'");
        String word = word();
        String uuid = bought.get("uuid").asText();
        JsonNode adopted = ok(adopt(uuid, recipe(word, "budget 10, monthly: 500")));
        String id = adopted.get("id").asText();
        assertThat(adopted.get("stage").asText()).isEqualTo("checking");
        CampaignView waiting = flows.until(id, task("approvePlan"));
        assertThat(waiting.name()).isEqualTo(word + "-" + uuid.substring(0, 8));
        assertThat(waiting.cost().now()).isEqualByComparingTo("0");
        assertThat(waiting.cost().monthly())
                .isEqualByComparingTo(bought.get("amount").decimalValue());
        JsonNode plan = get("/api/campaigns/" + id + "/plan");
        assertThat(plan.at("/form/uuid").asText()).isEqualTo(uuid);
        assertThat(plan.at("/form/order").asText())
                .isEqualTo(bought.get("payment_id").asText());
        assertThat(plan.at("/domains/0/aliases")).hasSize(mailboxes / 2);
        assertThat(flows.shown(id, "approvePlan")).containsEntry("formUuid", uuid);
        assertThat(submitted(names)).isZero();

        flows.approve(id);
        CampaignView end = flows.onboarded(id);
        assertThat(end.mailboxes().ready()).isEqualTo(mailboxes);
        assertThat(end.orders().placed()).isEqualTo(1);
        assertThat(submitted(names)).isEqualTo(1);
        assertThat(flows.at("orders", names)).isEqualTo(1);
        assertThat(get("/api/campaigns/" + id + "/mailboxes?format=json")).hasSize(mailboxes);
        flows.nothingTwice();
    }

    @Test
    void theExampleFillsAFormAsItStands() throws IOException {
        String uuid = webOrder("smtp", names(2), ",'provider':'scaledmail'")
                .get("uuid")
                .asText();
        String id = ok(adopt(uuid, Files.readString(Path.of("dsl-examples/recipe.groovy"))))
                .get("id")
                .asText();
        flows.approve(id);
        assertThat(flows.onboarded(id).mailboxes().ready()).isEqualTo(8);
    }

    @Test
    void aFileOfItsOwnKeepsItsNameAndHasBlocks() {
        List<String> names = registered(2);
        String uuid = webOrder("google", names, "").get("uuid").asText();
        String word = word();
        String id = ok(adopt(uuid, recipe(word, """
                        own '%s', '%s'
                        providers google: 2
                        domain('%s', provider: 'google') {
                            person 'Zoe', 'Zander'
                            person 'Yan', 'Yves'
                        }
                        approve never
                        """.formatted(names.get(1), names.get(0), names.get(0)))))
                .get("id")
                .asText();
        CampaignView end = flows.onboarded(id);
        assertThat(end.name()).isEqualTo(word);
        assertThat(get("/api/campaigns/" + id + "/mailboxes?format=json").toString())
                .contains("zoe.zander@" + names.get(0), "anna.smith@" + names.get(1));
    }

    @Test
    void aFormWithoutNamesTakesThoseOfTheFileAndTheirRegistrarsLogin() {
        List<String> names = names(2);
        String uuid = webOrder("smtp", List.of(), "").get("uuid").asText();
        String id = ok(adopt(uuid, recipe(word(), "approve never"))).get("id").asText();
        assertThat(refusal(id)).contains("the form names no domains and asks for 2", "own", "providers smtp: 2");
        put(id, own(word(), names.subList(0, 1), ", hosting: 'registrar'", "smtp: 1"));
        assertThat(refusal(id)).contains("asks for 2 domains", "names 1");
        put(id, own(word(), names, "", "smtp: 2"));
        assertThat(refusal(id)).contains("not registered at the vendor", "hosting: 'SECRET'");
        put(id, own(word(), names, ", hosting: 'registrar'", "google: 2"));
        assertThat(refusal(id)).contains("of smtp mailboxes", "providers smtp: 2");
        put(id, own(word(), names, ", hosting: 'registrar'", "smtp: 2"));
        CampaignView end = flows.onboarded(id);
        assertThat(end.mailboxes().ready()).isEqualTo(8);
        assertThat(submitted(names)).isEqualTo(1);
    }

    @Test
    void namesThatAreRegisteredElsewhereNeedTheirLogin() {
        List<String> names = names(1);
        String uuid = webOrder("google", names, "").get("uuid").asText();
        String id = ok(adopt(uuid, recipe(word(), "approve never"))).get("id").asText();
        assertThat(refusal(id)).contains(names.get(0), "hosting: 'SECRET'", "providers google: 1");
        put(id, own(word(), names, ", hosting: 'registrar'", "google: 1"));
        flows.onboarded(id);
    }

    @Test
    void namesOfBothKindsAreForAPerson() {
        List<String> here = registered(1);
        List<String> both = List.of(here.get(0), names(1).get(0));
        String uuid = webOrder("google", both, "").get("uuid").asText();
        String id = ok(adopt(uuid, recipe(word(), "approve never"))).get("id").asText();
        CampaignView asked = flows.until(id, task("fixProblem"));
        assertThat(asked.problem()).contains(both).contains("a form takes one kind");
        register(both.subList(1, 2));
        flows.decide(id, "fixProblem", "retry");
        flows.onboarded(id);
    }

    @Test
    void otherDomainsThanTheFormsAreRefused() {
        List<String> names = registered(2);
        String uuid = webOrder("google", names.subList(0, 1), "").get("uuid").asText();
        String id = ok(adopt(uuid, own(word(), names.subList(1, 2), "", "google: 1")))
                .get("id")
                .asText();
        assertThat(refusal(id)).contains("the form is for " + names.get(0), "'own' names " + names.get(1));
        flows.decide(id, "correctCampaign", "cancel");
        flows.until(id, Flows.stage(Stage.CANCELLED));
        assertThat(state(uuid)).isEqualTo("open");
    }

    @Test
    void whatCantBeAdoptedIsRefusedAtOnce() {
        String uuid = webOrder("google", registered(1), "").get("uuid").asText();
        ResponseEntity<JsonNode> buys = adopt(uuid, file(word(), 1, ""));
        assertThat(buys.getStatusCode().value()).isEqualTo(400);
        assertThat(buys.getBody().at("/errors/0/line").asInt()).isEqualTo(2);
        assertThat(buys.getBody().at("/errors/0/message").asText()).contains("'buy'", "paid already", "take it out");
        ResponseEntity<JsonNode> unknown = adopt("3f0d9a52-0000-4c57-9a0f-000000000000", recipe(word(), ""));
        assertThat(unknown.getStatusCode().value()).isEqualTo(404);
        assertThat(unknown.getBody().get("error").asText()).contains("no pending form");
        assertThat(send("POST", "/api/pending-forms/" + uuid + "/adopt", recipe(word(), ""), "approver")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void aFormIsAdoptedOnce() {
        String uuid = webOrder("google", registered(1), "").get("uuid").asText();
        String id = ok(adopt(uuid, recipe(word(), ""))).get("id").asText();
        ResponseEntity<JsonNode> again = adopt(uuid, recipe(word(), ""));
        assertThat(again.getStatusCode().value()).isEqualTo(409);
        assertThat(again.getBody().get("id").asText()).isEqualTo(id);
        assertThat(state(uuid)).isEqualTo("adopted");
        flows.decide(id, "approvePlan", "reject");
        flows.until(id, Flows.stage(Stage.REJECTED));
        String second =
                ok(adopt(uuid, recipe(word(), "approve never"))).get("id").asText();
        flows.onboarded(second);
        assertThat(adopt(uuid, recipe(word(), "")).getBody().get("id").asText()).isEqualTo(second);
    }

    @Test
    void theFormOfACampaignOfOursIsOurs() {
        String id = flows.approved(file(word(), 1, "approve forms: true"));
        flows.until(id, task("approveForm"));
        String uuid = flows.jdbc
                .sql("select form_uuid from campaign_order where campaign_id = ?")
                .param(id)
                .query(String.class)
                .single();
        ResponseEntity<JsonNode> answer = adopt(uuid, recipe(word(), ""));
        assertThat(answer.getStatusCode().value()).isEqualTo(409);
        assertThat(answer.getBody().get("id").asText()).isEqualTo(id);
        assertThat(row(uuid).get("campaign").asText()).isEqualTo(id);
        assertThat(state(uuid)).isEqualTo("ours");
        flows.decide(id, "approveForm", "approve");
        flows.onboarded(id);
    }

    @Test
    void aLostReplyIsSettledAndTheFormIsSentOnce() {
        List<String> names = registered(1);
        String uuid = webOrder("google", names, "").get("uuid").asText();
        flows.fault("submit-form", "drop-after", 1);
        String id = ok(adopt(uuid, recipe(word(), "approve never"))).get("id").asText();
        flows.until(id, Duration.ofSeconds(90), Flows.stage(Stage.ONBOARDED));
        assertThat(submitted(names)).isEqualTo(1);
        flows.nothingTwice();
    }

    /** Its domains come up with aliases that nobody approved here. */
    @Test
    void aFormThatWasFilledMeanwhileIsForAPerson() {
        List<String> names = registered(1);
        JsonNode order = webOrder("google", names, "");
        String id = ok(adopt(order.get("uuid").asText(), recipe(word(), "")))
                .get("id")
                .asText();
        flows.until(id, task("approvePlan"));
        flows.vendor("POST", "submit-form/" + order.get("uuid").asText() + "?provider=scaledmail", """
                {'providers':{'google':{'domains':[{'domain':'%s','aliases':[
                {'first_name':'Zoe','last_name':'Zander','alias':'zoe'},
                {'first_name':'Yan','last_name':'Yves','alias':'yan'}]}]}}}""".formatted(
                        names.get(0)));
        flows.approve(id);
        CampaignView asked = flows.until(id, Duration.ofSeconds(60), task("fixProblem"));
        assertThat(asked.problem()).contains("mailboxes that were not ordered", "zoe@" + names.get(0));
        assertThat(submitted(names)).isEqualTo(1);
        assertThat(get("/api/campaigns/" + id + "/mailboxes?format=json")).isEmpty();
    }

    private String refusal(String id) {
        return flows.until(id, task("correctCampaign").and(view -> view.problem() != null))
                .problem();
    }

    private void put(String id, String text) {
        ok(send("PUT", "/api/campaigns/" + id, text, "demo"));
    }

    private static String recipe(String word, String more) {
        return "campaign '" + word + "'\n" + PEOPLE + more + "\n";
    }

    private static String own(String word, List<String> names, String hosting, String providers) {
        return recipe(
                word,
                "own '" + String.join("', '", names) + "'" + hosting + "\nproviders " + providers + "\napprove never");
    }

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> word() + ".io").toList();
    }

    private List<String> registered(int count) {
        List<String> names = names(count);
        register(names);
        return names;
    }

    private void register(List<String> names) {
        flows.admin(
                "POST",
                "registrations",
                "{'organization_id':'recOrg00000000001','domains':['" + String.join("','", names) + "']}");
    }

    private JsonNode webOrder(String type, List<String> names, String more) {
        int domains = names.isEmpty() ? 2 : names.size();
        String list = names.isEmpty() ? "" : ",'domains':['" + String.join("','", names) + "']";
        return flows.admin(
                "POST",
                "web-order",
                "{'organization':'recOrg00000000001','providers':{'" + type + "':" + domains + "}" + list + more + "}");
    }

    private long submitted(List<String> names) {
        return StreamSupport.stream(flows.ledger().path("forms").spliterator(), false)
                .filter(form -> form.hasNonNull("submitted_at"))
                .filter(form -> form.get("domains").toString().contains("\"" + names.get(0) + "\""))
                .count();
    }

    private JsonNode row(String uuid) {
        return StreamSupport.stream(get("/api/pending-forms?ignored=true").spliterator(), false)
                .filter(row -> row.get("uuid").asText().equals(uuid))
                .findFirst()
                .orElseThrow();
    }

    private String state(String uuid) {
        return row(uuid).get("state").asText();
    }

    private ResponseEntity<JsonNode> adopt(String uuid, String text) {
        return send("POST", "/api/pending-forms/" + uuid + "/adopt", text, "demo");
    }

    private static JsonNode ok(ResponseEntity<JsonNode> answer) {
        assertThat(answer.getStatusCode().value()).as("" + answer.getBody()).isLessThan(300);
        return answer.getBody();
    }

    private JsonNode get(String path) {
        return ok(http.withBasicAuth("demo", "demo").getForEntity(path, JsonNode.class));
    }

    private ResponseEntity<JsonNode> send(String method, String path, String text, String user) {
        return http.withBasicAuth(user, user)
                .exchange(
                        RequestEntity.method(HttpMethod.valueOf(method), path)
                                .header("Content-Type", "text/plain")
                                .body(text),
                        JsonNode.class);
    }
}
