package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.PendingForms.PendingForm;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "adopt",
        header = "Fill the form of an order that was paid in the vendor's web app.",
        description = {
            "Without arguments it lists the forms that wait. With a form's UUID and a FILE it makes a campaign of both, prints"
                    + " its plan and, once that is approved, submits the form and goes along to the mailboxes. Nothing is"
                    + " bought. FILE is a recipe (people, patterns, redirect), or names the form's domains by own."
        },
        exitCodeList = {
            "0:listed, or onboarded",
            "1:refused, ended otherwise, or waiting for a person while nobody is at the terminal",
            "2:used wrongly"
        },
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} adopt",
            "  ${ROOT-COMMAND-NAME} adopt 3f0d9a52-... dsl-examples/recipe.groovy \\",
            "      --approve --output adopted.csv"
        })
final class AdoptCommand extends ServerCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "UUID", description = "The form's, as the list shows it.")
    String uuid;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "A campaign file that buys nothing; dsl-examples/recipe.groovy is one.")
    Path file;

    @Option(
            names = "--approve",
            arity = "0..1",
            fallbackValue = "",
            parameterConsumer = HashIfThere.class,
            paramLabel = "HASH",
            description = "Approve the plan once it is printed. With a real vendor this takes the plan's HASH.")
    String approve;

    @Option(names = "--all", description = "List the forms too that somebody said to ignore.")
    boolean all;

    @Option(names = "--workspace", paramLabel = "NAME", description = "List those of another workspace.")
    String workspace;

    @Option(names = "--output", paramLabel = "CSV", description = "Write the mailboxes to this file at the end.")
    Path output;

    private String text;

    AdoptCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (uuid == null) {
            if (approve != null || output != null)
                throw new Misuse(
                        "--approve and --output go with a form's UUID and a FILE; 'adopt' alone lists the forms");
            return;
        }
        if (file == null)
            throw new Misuse("'adopt' takes a form's UUID and a FILE, or nothing: then it lists the forms that wait");
        if (all || workspace != null)
            throw new Misuse("--all and --workspace go with the list; a FILE names its workspace itself");
        text = FileText.read(file);
    }

    @Override
    int run(Connection connection) {
        Api api = connection.api();
        if (uuid == null) return list(api);
        String id = adopt(api);
        if (!options.json) shell.out().println(Plain.text("Campaign " + id + " fills the form " + uuid + "."));
        CampaignView ended = new Follow(connection, shell, options, Approval.of(approve)).untilEnded(id);
        return new Outcome(connection, shell, options).of(ended, output);
    }

    private String adopt(Api api) {
        try {
            return api.postFile("/api/pending-forms/" + Api.segment(uuid) + "/adopt", text)
                    .json()
                    .path("id")
                    .asText();
        } catch (Refusal refusal) {
            if (refusal.id() == null) throw refusal.in(file, text, shell);
            throw new Failure(
                    refusal.getMessage() + "; look at it: " + Shell.command("status " + refusal.id() + options.again()),
                    refusal.json());
        }
    }

    private int list(Api api) {
        Api.Answer answer = api.get("/api/pending-forms?ignored=" + all
                + (workspace == null ? "" : "&workspace=" + Api.segment(workspace)));
        if (options.json) {
            shell.out().println(answer.body());
            return 0;
        }
        PendingForm[] forms = answer.as(PendingForm[].class);
        if (forms.length == 0) {
            shell.out().println("No form waits: every order that is paid has its names.");
            return 0;
        }
        Table table = new Table().row("form", "order", "a month", "paid", "type", "domains", "state");
        for (PendingForm form : forms)
            table.row(
                    form.uuid(),
                    form.order(),
                    PlanSheet.dollars(form.amount()),
                    form.created() + (form.daysWaiting() == null ? "" : ", " + form.daysWaiting() + " days ago"),
                    form.type(),
                    form.names().isEmpty()
                            ? "none named" + (form.wanted() == null ? "" : ", " + form.wanted() + " wanted")
                            : String.join(" ", form.names()),
                    form.campaign() == null ? form.state() : form.state() + ": " + form.campaign());
        table.lines().forEach(shell.out()::println);
        shell.out().println("Fill one: " + Shell.command("adopt UUID FILE" + options.again()));
        return 0;
    }
}
