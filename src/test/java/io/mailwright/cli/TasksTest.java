package io.mailwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TasksTest {
    private final FakeServer server = new FakeServer();
    private final CommandRun command = new CommandRun();

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void whatWaitsIsListedAsTheServerOrdersIt() {
        server.on("GET /api/tasks?page=0&size=50", 200, "{\"tasks\":[" + Canned.task("") + "],\"total\":1}");
        assertThat(run("tasks")).isZero();
        assertThat(command.out().lines().map(line -> line.replaceAll("  +", "|")))
                .containsExactly(
                        "id|question|campaign|decisions|until",
                        "t7|The order is unpaid. What now?|acme-1|retry, cancel|2026-11-26T00:30:11Z, overdue",
                        "Look at one: " + Shell.command("tasks ID --server " + server.address()));
    }

    @Test
    void moreThanAPageSaysHowToGoOn() {
        server.on("GET /api/tasks?page=1&size=50", 200, "{\"tasks\":[" + Canned.task("") + "],\"total\":120}");
        assertThat(run("tasks", "--page", "2")).isZero();
        assertThat(command.out()).contains("51 to 51 of 120", "tasks --page 3");
    }

    @Test
    void nothingWaits() {
        server.on("GET /api/tasks?page=0&size=50", 200, "{\"tasks\":[],\"total\":0}");
        assertThat(run("tasks")).isZero();
        assertThat(command.out()).contains("Nothing waits for anybody.");
    }

    @Test
    void oneIsShownWithItsFactsAndHowToAnswer() {
        server.on("GET /api/tasks/t7", 200, Canned.task(Canned.FACTS));
        assertThat(run("tasks", "t7")).isZero();
        String again = " --server " + server.address();
        assertThat(command.out().lines())
                .containsExactly(
                        "question  The order is unpaid. What now?",
                        "campaign  acme-1 (acme)",
                        "asked     2026-11-24T00:30:11Z",
                        "until     2026-11-26T00:30:11Z, overdue",
                        "answers   operators",
                        "order        acme-1/1",
                        "amount owed  7.5",
                        "domains",
                        "  domain        mailboxes",
                        "  a.com         2",
                        "  小龙.example  3",
                        "names",
                        "  a.com",
                        "   [2Jb.com",
                        "Answer it by one of:",
                        "  " + Shell.command("tasks t7 retry" + again),
                        "  " + Shell.command("tasks t7 cancel" + again));
    }

    @Test
    void oneIsAnswered() {
        server.on("POST /api/tasks/t7", 200, "{\"id\":\"t7\",\"decision\":\"retry\",\"campaign\":\"acme-1\"}");
        assertThat(run("tasks", "t7", "retry", "--comment", "paid now", "--reference", "inv-1"))
                .isZero();
        assertThat(server.requests)
                .containsExactly(
                        "POST /api/tasks/t7 {\"decision\":\"retry\",\"comment\":\"paid now\",\"reference\":\"inv-1\"}");
        assertThat(command.out()).contains("Answered: retry.", "status acme-1 --follow");
    }

    @Test
    void whoComesSecondIsToldSo() {
        server.on("POST /api/tasks/t7", 409, "{\"error\":\"it was decided meanwhile\"}");
        assertThat(run("tasks", "t7", "retry")).isEqualTo(1);
        assertThat(command.err()).isEqualToIgnoringNewLines("it was decided meanwhile");
    }

    @Test
    void asJsonItIsWhatTheServerSays() {
        String one = Canned.task(Canned.FACTS);
        server.on("GET /api/tasks?page=0&size=50", 200, "{\"tasks\":[],\"total\":0}")
                .on("GET /api/tasks/t7", 200, one)
                .on("POST /api/tasks/t7", 403, "{\"error\":\"it needs the group approvers\"}");
        assertThat(run("tasks", "--json")).isZero();
        assertThat(run("tasks", "t7", "--json")).isZero();
        assertThat(run("tasks", "t7", "retry", "--json")).isEqualTo(1);
        assertThat(command.out())
                .isEqualToIgnoringNewLines(
                        "{\"tasks\":[],\"total\":0}" + one + "{\"error\":\"it needs the group approvers\"}");
    }

    private int run(String... words) {
        String[] all = Arrays.copyOf(words, words.length + 2);
        all[words.length] = "--server";
        all[words.length + 1] = server.address().toString();
        return command.run(all);
    }
}
