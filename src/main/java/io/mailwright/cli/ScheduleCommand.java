package io.mailwright.cli;

import io.mailwright.onboarding.ScheduleView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "schedule",
        header = "Show schedules; pause, resume, run or change one.",
        description = "A campaign file with a 'schedule' line is carried out run by run; 'start' begins it.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} schedule",
            "  ${ROOT-COMMAND-NAME} schedule acme-x7k2pq --pause",
            "  ${ROOT-COMMAND-NAME} schedule acme-x7k2pq --change acme.groovy"
        })
final class ScheduleCommand extends ServerCommand {
    @Parameters(arity = "0..1", paramLabel = "ID", description = "The campaign's id; without it, all schedules.")
    String id;

    @ArgGroup
    Change change = new Change();

    /** One at a time. */
    static final class Change {
        @Option(names = "--pause", description = "Begin no run until it is resumed; one under way goes on.")
        boolean pause;

        @Option(names = "--resume", description = "Go on; runs that were due meanwhile are made up for by one.")
        boolean resume;

        @Option(names = "--run-now", description = "Begin a run at once, besides the schedule's own times.")
        boolean runNow;

        @Option(names = "--change", paramLabel = "FILE", description = "Another file for the runs not begun.")
        Path file;

        boolean any() {
            return pause || resume || runNow || file != null;
        }
    }

    private String text;

    ScheduleCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (id == null && change.any()) {
            throw new Misuse("that needs the ID of a campaign; 'schedule' lists them");
        }
        if (change.file != null) {
            text = FileText.read(change.file);
        }
    }

    @Override
    int run(Connection connection) {
        Api.Answer answer = answer(connection.api());
        if (options.json) {
            shell.out().println(answer.body());
        } else if (id == null) {
            all(answer.as(ScheduleView[].class));
        } else {
            one(answer.as(ScheduleView.class));
        }
        return 0;
    }

    private Api.Answer answer(Api api) {
        String path = "/api/schedules" + (id == null ? "" : "/" + Api.segment(id));
        if (change.pause) return api.post(path + "/pause");
        if (change.resume) return api.post(path + "/resume");
        if (change.runNow) return api.post(path + "/run-now");
        if (change.file == null) return api.get(path);
        try {
            return api.putFile(path, text);
        } catch (Refusal refusal) {
            throw refusal.in(change.file, text, shell);
        }
    }

    private void all(ScheduleView[] schedules) {
        if (schedules.length == 0) {
            shell.out().println("No schedule yet. Start a file with a 'schedule' line: " + Shell.command("start FILE"));
            return;
        }
        Table table = new Table().row("id", "schedule", "next run", "runs", "domains", "missed", "stage");
        for (ScheduleView s : schedules) {
            table.row(s.id(), s.when(), next(s), runs(s), domains(s), s.missed(), s.stage());
        }
        table.lines().forEach(shell.out()::println);
        shell.out().println("Look at one, or change it: " + Shell.command("schedule ID" + options.again()));
    }

    private void one(ScheduleView s) {
        Table table = new Table()
                .row("campaign", s.name())
                .row("id", s.id())
                .row("schedule", s.when() + ", " + s.zone() + ", " + s.perRun() + " a run")
                .row("next run", next(s))
                .row(
                        "after it",
                        s.upcoming().stream().skip(1).map(Instant::toString).collect(Collectors.joining(", ")))
                .row("runs", runs(s))
                .row("domains", domains(s) + " taken by runs")
                .row("missed", s.missed())
                .row("stage", s.stage());
        s.campaigns().forEach(run -> table.row("run", run.id() + " is " + run.stage()));
        if (s.problem() != null) {
            table.row("problem", s.problem());
        }
        s.tasks().forEach(t -> table.row("waits for", t.question()));
        table.lines().forEach(shell.out()::println);
    }

    private static Object next(ScheduleView s) {
        return s.paused() ? "paused" : s.next();
    }

    private static String runs(ScheduleView s) {
        return s.runs().done() + " done of " + s.runs().wanted();
    }

    private static String domains(ScheduleView s) {
        return s.domains().taken() + " of " + s.domains().wanted();
    }
}
