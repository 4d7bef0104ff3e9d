package io.mailwright.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What lies in {@code bpmn/}, and the words that tasks are known by outside. */
final class Models {
    static final Path FOLDER = Path.of("bpmn");
    static final List<String> KEYS =
            List.of("onboarding", "mailbox-order", "prewarmed", "prewarmed-order", "watch", "settle");

    static final Map<String, Set<String>> DECISIONS = Map.of(
            "approvePlan", Set.of("approve", "change", "reject"),
            "approveForm", Set.of("approve", "change", "reject"),
            "correctCampaign", Set.of("retry", "cancel"),
            "fixProblem", Set.of("retry", "cancel"),
            "chooseReplacement", Set.of("retry", "without", "cancel"),
            "fixPayment", Set.of("retry", "cancel"),
            "mailboxesOverdue", Set.of("wait", "cancel"),
            "resolveSpend", Set.of("happened", "did-not-happen", "wait"));

    private Models() {}

    static Path file(String key) {
        return FOLDER.resolve(key + ".bpmn");
    }

    static BpmnModelInstance read(String key) {
        return Bpmn.readModelFromFile(file(key).toFile());
    }

    static String text(String key) {
        try {
            return Files.readString(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode form(String task) {
        try {
            return new ObjectMapper().readTree(FOLDER.resolve(task + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<UserTask> userTasks() {
        return KEYS.stream().flatMap(key -> read(key).getModelElementsByType(UserTask.class).stream());
    }
}
