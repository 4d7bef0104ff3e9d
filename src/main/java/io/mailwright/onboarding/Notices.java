package io.mailwright.onboarding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.onboarding.NoticeSettings.Channel;
import io.mailwright.plan.Cost;
import io.mailwright.plan.Plan;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes of what happened what is told, for each channel that wants it, in the transaction in which it happened. */
@Component
class Notices {
    static final String STAGE = "campaign.stage";
    static final String READY = "mailboxes.ready";
    static final String OPENED = "task.opened";
    static final String REMINDER = "task.reminder";
    static final String OVERDUE = "task.overdue";
    static final List<String> TYPES = List.of(STAGE, READY, OPENED, REMINDER, OVERDUE);

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";
    private static final ObjectMapper JSON =
            JsonMapper.builder().nodeFactory(new JsonNodeFactory(true)).build();

    private final NoticeSettings settings;
    private final Outbox outbox;
    private final PlanRecords plans;
    private final Clock clock;

    Notices(NoticeSettings settings, Outbox outbox, PlanRecords plans, Clock clock) {
        this.settings = settings;
        this.outbox = outbox;
        this.plans = plans;
        this.clock = clock;
    }

    void stage(CampaignRow campaign, String from, String to, Instant at) {
        if (!wanted(STAGE)) return;
        ObjectNode data = JSON.createObjectNode();
        data.put("id", campaign.id()).put("name", campaign.name());
        data.put("from", from).put("to", to).put("at", at.toString());
        put(event(), STAGE, at, data.put("link", settings.publicUrl() + TaskFacts.page(campaign.id())), null);
    }

    /** Never their passwords: the export asks who wants them. */
    void ready(CampaignRow campaign, List<MailboxView> mailboxes, Instant at) {
        ready(event(), campaign, mailboxes, at);
    }

    /** Other mailboxes than before, by a request; told once for each. */
    void readyAgain(RequestRow request, CampaignRow campaign, List<MailboxView> mailboxes) {
        String event = "evt_" + request.id();
        if (!outbox.knows(event)) ready(event, campaign, mailboxes, clock.instant());
    }

    private void ready(String event, CampaignRow campaign, List<MailboxView> mailboxes, Instant at) {
        if (!wanted(READY) || mailboxes.isEmpty()) return;
        ObjectNode data = JSON.createObjectNode();
        data.put("campaign", campaign.id()).put("name", campaign.name());
        data.put(
                "domains",
                mailboxes.stream().map(MailboxView::domain).distinct().count());
        data.put("mailboxes", mailboxes.size());
        data.put("export", settings.publicUrl() + "/api/campaigns/" + campaign.id() + "/mailboxes?format=csv");
        put(event, READY, at, data.put("link", settings.publicUrl() + TaskFacts.page(campaign.id())), null);
    }

    /** @param type {@link #OPENED}, {@link #REMINDER} or {@link #OVERDUE} */
    void task(String type, OpenTask task) {
        if (!wanted(type)) return;
        ObjectNode data = JSON.createObjectNode();
        data.put("id", task.id()).put("key", task.key()).put("question", task.question());
        data.set("decisions", JSON.valueToTree(task.decisions()));
        data.set("groups", JSON.valueToTree(task.groups()));
        data.put("campaign", task.campaign()).put("campaignName", task.campaignName());
        data.put("opened", task.opened().toString());
        data.put("due", task.due() == null ? null : task.due().toString());
        Optional<Cost> cost =
                Optional.ofNullable(task.campaign()).flatMap(plans::plan).map(Plan::cost);
        ObjectNode dollars = data.putObject("cost");
        dollars.put("now", cost.map(Cost::now).orElse(null));
        dollars.put("monthly", cost.map(Cost::monthly).orElse(null));
        data.put(
                "link",
                settings.publicUrl()
                        + (task.campaign() == null ? TASKLIST + task.id() : TaskFacts.page(task.campaign())));
        put(event(), type, clock.instant(), data, task.id());
    }

    private boolean wanted(String type) {
        return settings.wants(Channel.WEBHOOK, type) || settings.wants(Channel.MAIL, type);
    }

    private static String event() {
        return "evt_" + UUID.randomUUID().toString().replace("-", "");
    }

    private void put(String event, String type, Instant at, ObjectNode data, String task) {
        ObjectNode body = JSON.createObjectNode().put("type", type).put("timestamp", at.toString());
        body.set("data", data);
        for (Channel channel : Channel.values())
            if (settings.wants(channel, type)) outbox.put(event, channel, type, body.toString(), task);
    }
}
