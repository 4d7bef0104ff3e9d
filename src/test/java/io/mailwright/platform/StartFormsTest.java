package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    private int start(String user, String process) {
        return new Rest(port, user)
                .post("/engine-rest/process-definition/key/" + process + "/submit-form", "{\"variables\":{}}")
                .statusCode();
    }
}
