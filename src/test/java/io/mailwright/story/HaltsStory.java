package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The JVM is halted before the claim, between claim and send, and between send and record, of a purchase, an order and a
 * form: nine halts of one campaign, each followed by a new start.
 */
@Execution(ExecutionMode.CONCURRENT)
class HaltsStory {
    private static final int HALTS = 9;

    @TempDir
    Path halts;

    @TempDir
    Path classes;

    @Test
    void whatIsHaltedAnywhereIsDoneOnce() throws IOException {
        try (MailwrightServer server =
                new MailwrightServer(Map.of("MAILWRIGHT_RECONCILE_WINDOW", "PT1S"), haltingMailwright()).start()) {
            server.vendor().speed(86_400);
            RunningCampaign campaign = server.campaign(CampaignFiles.resource("three-orders.groovy"));
            TruthfulPerson person = new TruthfulPerson(server, campaign);
            campaign.awaitStage("awaiting-approval");
            JsonNode plan = campaign.plan();
            assertThat(campaign.approve().status()).isEqualTo(200);

            JsonNode end = campaign.await(
                    "mailboxes",
                    view -> view.get("stage").asText().equals("onboarded"),
                    () -> {
                        if (!server.alive()) server.start();
                    },
                    person::answer);

            assertThat(halts.toFile().list())
                    .as("where it was halted")
                    .hasSize(HALTS)
                    .allMatch(where ->
                            where.matches("(BUY_DOMAINS|CREATE_CUSTOM_ORDER|SUBMIT_FORM)-before-(claim|send|record)"));
            assertThat(end.at("/mailboxes/ready").asInt()).isEqualTo(31);
            server.vendor().judge(plan);
        }
    }

    /** The classes of the product and the halting ones, without the other tests: a scan would find what they bring. */
    private List<String> haltingMailwright() throws IOException {
        Path tests = Path.of("target/test-classes");
        Path mine = Path.of("io/mailwright/story/halt");
        Files.createDirectories(classes.resolve(mine));
        for (File file : tests.resolve(mine).toFile().listFiles()) {
            Files.copy(file.toPath(), classes.resolve(mine).resolve(file.getName()));
        }
        String usual = Optional.ofNullable(System.getProperty("surefire.test.class.path"))
                .orElse(System.getProperty("java.class.path"));
        String path = Stream.concat(
                        Stream.of(classes.toString()),
                        Stream.of(usual.split(File.pathSeparator))
                                .filter(entry ->
                                        !Path.of(entry).toAbsolutePath().equals(tests.toAbsolutePath())))
                .collect(Collectors.joining(File.pathSeparator));
        return List.of("-Dhalts.directory=" + halts, "-cp", path, "io.mailwright.story.halt.HaltingMailwright");
    }
}
