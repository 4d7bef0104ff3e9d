package io.mailwright.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.story.Http.Answer;
import java.util.Set;

/** Somebody who answers whatever is asked on a campaign's way, as the vendor's books have it. */
record TruthfulPerson(MailwrightServer server, RunningCampaign campaign) {
    private static final Set<String> WAIT = Set.of("mailboxesOverdue");

    /** One look at the open tasks; what is refused now is answered again at the next look. */
    void answer(JsonNode view) {
        for (JsonNode task : view.get("tasks")) {
            String key = task.get("key").asText();
            if (key.equals("approvePlan")) continue;
            String decision = key.equals("resolveSpend") ? truth(task) : WAIT.contains(key) ? "wait" : "retry";
            RunningCampaign.complete(
                    server.http, task, "{\"decision\":{\"value\":\"" + decision + "\",\"type\":\"String\"}}");
        }
    }

    private String truth(JsonNode task) {
        Answer answer = server.http.get("/engine-rest/task/" + task.get("id").asText() + "/localVariables");
        if (answer.status() != 200) return "wait";
        JsonNode facts = answer.json();
        JsonNode ledger = server.vendor().ledger();
        boolean happened = switch (value(facts, "spendKind")) {
            case "BUY_DOMAINS" ->
                any(
                        ledger.get("purchases"),
                        "domain",
                        value(facts, "spendNames").split(",")[0]);
            case "CREATE_CUSTOM_ORDER" -> any(ledger.get("orders"), "tag", value(facts, "spendTag"));
            case "SUBMIT_FORM" ->
                !Vendor.rows(
                                ledger.get("forms"),
                                form -> form.get("uuid").asText().equals(value(facts, "formUuid"))
                                        && !form.get("submitted_at").isNull())
                        .isEmpty();
            default -> throw new AssertionError("an unknown kind of spend: " + facts);
        };
        return happened ? "happened" : "did-not-happen";
    }

    private static String value(JsonNode facts, String name) {
        return facts.at("/" + name + "/value").asText();
    }

    private static boolean any(JsonNode rows, String field, String value) {
        return Vendor.texts(rows, field).contains(value);
    }
}
