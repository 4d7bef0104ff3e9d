package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.mailwright.export.Receiver;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a whole campaign tells a receiver and a mailbox. */
@FlowTest
@DirtiesContext
class NoticesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Receiver RECEIVER = new Receiver();
    private static final GreenMail MAIL = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Autowired
    Flows flows;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void told(DynamicPropertyRegistry settings) {
        MAIL.setUser("desk@acme.example", "desk", "mail-password");
        MAIL.start();
        settings.add("spring.datasource.url", () -> "jdbc:h2:mem:notices;DB_CLOSE_DELAY=-1");
        settings.add("MAILWRIGHT_WEBHOOK_URL", RECEIVER::url);
        settings.add("MAILWRIGHT_WEBHOOK_SECRET", () -> Receiver.SECRET);
        settings.add("MAILWRIGHT_MAIL_TO", () -> "desk@acme.example");
        settings.add("MAILWRIGHT_MAIL_FROM", () -> "mailwright@acme.example");
        settings.add("MAILWRIGHT_SMTP_HOST", () -> "localhost");
        settings.add("MAILWRIGHT_SMTP_PORT", () -> MAIL.getSmtp().getPort());
        settings.add("MAILWRIGHT_SMTP_USERNAME", () -> "desk");
        settings.add("MAILWRIGHT_SMTP_PASSWORD", () -> "mail-password");
        settings.add("MAILWRIGHT_PUBLIC_URL", () -> "https://mailwright.acme.example");
    }

    @AfterAll
    static void stop() {
        RECEIVER.close();
        MAIL.stop();
    }

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void a_campaign_tells_its_stages_its_question_and_its_mailboxes() throws Exception {
        String id = flows.start(file(word(), 2, "")).id();
        String task = flows.open(id, "approvePlan");
        await().atMost(PATIENCE).until(() -> MAIL.getReceivedMessages().length == 1);
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject())
                .isEqualTo("Approve this plan? " + flows.view(id).name());
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("mailwright@acme.example");
        assertThat(mail.getMessageID()).startsWith("<evt_").endsWith("@mailwright>");
        assertThat(mail.getContent().toString())
                .contains(
                        "Campaign: " + flows.view(id).name(),
                        "$7.50 a month",
                        "Decide by: ",
                        "approve, change, reject",
                        "https://mailwright.acme.example/campaigns/" + id);

        flows.approve(id);
        flows.onboarded(id);
        await().atMost(PATIENCE).until(() -> of("mailboxes.ready").count() == 1);

        assertThat(RECEIVER.messages).allMatch(Receiver.Message::signed);
        assertThat(RECEIVER.messages.stream().map(Receiver.Message::id)).doesNotHaveDuplicates();
        List<String> stages = new ArrayList<>(List.of("checking"));
        of("campaign.stage").forEach(data -> {
            assertThat(data.path("id").asText()).isEqualTo(id);
            assertThat(data.path("from").asText()).isEqualTo(stages.get(stages.size() - 1));
            stages.add(data.path("to").asText());
        });
        assertThat(stages)
                .doesNotHaveDuplicates()
                .startsWith("checking", "searching", "awaiting-approval", "buying")
                .endsWith("provisioning", "onboarded");
        assertThat(of("task.opened")).singleElement().satisfies(data -> {
            assertThat(data.path("id").asText()).isEqualTo(task);
            assertThat(data.path("campaign").asText()).isEqualTo(id);
            assertThat(data.at("/cost/monthly").decimalValue()).isEqualByComparingTo("7.50");
        });
        assertThat(of("mailboxes.ready")).singleElement().satisfies(data -> {
            assertThat(data.path("campaign").asText()).isEqualTo(id);
            assertThat(data.path("domains").asInt()).isEqualTo(2);
            assertThat(data.path("mailboxes").asInt())
                    .isEqualTo(flows.view(id).mailboxes().ready());
            assertThat(data.path("export").asText())
                    .isEqualTo("https://mailwright.acme.example/api/campaigns/" + id + "/mailboxes?format=csv");
        });
        assertThat(RECEIVER.messages.toString()).doesNotContainIgnoringCase("password");

        replaced(id);

        JsonNode told = new Asking(environment, "operator").get("/api/notices").json();
        assertThat(told.findValuesAsText("state")).isNotEmpty().containsOnly("sent");
        assertThat(told.findValuesAsText("type")).contains("mailboxes.ready", "task.opened", "campaign.stage");
    }

    /** Other mailboxes are told of too. */
    private void replaced(String id) {
        String spare = word() + "x.com";
        flows.admin("POST", "registrations", "{'organization_id':'recOrg00000000001','domains':['" + spare + "']}");
        Asking demo = new Asking(environment, "demo");
        String request = demo.asked("/api/domains/" + flows.names(id).get(0) + "/replace", "{'with':'" + spare + "'}");
        demo.approve(request);
        demo.untilStage(request, "done");
        await().atMost(PATIENCE).until(() -> of("mailboxes.ready").count() == 2);
        assertThat(RECEIVER.messages).extracting(Receiver.Message::id).contains("evt_" + request);
    }

    private static Stream<JsonNode> of(String type) {
        return RECEIVER.messages.stream()
                .map(message -> new Asking.Answer(200, message.body()).json())
                .filter(body -> body.path("type").asText().equals(type))
                .map(body -> body.path("data"));
    }
}
