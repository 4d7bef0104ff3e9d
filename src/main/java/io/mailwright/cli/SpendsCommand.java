package io.mailwright.cli;

import io.mailwright.onboarding.SpendsView;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "spends",
        header = "Show what a campaign spent, call by call.",
        description = "Who approved it, what was sent, what it cost and how that is known. As CSV or JSON it also holds"
                + " the requests, without secrets, and the vendor's replies.",
        footer = {
            "",
            "Examples:",
            "  ${ROOT-COMMAND-NAME} spends acme-x7k2pq",
            "  ${ROOT-COMMAND-NAME} spends acme-x7k2pq --csv > acme-spends.csv"
        })
final class SpendsCommand extends ServerCommand {
    private static final int NAMES_SHOWN = 3;

    @Parameters(paramLabel = "ID", description = "The campaign's id.")
    String id;

    @Option(names = "--csv", description = "As CSV: one row a call, and one for each correction of its amount.")
    boolean csv;

    SpendsCommand(Shell shell, OwnServer.Starter starter) {
        super(shell, starter);
    }

    @Override
    void prepare() {
        if (csv && options.json) throw new Misuse("--csv and --json can't be had together; choose one");
    }

    @Override
    int run(Connection connection) {
        String path = "/api/campaigns/" + Api.segment(id) + "/spends?format=" + (csv ? "csv" : "json");
        Api.Answer answer = connection.api().get(path);
        if (csv) shell.out().print(answer.body());
        else if (options.json) shell.out().println(answer.body());
        else show(answer.as(SpendsView.class));
        shell.out().flush();
        return 0;
    }

    private void show(SpendsView spends) {
        if (spends.spends().isEmpty()) {
            shell.out().println("Nothing was sent to the vendor yet.");
            return;
        }
        Table table = new Table()
                .row("when", "what", "order", "names", "tag", "approved by", "cost", "outcome", "how that is known");
        for (SpendsView.Spend spend : spends.spends())
            table.row(
                    spend.claimedAt().toString().replaceFirst("\\.\\d+", ""),
                    spend.kind().toLowerCase(Locale.ROOT).replace('_', ' '),
                    spend.order(),
                    names(spend.names()),
                    spend.tag(),
                    spend.approvedBy(),
                    PlanSheet.dollars(spend.open().signum() > 0 ? spend.open() : spend.charged()),
                    spend.state() + (spend.needsPerson() ? ", needs a person" : ""),
                    known(spend));
        table.lines().forEach(shell.out()::println);
        shell.out()
                .println(PlanSheet.dollars(spends.charged()) + " charged"
                        + (spends.open().signum() == 0
                                ? ""
                                : ", " + PlanSheet.dollars(spends.open())
                                        + " reserved for calls whose outcome is not known"));
    }

    private static String names(List<String> names) {
        return String.join(" ", names.subList(0, Math.min(NAMES_SHOWN, names.size())))
                + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
    }

    private static String known(SpendsView.Spend spend) {
        if (spend.settledBy() != null) return spend.settledBy() + ": " + spend.settledHow();
        return switch (spend.state()) {
            case "claimed", "sent" -> "under way";
            case "unknown" -> spend.vendorShows();
            default -> "the vendor's reply";
        };
    }
}
