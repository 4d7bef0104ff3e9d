package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    private static final String APPROVED = "POST /api/campaigns/acme-1/approve {\"planHash\":\"" + Canned.HASH + "\"}";

    @TempDir
    Path folder;

    private Path file;
    private FakeServer server = Canned.whole("demo:demo");
    private final CommandRun command = new CommandRun();

    @BeforeEach
    void file() throws IOException {
        file = Files.writeString(folder.resolve("acme.groovy"), "campaign 'acme'");
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void carriesACampaignToItsMailboxes() throws IOException {
        Path csv = folder.resolve("out/acme.csv");
        assertThat(start("--approve", "--output", csv.toString())).isZero();
        assertThat(command.out().lines())
                .containsExactly(
                        "Campaign acme-1 is started.",
                        "searching         domains 0/2  orders 0/1  mailboxes 0/3",
                        "awaiting-approval domains 0/2  orders 0/1  mailboxes 0/3",
                        "  waits for you: Approve this plan? (approve, change, reject)",
                        "Plan of acme",
                        "  domain       type    price  aliases",
                        "  getacme.com  google  $9.75  2",
                        "  acme.io      smtp    owned  1",
                        "  substitutes: useacme.com",
                        "  order 1  google  1 domain  2 mailboxes  $10.00 a month",
                        "  cost: $29.50 now, $10.00 a month, $26.00 a year in renewals" + "",
                        "  hash: " + Canned.HASH,
                        "  approved by --approve",
                        "buying            domains 1/2  orders 0/1  mailboxes 0/3",
                        "provisioning      domains 2/2  orders 0/1  mailboxes 1/3",
                        "onboarded         domains 2/2  orders 0/1  mailboxes 3/3",
                        "anna@getacme.com  Anna Smith  google",
                        "ben@getacme.com   Ben Okafor  google",
                        "asmith@acme.io    Anna Smith  smtp",
                        "3 mailboxes",
                        "As CSV: " + csv);
        assertThat(server.requests)
                .contains("POST /api/campaigns campaign 'acme'")
                .containsOnlyOnce(APPROVED);
        assertThat(csv).hasContent("email\r\nanna@getacme.com\r\n");
    }

    @Test
    void onATerminalOneLineIsWrittenOver() {
        command.onTerminal();
        assertThat(start("--approve")).isZero();
        assertThat(command.out())
                .contains("\u001b[?7l\r\u001b[2K[###------")
                .containsPattern(
                        "buying\u001b\\[0m \\ds  domains 1/2  orders 0/1  mailboxes 0/3  \u001b\\[2mwaits for the purchase")
                .contains("3 mailboxes")
                .contains("export acme-1");
        // the terminal wraps lines again
        assertThat(command.out().lastIndexOf("\u001b[?7h"))
                .isGreaterThan(command.out().lastIndexOf("\u001b[?7l"));
    }

    @Test
    void aTerminalThatCanNotGetsPlainLines() {
        command.onTerminal().with("TERM", "dumb");
        assertThat(start("--approve")).isZero();
        assertThat(command.out())
                .contains("provisioning      domains")
                .doesNotContain("\u001b")
                .doesNotContain("\r");
    }

    @Test
    void withoutColourTheLineIsStillWrittenOver() {
        command.onTerminal().with("NO_COLOR", "1");
        assertThat(start("--approve")).isZero();
        assertThat(command.out()).contains("\r\u001b[2K[###---").doesNotContainPattern("\u001b\\[[0-9;]*m");
    }

    @Test
    void progressBesideJsonThatGoesToAFileIsPlain() throws IOException {
        command.onTerminal().errorsInAFile();
        assertThat(start("--approve", "--json")).isZero();
        assertThat(command.err()).contains("provisioning").doesNotContain("\u001b");
        assertThat(Api.JSON.readTree(command.out()).path("stage").asText()).isEqualTo("onboarded");
    }

    @Test
    void anotherTaskSaysHowToAnswerIt() {
        String task = "[{\"id\":\"t7\",\"key\":\"fixProblem\",\"question\":\"What now?\",\"decisions\":[\"retry\"]}]";
        server.forget("GET /api/campaigns/acme-1")
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("buying", 0, 0, task, Canned.HASH))
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3));
        assertThat(start()).isZero();
        assertThat(command.out()).contains("waits for you: What now? (retry)", "tasks t7 --server");
    }

    @Test
    void withoutATerminalNothingIsWrittenOver() {
        start("--approve");
        assertThat(command.out()).doesNotContain("\u001b").doesNotContain("\r");
    }

    @Test
    void withoutApproveItSaysWhereAndEndsWhenNobodyLooks() {
        assertThat(start()).isEqualTo(1);
        assertThat(command.out())
                .contains("Approve it in the Tasklist: " + server.address() + "/camunda/app/tasklist")
                .contains("approve acme-1 " + Canned.HASH + " --server " + server.address());
        assertThat(server.requests).doesNotContain(APPROVED);
    }

    @Test
    void onATerminalItWaitsForSomebodyElsesApproval() {
        command.onTerminal();
        assertThat(start()).isZero();
        assertThat(server.requests).doesNotContain(APPROVED);
        assertThat(command.out()).contains("Approve it in the Tasklist").contains("3 mailboxes");
    }

    @Test
    void aRealVendorNeedsTheHash() {
        real();
        assertThat(start("--approve")).isEqualTo(1);
        assertThat(command.out()).contains("getacme.com").contains("approve acme-1 " + Canned.HASH);
        assertThat(server.requests).doesNotContain(APPROVED);
    }

    @Test
    void aRealVendorTakesTheHash() {
        real();
        assertThat(start("--approve", Canned.HASH)).isZero();
        assertThat(server.requests).containsOnlyOnce(APPROVED);
    }

    @Test
    void anotherHashApprovesNothingNotEvenWithTheSimulator() {
        assertThat(start("--approve", "deadbeefdeadbeef")).isEqualTo(1);
        assertThat(command.out()).contains("its hash is not the one that was given");
        assertThat(server.requests).doesNotContain(APPROVED);
    }

    @Test
    void approveBeforeTheFileTakesNoHash() {
        assertThat(command.run(
                        "start",
                        "--approve",
                        file.toString(),
                        "--server",
                        server.address().toString()))
                .isZero();
    }

    @Test
    void aTakenNameShowsTheCampaignThatHasIt() {
        server = new FakeServer()
                .on("POST /api/campaigns", 409, "{\"id\":\"acme-1\"}")
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("provisioning", 2, 1));
        assertThat(start("--json")).isEqualTo(1);
        assertThat(command.err()).contains("exists already, as acme-1, and is provisioning", "status acme-1");
        assertThat(command.out()).isEqualToIgnoringNewLines("{\"id\":\"acme-1\"}");
    }

    @Test
    void errorsInTheFileAreShownAsEditorsLinkThem() {
        server = new FakeServer()
                .on("POST /api/campaigns", 400, "{\"errors\":[{\"line\":3,\"column\":26,\"message\":\"no foto\"}]}");
        assertThat(start()).isEqualTo(1);
        assertThat(command.err()).startsWith(file + ":3:26 no foto");
    }

    @Test
    void aCampaignThatEndsOtherwiseIsAFailure() {
        server = new FakeServer()
                .on("POST /api/campaigns", 201, "{\"id\":\"acme-1\"}")
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("rejected", 0, 0, "[]", null));
        assertThat(start()).isEqualTo(1);
        assertThat(command.out()).contains("Campaign acme-1 is rejected");
    }

    @Test
    void aRefusedApprovalIsAFailure() {
        server = new FakeServer()
                .on("POST /api/campaigns", 201, "{\"id\":\"acme-1\"}")
                .on("GET /api/about", 200, "{\"vendor\":\"simulator\"}")
                .on("GET /api/campaigns/acme-1", 200, Canned.waiting())
                .on("GET /api/campaigns/acme-1/plan", 200, Canned.plan(Canned.HASH))
                .on("POST /api/campaigns/acme-1/approve", 403, "{\"error\":\"it needs the group finance\"}");
        assertThat(start("--approve")).isEqualTo(1);
        assertThat(command.err()).contains("it needs the group finance");
    }

    @Test
    void withJsonTheOutputIsJsonAlone() throws IOException {
        assertThat(start("--approve", "--json")).isZero();
        assertThat(Api.JSON.readTree(command.out()).path("stage").asText()).isEqualTo("onboarded");
        assertThat(command.err()).contains("provisioning");
    }

    @Test
    void withNoServerItRunsItsOwnAndEndsIt() {
        command.with("SERVER_PORT", "0").starting(server);
        assertThat(command.run("start", file.toString(), "--approve")).isZero();
        assertThat(command.out())
                .contains("starting Mailwright in this process")
                .contains("3 mailboxes");
        assertThat(server.closed).isTrue();
    }

    @Test
    void itsOwnServerIsNoPlaceToApproveOnceItEnds() {
        command.with("SERVER_PORT", "0").starting(server);
        assertThat(command.run("start", file.toString())).isEqualTo(1);
        assertThat(command.out()).contains("start a server for it").doesNotContain(server.address() + "/camunda");
    }

    @Test
    void aServerThatFailsForAMomentIsAskedAgain() {
        server.forget("GET /api/campaigns/acme-1")
                .on("GET /api/campaigns/acme-1", 503, "")
                .on("GET /api/campaigns/acme-1", 500, "{\"error\":\"it failed\"}")
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3));
        assertThat(start()).isZero();
    }

    private void real() {
        server.forget("GET /api/about").on("GET /api/about", 200, "{\"vendor\":\"real\"}");
    }

    private int start(String... words) {
        String[] all = new String[words.length + 4];
        all[0] = "start";
        all[1] = file.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        all[words.length + 2] = "--server";
        all[words.length + 3] = server.address().toString();
        return command.run(all);
    }
}
