package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.CAMPAIGN;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.RuleException;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import io.mailwright.export.Mailbox;
import io.mailwright.export.MailboxCsv;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Organizations;
import io.mailwright.onboarding.Step;
import io.mailwright.plan.PlanRefused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Campaign files, aliases, rules and exports as parts; nothing here costs or changes anything. */
@Step("parts")
class FileParts {
    private final Organizations organizations;
    private final PartPlans plans;

    FileParts(Organizations organizations, PartPlans plans) {
        this.organizations = organizations;
        this.plans = plans;
    }

    @Part(
            name = "Read campaign",
            description = "Reads a campaign file, as a start does.",
            group = CAMPAIGN,
            result = "campaign",
            returns =
                    "{name, workspace, candidates: [names in preferred order], own: [names], buy, providers: {google: 2}, redirect, tag, exports, text}",
            errors = {"file-refused"})
    public JsonNode readCampaign(
            @Input(
                            label = "Campaign file",
                            description = "Its text (docs/campaign-file.md), or the variable that holds it.",
                            value = "${text}",
                            lines = true)
                    String text) {
        Campaign campaign = read(text);
        ObjectNode json = Json.object().put("name", campaign.name());
        json.put("workspace", campaign.workspace());
        json.set("candidates", Json.of(plans.candidates(campaign)));
        json.set("own", Json.of(campaign.own().stream().map(own -> own.domain()).toList()));
        json.put("buy", campaign.buy() == null ? 0 : campaign.buy().count());
        ObjectNode providers = json.putObject("providers");
        campaign.providers().forEach((type, count) -> providers.put(type.word(), count));
        json.put("redirect", campaign.redirect());
        json.put("tag", campaign.tag());
        json.set(
                "exports",
                Json.of(campaign.exports().stream().map(ExportFormat::word).toList()));
        return json.put("text", text);
    }

    @Part(
            name = "Generate aliases",
            version = 2,
            description =
                    "Chooses domains by the file's rules, gives each its aliases, groups them into orders and prices all of it: what a person can approve.",
            group = CAMPAIGN,
            result = "plan",
            returns =
                    "{organization, budget: {total, monthly}, purchases: [{domain, price}], orders: [{number, source, amount, providers}], prewarmed: {amount, domains: [{id, domain, redirect, oneTime, monthly}], tag, sequencer}, cost: {now, monthly, yearly}, facts: {total, monthly, domains, mailboxes, google, smtp, outlook}, domains: [{domain, provider, price, aliases}]}; dollars",
            errors = {"file-refused"})
    public JsonNode generateAliases(
            @Given("execution.processBusinessKey") String businessKey,
            @Input(label = "Campaign", description = "What \"Read campaign\" gave.", value = "${campaign}")
                    JsonNode campaign,
            @Input(
                            label = "Found",
                            description =
                                    "Rows of \"Search Domains\" or \"Suggest Domains\"; empty for a file that buys nothing.",
                            value = "${found}",
                            optional = true)
                    JsonNode found,
            @Input(
                            label = "Stock",
                            description =
                                    "What \"Pre Warm Inboxes\" gave, e.g. ${stock}; empty for a file that takes no pre-warmed domains.",
                            optional = true)
                    JsonNode stock,
            @Input(
                            label = "Shown at",
                            description =
                                    "Id of the part \"Ask a person\" that shows this plan. What was bought under the plan that it showed before stays, at no price once more.")
                    String approval) {
        Campaign read = read(Json.text(campaign, "text", "Generate aliases"));
        try {
            return plans.of(read, organizations.id(read.workspace()), found, stock, businessKey, approval);
        } catch (PlanRefused | RuleException refused) {
            throw new BusinessFailure("file-refused", refused.getMessage());
        }
    }

    @Part(
            name = "Test rule",
            description = "Asks a rule as campaign files write it, of facts such as a plan's.",
            group = CAMPAIGN,
            result = "holds",
            returns = "true or false")
    public boolean testRule(
            @Input(
                            label = "Rule",
                            description = "For instance total > 300 || outlook > 0 (docs/campaign-file.md, Rules).",
                            value = "total > 300")
                    String rule,
            @Input(
                            label = "Facts",
                            description = "JSON: what \"Generate aliases\" gave, or {\"total\": 12.5}.",
                            value = "${plan}")
                    JsonNode facts) {
        Map<String, Object> known = new LinkedHashMap<>();
        JsonNode from = facts.has("facts") ? facts.get("facts") : facts;
        from.fields().forEachRemaining(fact -> known.put(fact.getKey(), value(fact.getValue())));
        try {
            return CampaignReader.rule(rule).test(known);
        } catch (OutOfTime later) {
            throw later;
        } catch (CampaignErrors | RuleException wrong) {
            throw Json.wrong("the rule '" + rule + "' can't be decided: " + wrong.getMessage());
        }
    }

    @Part(
            name = "Export",
            description = "Mailboxes as the file that a sequencer imports, without passwords.",
            group = CAMPAIGN,
            result = "file",
            returns = "{name, mediaType, mailboxes: how many, text}")
    public JsonNode export(
            @Input(label = "Mailboxes", description = "What \"Wait for mailboxes\" gave.", value = "${readyMailboxes}")
                    JsonNode handed,
            @Input(
                            label = "Format",
                            description = "csv, instantly, smartlead, emailbison or json.",
                            value = "csv",
                            choices = {"csv", "instantly", "smartlead", "emailbison", "json"})
                    String format) {
        ExportFormat wanted = ExportFormat.of(format)
                .orElseThrow(() -> Json.wrong("there is no export format '" + format + "'; write one of "
                        + String.join(", ", ExportFormat.words())));
        List<Mailbox> rows = new ArrayList<>();
        handed.forEach(row -> rows.add(Json.MAPPER.convertValue(row, Mailbox.class)));
        boolean json = wanted == ExportFormat.JSON;
        return Json.object()
                .put("name", "mailboxes-" + wanted.word() + (json ? ".json" : ".csv"))
                .put("mediaType", json ? "application/json" : "text/csv")
                .put("mailboxes", rows.size())
                .put("text", json ? Json.of(rows).toString() : MailboxCsv.of(wanted, rows));
    }

    /** A JSON list for the collection of a multi-instance activity. */
    public List<JsonNode> list(JsonNode items) {
        List<JsonNode> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    /** One list of two: where several orders' mailboxes are gathered. */
    public JsonNode joined(JsonNode one, JsonNode other) {
        ArrayNode all = Json.array();
        for (JsonNode list : new JsonNode[] {one, other}) if (list != null) list.forEach(all::add);
        return all;
    }

    private static Campaign read(String text) {
        try {
            return CampaignReader.read(text);
        } catch (OutOfTime later) {
            throw later;
        } catch (CampaignErrors errors) {
            throw new BusinessFailure("file-refused", errors.getMessage());
        }
    }

    private static Object value(JsonNode fact) {
        if (fact.isNumber()) return new BigDecimal(fact.asText());
        return fact.isBoolean() ? (Object) fact.booleanValue() : fact.asText();
    }
}
