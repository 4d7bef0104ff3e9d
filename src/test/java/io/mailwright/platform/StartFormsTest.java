package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every process that has a start form can be started in Tasklist by operators, and by nobody who only approves. */
@PlatformTest
class StartFormsTest {
    @LocalServerPort
    private int port;

    static List<String> withStartForm() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("bpmn"))) {
            return models.filter(file -> file.toString().endsWith(".bpmn"))
                    .filter(StartFormsTest::hasStartForm)
                    .map(file -> file.getFileName().toString().replace(".bpmn", ""))
                    .toList();
        }
    }

    private static boolean hasStartForm(Path model) {
        try {
            return Files.readString(model).matches("(?s).*<bpmn:startEvent [^>]*formRef=.*");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("withStartForm")
    void operatorsStartIt(String process) {
        assertThat(start("approver", process)).isEqualTo(403);
        // an empty form is let in, and answered with what it lacks
        assertThat(start("operator", process)).isIn(200, 400);
    }

    @Test
    void operatorsStartWhatADesignerDeploysAndNoInnerProcess() {
        assertThat(new Rest(port, "demo")
                        .deploy("drawn.bpmn", Models.process("drawn-by-somebody", "<bpmn:task id='it'/>"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(start("operator", "drawn-by-somebody")).isEqualTo(200);
        assertThat(start("approver", "drawn-by-somebody")).isEqualTo(403);
        for (String inner : List.of("onboarding", "mailbox-order", "prewarmed-order", "settle", "watch"))
            assertThat(start("operator", inner)).as(inner).isEqualTo(403);
    }

    /** A business key stands for one process, while it runs and when it is over. */
    @Test
    void whatIsUnderWayOrOverIsNotStartedASecondTime() {
        String schedule = started(
                "campaign 'twice-scheduled'\nbuy 2, keywords: ['twicescheduled'], tlds: ['com'], maxPrice: 20\nproviders smtp: 2\n"
                        + "person 'Anna', 'Smith'\nschedule start: '2040-01-01', every: '365 days', perRun: 1\n");
        String warm = started("campaign 'twice-warm'\nprewarmed google: 1, maxPrice: 300\n");
        HttpResponse<String> look =
                operator().post("/engine-rest/process-definition/key/pending-forms/submit-form", "{\"variables\":{}}");
        String looks = look.body().replaceFirst("(?s).*\"businessKey\":\"([^\"]+)\".*", "$1");
        for (String process : List.of("scheduled-onboarding", "prewarmed")) {
            again(process, schedule);
            again(process, warm);
        }
        assertThat(looks).startsWith("look:");
        again("pending-forms", looks);
        new Rest(port, "demo").post("/api/campaigns/" + schedule + "/cancel", "");
        again("scheduled-onboarding", schedule);
    }

    private String started(String file) {
        HttpResponse<String> answer = operator().send("POST", "/api/campaigns", "text/plain", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private void again(String process, String businessKey) {
        HttpResponse<String> answer = operator()
                .post(
                        "/engine-rest/process-definition/key/" + process + "/start",
                        "{\"businessKey\":\"" + businessKey + "\"}");
        assertThat(answer.statusCode()).as(process + ": " + answer.body()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(businessKey + " is under way or over");
    }

    private Rest operator() {
        return new Rest(port, "operator");
    }

    private int start(String user, String process) {
        return new Rest(port, user)
                .post("/engine-rest/process-definition/key/" + process + "/submit-form", "{\"variables\":{}}")
                .statusCode();
    }
}
