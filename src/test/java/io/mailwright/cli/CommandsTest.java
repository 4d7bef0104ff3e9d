package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @TempDir
    Path folder;

    private final FakeServer server = new FakeServer();
    private final CommandRun command = new CommandRun();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void planPricesAndSaysHowToStart() throws IOException {
        server.on("POST /api/plan", 202, "{\"id\":\"p1\"}")
                .on(
                        "GET /api/plan/p1",
                        200,
                        "{\"state\":\"searching\",\"step\":\"searching\",\"asked\":20,\"candidates\":96}")
                .on("GET /api/plan/p1", 200, "{\"state\":\"done\",\"plan\":" + Canned.plan(Canned.HASH) + "}");
        Path file = file("campaign 'acme'");
        assertThat(run("plan", file.toString())).isZero();
        assertThat(command.out())
                .contains("searching, 20 of at most 96 names asked", "getacme.com", "$29.50 now")
                .contains("start " + file + " --approve " + Canned.HASH);
        assertThat(server.requests).noneMatch(r -> r.contains("/api/campaigns"));
    }

    @Test
    void whatIsPrintedToBeCopiedIsQuoted() throws IOException {
        server.on("POST /api/plan", 202, "{\"id\":\"p1\"}")
                .on("GET /api/plan/p1", 200, "{\"state\":\"done\",\"plan\":" + Canned.plan(Canned.HASH) + "}");
        Path file = Files.writeString(folder.resolve("ann's file.groovy"), "campaign 'acme'");
        String quoted = "'" + file.toString().replace("'", "'\\''") + "'";
        assertThat(run("plan", file.toString())).isZero();
        assertThat(command.out()).contains("start " + quoted + " --approve " + Canned.HASH);
        assertThat(Shell.word("acme.groovy")).isEqualTo("acme.groovy");
        assertThat(Shell.word("$(rm)")).isEqualTo("'$(rm)'");
        assertThat(Shell.word("")).isEqualTo("''");
    }

    @Test
    void aRefusedPlanSaysWhy() throws IOException {
        server.on("POST /api/plan", 202, "{\"id\":\"p1\"}")
                .on("GET /api/plan/p1", 200, "{\"state\":\"refused\",\"errors\":[\"2 names short\",\"over budget\"]}");
        assertThat(run("plan", file("campaign 'acme'").toString())).isEqualTo(1);
        assertThat(command.err().lines()).containsExactly("2 names short", "over budget");
    }

    @Test
    void statusListsCampaignsAndWhoWaits() {
        server.on("GET /api/campaigns?size=100&page=0", 200, "[" + Canned.waiting() + "]");
        assertThat(run("status")).isZero();
        assertThat(command.out().lines())
                .element(1)
                .asString()
                .containsSubsequence("acme-1", "acme", "awaiting-approval", "0/2", "0/1", "0/3", "approvePlan");
    }

    @Test
    void statusListsThousandsOfCampaignsInPages() {
        String hundred = "[" + String.join(",", Collections.nCopies(100, Canned.waiting())) + "]";
        server.on("GET /api/campaigns?size=100&page=0", 200, hundred)
                .on("GET /api/campaigns?size=100&page=1", 200, "[" + Canned.waiting() + "]");
        assertThat(run("status")).isZero();
        assertThat(command.out()).contains("Older ones: " + Shell.command("status --page 2"));
        assertThat(command.out()).doesNotContain("No campaign");
        assertThat(run("status", "--page", "2")).isZero();
        assertThat(command.out()).containsOnlyOnce("Older ones");
    }

    @Test
    void statusOfOneSaysHowToApprove() {
        server.on("GET /api/campaigns/acme-1", 200, Canned.waiting());
        assertThat(run("status", "acme-1")).isZero();
        assertThat(command.out())
                .contains("Approve this plan? (approve, change, reject)", "$29.50 now, $10.00 a month")
                .contains("approve acme-1 " + Canned.HASH);
    }

    @Test
    void eachOfSeveralLikeQuestionsHasItsAnswer() {
        String question = "{\"id\":\"%s\",\"key\":\"fixPayment\",\"question\":\"Unpaid. What now?\","
                + "\"decisions\":[\"retry\",\"cancel\"],\"due\":null}";
        String both = "[" + question.formatted("t1") + "," + question.formatted("t2") + "]";
        server.on("GET /api/campaigns/acme-1", 200, Canned.campaign("awaiting-payment", 2, 0, both, Canned.HASH));
        assertThat(run("status", "acme-1")).isZero();
        assertThat(command.out())
                .contains("Answer fixPayment: " + Shell.command("tasks t1"), Shell.command("tasks t2"));
    }

    @Test
    void statusFollowsToTheEnd() {
        server.on("GET /api/campaigns/acme-1", 200, Canned.campaign("provisioning", 2, 1))
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3))
                .on("GET /api/campaigns/acme-1/plan", 200, Canned.plan(Canned.HASH))
                .on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, Canned.MAILBOXES);
        assertThat(run("status", "acme-1", "--follow")).isZero();
        assertThat(command.out()).contains("provisioning", "3 mailboxes");
    }

    @Test
    void schedulesAreListedWithTheirNextRuns() throws IOException {
        server.on("GET /api/schedules", 200, "[" + Canned.schedule(false) + "]");
        assertThat(run("schedule")).isZero();
        assertThat(command.out().lines())
                .element(1)
                .asString()
                .containsSubsequence(
                        "acme-1", "0 9 * * MON", "2026-03-16T09:00:00Z", "1 done of 3", "3 of 9", "2", "checking");
    }

    @Test
    void aScheduleIsPausedResumedRunAndChanged() throws IOException {
        server.on("POST /api/schedules/acme-1/pause", 200, Canned.schedule(true))
                .on("POST /api/schedules/acme-1/resume", 200, Canned.schedule(false))
                .on("POST /api/schedules/acme-1/run-now", 200, Canned.schedule(false))
                .on("PUT /api/schedules/acme-1", 409, "{\"error\":\"'buy 2' is less\"}");
        assertThat(run("schedule", "acme-1", "--pause")).isZero();
        assertThat(command.out()).contains("next run  paused", "acme-1-r1 is onboarded");
        assertThat(run("schedule", "acme-1", "--resume")).isZero();
        assertThat(command.out()).contains("2026-03-16T09:00:00Z", "after it  2026-03-23T09:00:00Z");
        assertThat(run("schedule", "acme-1", "--run-now", "--json")).isZero();
        String file = file("campaign 'acme'").toString();
        assertThat(run("schedule", "acme-1", "--change", file)).isEqualTo(1);
        assertThat(command.err()).contains("'buy 2' is less");
        assertThat(run("schedule", "--pause")).isEqualTo(2);
        assertThat(run("schedule", "acme-1", "--pause", "--resume")).isEqualTo(2);
    }

    @Test
    void wordsOfOthersMoveNoCursor() {
        server.on(
                "GET /api/campaigns/acme-1",
                200,
                Canned.waiting().replace("\"problem\":null", "\"problem\":\"\\u001b[2Jgone\\nfake line\""));
        run("status", "acme-1");
        assertThat(command.out()).doesNotContain("\u001b").contains("gone fake line");
    }

    @Test
    void wordsOfTheVendorInAPlanMoveNoCursor() throws IOException {
        server.on("POST /api/plan", 202, "{\"id\":\"p1\"}")
                .on(
                        "GET /api/plan/p1",
                        200,
                        "{\"state\":\"refused\",\"errors\":[\"\\u001b[2Jshort\\u0007\",\"over budget\"]}")
                .on("POST /api/plan", 202, "{\"id\":\"p2\"}")
                .on(
                        "GET /api/plan/p2",
                        200,
                        "{\"state\":\"done\",\"plan\":"
                                + Canned.plan(Canned.HASH).replace("useacme.com", "\\u001b[1Auseacme.com")
                                + "}");
        String file = file("campaign 'acme'").toString();
        assertThat(run("plan", file)).isEqualTo(1);
        assertThat(run("plan", file)).isZero();
        assertThat(command.err().lines()).containsExactly(" [2Jshort ", "over budget");
        assertThat(command.out()).doesNotContain("\u001b").contains("[1Auseacme.com");
    }

    @Test
    void approvesExactlyThatPlan() {
        server.on("POST /api/campaigns/acme-1/approve", 200, Canned.campaign("buying", 0, 0));
        assertThat(run("approve", "acme-1", Canned.HASH)).isZero();
        assertThat(command.out()).contains("Approved: acme is buying.");
        assertThat(server.requests)
                .containsExactly("POST /api/campaigns/acme-1/approve {\"planHash\":\"" + Canned.HASH + "\"}");
    }

    @Test
    void aChangedPlanIsNotApproved() {
        server.on("POST /api/campaigns/acme-1/approve", 409, "{\"error\":\"the plan has changed; read it again\"}");
        assertThat(run("approve", "acme-1", Canned.HASH)).isEqualTo(1);
        assertThat(command.err()).isEqualToIgnoringNewLines("the plan has changed; read it again");
    }

    @Test
    void exportsToTheTerminalOrAFile() {
        server.on("GET /api/campaigns/acme-1/mailboxes", 200, "email\r\nanna@acme.com\r\n")
                .on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, "[]");
        assertThat(run("export", "acme-1")).isZero();
        assertThat(command.out()).isEqualTo("email\r\nanna@acme.com\r\n");
        Path file = folder.resolve("new/folder/acme.json");
        assertThat(run("export", "acme-1", "--format", "json", "--output", file.toString()))
                .isZero();
        assertThat(file).hasContent("[]");
    }

    @Test
    void adoptListsTheFormsThatWait() {
        server.on("GET /api/pending-forms?ignored=false", 200, Canned.FORMS);
        assertThat(run("adopt")).isZero();
        assertThat(command.out().lines().map(line -> line.replaceAll("  +", "|")))
                .containsExactly(
                        "form|order|a month|paid|type|domains|state",
                        "3f0d9a52-1|recA|$7.00|2026-05-02, 12 days ago|google|a.com b.com|open",
                        "3f0d9a52-2|recB|$16.00|2026-05-04|-|none named, 4 wanted|ours: acme-1",
                        "Fill one: " + Shell.command("adopt UUID FILE --server " + server.address()));
        assertThat(run("adopt", "--json")).isZero();
        assertThat(command.out()).endsWith(Canned.FORMS + System.lineSeparator());
    }

    @Test
    void adoptOfNothing() {
        server.on("GET /api/pending-forms?ignored=true&workspace=North%20wind", 200, "[]");
        assertThat(run("adopt", "--all", "--workspace", "North wind")).isZero();
        assertThat(command.out()).contains("No form waits");
    }

    @Test
    void adoptFollowsItsCampaignToTheEnd() throws IOException {
        server.on("POST /api/pending-forms/f1/adopt", 201, "{\"id\":\"acme-1\",\"stage\":\"checking\"}")
                .on("GET /api/about", 200, "{\"vendor\":\"simulator\"}")
                .on("GET /api/campaigns/acme-1", 200, Canned.waiting())
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3))
                .on(
                        "GET /api/campaigns/acme-1/plan",
                        200,
                        Canned.plan(Canned.HASH)
                                .replace("\"orders\"", "\"form\":{\"uuid\":\"f1\",\"order\":\"recA\"},\"orders\""))
                .on("POST /api/campaigns/acme-1/approve", 200, Canned.campaign("submitting", 2, 0))
                .on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, Canned.MAILBOXES);
        assertThat(run("adopt", "f1", file("campaign 'acme'").toString(), "--approve"))
                .isZero();
        assertThat(command.out())
                .containsSubsequence(
                        "Campaign acme-1 fills the form f1.",
                        "order recA is paid already; its form f1 is submitted, nothing is bought",
                        "approved by --approve",
                        "3 mailboxes");
        assertThat(server.requests).contains("POST /api/pending-forms/f1/adopt campaign 'acme'");
    }

    @Test
    void aFormThatIsSomebodysIsNotAdopted() throws IOException {
        server.on(
                "POST /api/pending-forms/f1/adopt",
                409,
                "{\"id\":\"acme-1\",\"error\":\"the form is adopted already\"}");
        assertThat(run("adopt", "f1", file("campaign 'acme'").toString())).isEqualTo(1);
        assertThat(command.err()).contains("the form is adopted already; look at it:", "status acme-1");
    }

    @Test
    void aFileThatBuysIsShownWhereItDoes() throws IOException {
        server.on(
                "POST /api/pending-forms/f1/adopt",
                400,
                "{\"errors\":[{\"line\":1,\"column\":1,\"message\":\"'buy' is about what is bought\"}]}");
        Path file = file("campaign 'acme'");
        assertThat(run("adopt", "f1", file.toString())).isEqualTo(1);
        assertThat(command.err()).startsWith(file + ":1:1 'buy'");
    }

    @Test
    void spendsAreReadable() {
        server.on("GET /api/campaigns/acme-1/spends?format=json", 200, Canned.SPENDS);
        assertThat(run("spends", "acme-1")).isZero();
        assertThat(command.out().lines().map(line -> line.replaceAll("  +", "|")))
                .containsExactly(
                        "when|what|order|names|tag|approved by|cost|outcome|how that is known",
                        "2026-11-24T00:30:11Z|buy domains|1|a.com b.com c.com and 1 more|-|ann|$48.00|confirmed|the vendor's"
                                + " reply",
                        "2026-11-24T00:31:00Z|create custom order|1|a.com|q1-abc|ann|$7.00|unknown, needs a person|no order"
                                + " with tag q1-abc is listed",
                        "2026-11-24T00:29:00Z|create custom order|1|a.com|q1-abd|ann|$0.00|voided|bob: a person says it did"
                                + " not happen",
                        "$48.00 charged, $7.00 reserved for calls whose outcome is not known");
    }

    @Test
    void spendsOfNothing() {
        server.on(
                "GET /api/campaigns/acme-1/spends?format=json",
                200,
                "{\"campaign\":\"acme-1\",\"charged\":0,\"open\":0,\"spends\":[]}");
        assertThat(run("spends", "acme-1")).isZero();
        assertThat(command.out()).contains("Nothing was sent");
    }

    @Test
    void spendsAsTheApiHasThem() {
        server.on("GET /api/campaigns/acme-1/spends?format=json", 200, Canned.SPENDS)
                .on("GET /api/campaigns/acme-1/spends?format=csv", 200, "row,receipt\r\ncall,1\r\n");
        assertThat(run("spends", "acme-1", "--json")).isZero();
        assertThat(command.out()).isEqualToIgnoringNewLines(Canned.SPENDS);
        assertThat(run("spends", "acme-1", "--csv")).isZero();
        assertThat(command.out()).endsWith("row,receipt\r\ncall,1\r\n");
    }

    @Test
    void spendsOfNoCampaign() {
        server.on("GET /api/campaigns/x/spends?format=json", 404, "{\"error\":\"there is no campaign x\"}");
        assertThat(run("spends", "x")).isEqualTo(1);
        assertThat(command.err()).contains("there is no campaign x");
    }

    @Test
    void anUnknownFormatIsRefused() {
        server.on("GET /api/campaigns/acme-1/mailboxes?format=xml", 400, "{\"error\":\"there is no such format\"}");
        assertThat(run("export", "acme-1", "--format", "xml")).isEqualTo(1);
        assertThat(command.err()).contains("no such format");
    }

    @Test
    void asksForWhatIsApprovedAfterwards() {
        String asked = "{\"id\":\"a.1\",\"stage\":\"checking\"}";
        server.on("POST /api/domains/burned.com/replace", 201, asked)
                .on("POST /api/domains/burned.com/redirect", 201, asked)
                .on("POST /api/orders/cancel", 201, asked);
        assertThat(run("replace", "burned.com", "--with", "new.com", "--hosting", "login", "--reason", "listed"))
                .isZero();
        assertThat(command.out()).contains("Asked for, as a.1", "requests a.1 --server");
        assertThat(run("redirect", "burned.com", "")).isZero();
        assertThat(run("cancel-order", "acme-1/1", "--json")).isZero();
        assertThat(command.out().lines()).last().isEqualTo(asked);
        assertThat(server.requests)
                .containsExactly(
                        "POST /api/domains/burned.com/replace"
                                + " {\"with\":\"new.com\",\"hosting\":\"login\",\"reason\":\"listed\"}",
                        "POST /api/domains/burned.com/redirect {\"redirect\":\"\"}",
                        "POST /api/orders/cancel {\"order\":\"acme-1/1\"}");
    }

    @Test
    void whatIsOpenAlreadyIsRefusedWithItsId() {
        server.on("POST /api/domains/burned.com/replace", 409, "{\"id\":\"a.1\",\"error\":\"a.1 is open already\"}");
        assertThat(run("replace", "burned.com", "--json")).isEqualTo(1);
        assertThat(command.err()).contains("a.1 is open already");
        assertThat(command.out()).contains("\"id\":\"a.1\"");
    }

    @Test
    void requestsAreListedAndOneSaysHowToApproveIt() {
        server.on("GET /api/requests", 200, "[" + Canned.REQUEST + "]")
                .on("GET /api/requests/a.1", 200, Canned.REQUEST);
        assertThat(run("requests")).isZero();
        assertThat(command.out().lines())
                .element(1)
                .asString()
                .containsSubsequence("a.1", "replace-domain", "burned.com", "awaiting-approval", "approvePlan");
        assertThat(run("requests", "a.1")).isZero();
        assertThat(command.out())
                .contains("must warm up again", "Approve this plan? (approve, change, reject)")
                .contains("approve a.1 " + Canned.HASH);
    }

    @Test
    void approvesARequestToo() {
        server.on("POST /api/campaigns/a.1/approve", 404, "{\"error\":\"there is no campaign a.1\"}")
                .on("POST /api/requests/a.1/approve", 200, Canned.REQUEST.replace("awaiting-approval", "asking"));
        assertThat(run("approve", "a.1", Canned.HASH)).isZero();
        assertThat(command.out()).contains("Approved: a.1 is asking.");
    }

    @Test
    void statusSaysWhatWasChanged() {
        server.on(
                "GET /api/campaigns/acme-1",
                200,
                Canned.campaign("onboarded", 2, 3)
                        .replace(
                                "\"problem\":null",
                                "\"problem\":null,\"changes\":[{\"domain\":\"new.com\",\"replaces\":\"burned.com\","
                                        + "\"since\":\"2026-11-26T10:00:00Z\",\"request\":\"a.1\"}]"));
        assertThat(run("status", "acme-1")).isZero();
        assertThat(command.out()).contains("new.com replaces burned.com since 2026-11-26T10:00:00Z (a.1)");
    }

    @Test
    void approvingGoesAlongWhenAsked() {
        server.on("POST /api/campaigns/acme-1/approve", 200, Canned.campaign("buying", 0, 0))
                .on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3))
                .on("GET /api/campaigns/acme-1/plan", 200, Canned.plan(Canned.HASH))
                .on("GET /api/campaigns/acme-1/mailboxes?format=json", 200, Canned.MAILBOXES);
        assertThat(run("approve", "acme-1", Canned.HASH, "--follow")).isZero();
        assertThat(command.out()).contains("Approved: acme is buying.", "3 mailboxes");
    }

    @Test
    void onATerminalThePlanIsWaitedForInOneLine() throws IOException {
        server.on("POST /api/plan", 202, "{\"id\":\"p1\"}")
                .on("GET /api/plan/p1", 200, "{\"state\":\"searching\",\"step\":\"asking for the workspace\"}")
                .on("GET /api/plan/p1", 200, "{\"state\":\"done\",\"plan\":" + Canned.plan(Canned.HASH) + "}");
        command.onTerminal().with("NO_COLOR", "");
        assertThat(run("plan", file("campaign 'acme'").toString())).isZero();
        assertThat(command.out())
                .contains("\r\u001b[2Kasking for the workspace  0s  ")
                .doesNotContain("of at most 0 names")
                .contains("\u001b[?7hPlan of acme");
    }

    @Test
    void whatIsListedNowhereSaysWhichCommandLists() {
        server.on("GET /api/campaigns/x", 404, "{\"error\":\"there is no campaign x; GET /api/campaigns lists them\"}");
        assertThat(run("status", "x", "--json")).isEqualTo(1);
        assertThat(command.err()).isEqualToIgnoringNewLines("there is no campaign x; 'status' lists them");
        assertThat(command.out()).contains("GET /api/campaigns lists them");
    }

    @Test
    void statusSaysWhatToDoNext() {
        server.on("GET /api/campaigns/acme-1", 200, Canned.campaign("onboarded", 2, 3))
                .on("GET /api/campaigns/b", 200, Canned.campaign("buying", 2, 3));
        run("status", "acme-1");
        run("status", "b");
        assertThat(command.out())
                .contains("Its mailboxes: " + Shell.command("export acme-1 "))
                .contains("Go along with it: " + Shell.command("status acme-1 --follow "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status a b",
                "frobnicate",
                "preview",
                "preview a b",
                "preview --watch -",
                "start",
                "start a b",
                "adopt f1",
                "adopt --approve",
                "adopt f1 nofile.groovy --all",
                "approve acme-1",
                "spends",
                "spends acme-1 --csv --json",
                "replace",
                "replace burned.com --hosting login",
                "redirect burned.com",
                "cancel-order",
                "requests a b",
                "status --nonsense",
                "status --follow",
                "status --page 0",
                "status acme-1 --page 2",
                "status --server nonsense",
                "status --server http://198.51.100.7",
                "status --user ann",
                "status --server http://ann:secret@127.0.0.1",
                "tasks t1 approve more",
                "tasks --comment x",
                "tasks --page 0",
                "tasks t1 --page 2",
                "export acme-1 --json --format csv",
                "completion",
                "completion tcsh",
                "help nothing",
                "simulator --prot=9"
            })
    void wrongUseIsTwo(String words) {
        assertThat(command.run(words.split(" "))).isEqualTo(2);
        assertThat(command.err()).isNotBlank().doesNotContain("secret");
        assertThat(command.out().isEmpty()).isNotEqualTo(words.contains("--json"));
    }

    @Test
    void aSimulatorThatDoesNotStartSaysWhyInASentence() {
        List<String> settings = new ArrayList<>();
        command.simulating(given -> {
            settings.addAll(List.of(given));
            throw new IllegalStateException("Failed to start bean", new BindException("Address already in use"));
        });
        assertThat(command.run("simulator", "--server.port=8080")).isEqualTo(1);
        assertThat(command.err())
                .isEqualToIgnoringNewLines("the simulator does not start: its port is taken; choose another:"
                        + " SERVER_PORT=9090 " + Shell.command("simulator"));
        assertThat(settings).containsExactly("--server.port=8080", "--logging.threshold.console=off");
    }

    @Test
    void aMisspeltCommandOrOptionIsGuessed() {
        assertThat(command.run("strat", "acme.groovy")).isEqualTo(2);
        assertThat(command.err()).startsWith("there is no command 'strat'; did you mean 'start'?");
        CommandRun option = new CommandRun();
        assertThat(option.run("export", "acme-1", "--fromat=csv")).isEqualTo(2);
        assertThat(option.err().lines())
                .containsExactly(
                        "there is no option '--fromat=csv' of 'export'; did you mean '--format'?",
                        "Usage: "
                                + Shell.command("export [-h] [--json] [--passwords] [--format=FORMAT] [--output=FILE]"
                                        + " [--server=URL] [--user=NAME] ID"),
                        "More:  " + Shell.command("help export"));
    }

    @Test
    void everyRefusalIsOneDocumentWhereJsonIsAskedFor() throws IOException {
        for (String words : new String[] {
            "strat --json",
            "start --json",
            "status --json --server nonsense",
            "status --json --server http://127.0.0.1:9"
        }) {
            CommandRun refused = new CommandRun();
            assertThat(refused.run(words.split(" "))).isPositive();
            String error = Api.JSON.readTree(refused.out()).path("error").asText();
            assertThat(error).isNotBlank();
            assertThat(refused.err()).startsWith(error);
        }
    }

    private int run(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--server";
        all[words.length + 1] = server.address().toString();
        return command.run(all);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("acme.groovy"), text);
    }
}
