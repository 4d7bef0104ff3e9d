package io.mailwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        header = "Price a campaign file; spends and starts nothing.",
        description =
                "Searches names, reads prices, and prints the plan that 'start' would ask to approve, with its hash. Its last"
                        + " line is the command that starts exactly this plan.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} plan acme.groovy",
            "  ${ROOT-COMMAND-NAME} plan acme.groovy --json"
        })
final class PlanCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", description = "A campaign file, or - for standard input.")
    Path file;

    private String text;

    PlanCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        text = FileText.read(file);
    }

    @Override
    int run(Connection connection) {
        Api api = connection.api();
        Api.Answer answer = done(api, ask(api));
        JsonNode request = answer.json();
        if (!request.path("state").asText().equals("done")) {
            StringBuilder why = new StringBuilder();
            request.path("errors")
                    .forEach(e -> why.append(why.isEmpty() ? "" : "\n").append(e.asText()));
            throw new Failure(why.isEmpty() ? "the plan was refused" : why.toString(), answer.body());
        }
        if (options.json) {
            shell.out().println(answer.body());
            return 0;
        }
        PlanSheet plan = new Api.Answer(200, request.path("plan").toString()).as(PlanSheet.class);
        plan.lines().forEach(shell.out()::println);
        if (FileText.isStandardInput(file)) return 0;
        shell.out()
                .println("Start it: "
                        + Shell.command(
                                "start " + Shell.word(file) + " --approve " + plan.planHash() + options.again()));
        return 0;
    }

    private String ask(Api api) {
        try {
            return api.postFile("/api/plan", text).json().path("id").asText();
        } catch (Refusal refusal) {
            throw refusal.in(file, text, shell);
        }
    }

    private Api.Answer done(Api api, String id) {
        LiveLine live = LiveLine.of(shell, options);
        List<String> interrupted = List.of("No plan was made; nothing was started, and nothing is spent.");
        try (Interruption interruption = new Interruption(live, interrupted)) {
            return done(api, id, live, interruption);
        }
    }

    private static Api.Answer done(Api api, String id, LiveLine live, Interruption interruption) {
        String last = "";
        while (true) {
            Api.Answer answer = look(api, id, interruption);
            JsonNode request = answer.json();
            String state = request.path("state").asText();
            if (state.equals("done") || state.equals("refused")) {
                live.end();
                return answer;
            }
            String step = step(request);
            if (!live.ink().terminal() && !step.equals(last)) {
                live.stay(step);
                last = step;
            }
            live.show(step + "  " + live.elapsed() + "  " + live.ink().dim("waits for the vendor"));
            Pause.millis(300);
        }
    }

    private static Api.Answer look(Api api, String id, Interruption interruption) {
        try {
            return api.get("/api/plan/" + Api.segment(id));
        } catch (Failure e) {
            interruption.holdWhenEnding();
            throw e;
        }
    }

    private static String step(JsonNode request) {
        String step = Plain.text(request.path("step").asText(""));
        int candidates = request.path("candidates").asInt();
        return candidates == 0
                ? step
                : step + ", " + request.path("asked").asInt() + " of at most " + candidates + " names asked";
    }
}
