package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Against a vendor at an address: it is down at first, spending has to be armed, and no secret is written anywhere. */
@Execution(ExecutionMode.CONCURRENT)
class RealVendorStory {
    private static final String KEY = "eyJhbGciOiJIUzI1NiJ9.c3RvcnkxMjM0NTY3ODkw.k3yThatOpensNothing";
    private static final String PASSWORD = "Wax-Lantern-4711";
    private static final String VENDOR_PATH = "/simulator/api/v1";

    @Test
    void aVendorThatIsDownAtFirstIsWaitedForAndNoSecretIsKept() throws IOException {
        Path home = Child.newDirectory();
        int port = Child.freePort();
        Child simulator = new Child(
                home,
                Map.of(
                        "SERVER_PORT", String.valueOf(port),
                        "MAILWRIGHT_SIMULATOR_FILE",
                                home.resolve("simulator.json").toString()),
                Child.jar("simulator"));
        simulator.start();
        Http books = new Http("http://127.0.0.1:" + port, "demo", "demo");
        Vendor vendor = new Vendor(books);
        try (KeyedDoor door = new KeyedDoor(KEY, books.address());
                MailwrightServer server = new MailwrightServer(settings(door, "off")).start()) {
            assertThat(server.http.as("demo", "demo").get("/api/campaigns").status())
                    .as("the demo users")
                    .isEqualTo(401);
            RunningCampaign campaign = server.campaign(CampaignFiles.resource("three-orders.groovy"));
            JsonNode waiting =
                    campaign.await("a problem", view -> !view.get("problem").isNull());
            assertThat(waiting.get("stage").asText()).isEqualTo("checking");
            assertThat(waiting.get("tasks")).isEmpty();
            assertThat(server.http.get("/campaigns/" + campaign.id()).body())
                    .contains("Spending is off: what is approved waits", "Nobody has to do anything");
            assertThat(server.http.get("/actuator/health").status()).isEqualTo(200);

            await().atMost(Duration.ofSeconds(90))
                    .until(() -> books.get("/simulator/ledger").status() == 200);
            vendor.speed(86_400);
            door.open();
            assertThat(campaign.approve().status()).isEqualTo(200);
            JsonNode unarmed = campaign.await(
                    "a word on spending", view -> view.get("problem").asText().contains("SCALEDMAIL_SPENDING=armed"));
            assertThat(unarmed.get("stage").asText()).isEqualTo("buying");
            assertThat(server.http.get("/campaigns/" + campaign.id()).body()).contains("Somebody has to do that");
            assertThat(vendor.ledger().at("/counts/purchases").asInt()).isZero();

            server.kill();
            server.set("SCALEDMAIL_SPENDING", "armed");
            server.start();
            assertThat(campaign.awaitStage("onboarded").at("/mailboxes/ready").asInt())
                    .isEqualTo(31);
            vendor.judge(campaign.plan());

            List<String> mailboxes = campaign.csv();
            vendor.modes("{\"unlimited\":true}");
            List<String> secrets = mailboxPasswords(new Http(books.address(), null, "simulator"));
            server.stop();
            assertThat(secrets).hasSize(31);
            secrets.addAll(List.of(KEY, PASSWORD, base64("admin:" + PASSWORD)));
            String written = everythingIn(server.directory);
            assertThat(written).contains(mailboxes.get(1).split(",")[0]);
            assertThat(secrets).noneMatch(written::contains);
        } finally {
            simulator.kill();
        }
    }

    private static Map<String, String> settings(KeyedDoor door, String spending) {
        return Map.of(
                "SCALEDMAIL_BASE_URL",
                door.address() + VENDOR_PATH,
                "SCALEDMAIL_API_KEY",
                KEY,
                "SCALEDMAIL_SPENDING",
                spending,
                "MAILWRIGHT_ADMIN_USER",
                "admin",
                "MAILWRIGHT_ADMIN_PASSWORD",
                PASSWORD,
                "MAILWRIGHT_WATCH_MIN",
                "PT1S",
                "MAILWRIGHT_WATCH_MAX",
                "PT3S");
    }

    private static List<String> mailboxPasswords(Http vendor) {
        String organization = vendor.get(VENDOR_PATH + "/organizations")
                .json()
                .at("/organizations/0/id")
                .asText();
        String query = "?organization_id=" + organization;
        List<String> passwords = new ArrayList<>();
        for (JsonNode domain :
                vendor.get(VENDOR_PATH + "/domains" + query).json().get("domains")) {
            String path = VENDOR_PATH + "/mailboxes/" + domain.get("id").asText() + query + "&password=true";
            passwords.addAll(Vendor.texts(vendor.get(path).json().get("mailboxes"), "mailbox_password"));
        }
        return passwords;
    }

    private static String everythingIn(Path directory) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
