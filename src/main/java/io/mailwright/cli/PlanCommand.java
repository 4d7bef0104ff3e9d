package io.mailwright.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        header = "Price a campaign file; spends and starts nothing.",
        description =
                "Searches names, reads prices, and prints the plan that 'start' would ask to approve, with its hash.")
final class PlanCommand extends ServerCommand {
    @Parameters(paramLabel = "FILE", description = "A campaign file.")
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
        shell.out()
                .println("Start it: " + Shell.command("start " + file + " --approve " + plan.planHash())
                        + options.again());
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
        PrintWriter notes = options.json ? shell.err() : shell.out();
        String last = "";
        while (true) {
            Api.Answer answer = api.get("/api/plan/" + Api.segment(id));
            JsonNode request = answer.json();
            String state = request.path("state").asText();
            if (state.equals("done") || state.equals("refused")) {
                return answer;
            }
            String step = Plain.text(request.path("step").asText("")) + ", "
                    + request.path("asked").asInt() + " of at most "
                    + request.path("candidates").asInt() + " names asked";
            if (!step.equals(last)) {
                notes.println(step);
                last = step;
            }
            Pause.millis(300);
        }
    }
}
