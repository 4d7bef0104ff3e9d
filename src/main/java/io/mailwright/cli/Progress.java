package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A campaign's way as lines: one per stage, task and problem; on a terminal also one that is written over in place and says
 * what it waits for.
 */
final class Progress {
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

    private final LiveLine live;
    private final Ink ink;
    private final ServerOptions options;
    private final Set<String> tasks = new HashSet<>();
    private String stage = "";
    private String problem;
    private String counts = "";
    private long printed = System.nanoTime();

    Progress(LiveLine live, ServerOptions options) {
        this.live = live;
        this.ink = live.ink();
        this.options = options;
    }

    void show(CampaignView campaign) {
        String now = counts(campaign);
        boolean moved = !ink.terminal() && !now.equals(counts) && System.nanoTime() - printed > QUIET_NANOS;
        if (!campaign.stage().equals(stage) || moved) {
            live.stay(ink.bold("%-18s".formatted(campaign.stage())) + now);
            stage = campaign.stage();
            counts = now;
            printed = System.nanoTime();
        }
        if (!Objects.equals(campaign.problem(), problem)) {
            problem = campaign.problem();
            live.stay(problem == null ? "  mended" : ink.red("  problem: ") + Plain.text(problem));
        }
        campaign.tasks().stream().filter(task -> tasks.add(task.id())).forEach(this::ask);
        if (Stage.of(campaign.stage()).ended()) return;
        live.show(bar(campaign.stage()) + " " + ink.bold(stage) + " " + live.elapsed() + "  " + now + "  "
                + ink.dim("waits for " + awaited(campaign)));
    }

    /** How a plan is approved is said below it. */
    private void ask(CampaignView.Task task) {
        live.stay(ink.yellow("  waits for you: ")
                + Plain.text(task.question() + " (" + String.join(", ", task.decisions()) + ")"
                        + (task.due() == null ? "" : ", until " + task.due())));
        if (!task.key().equals("approvePlan")) {
            live.stay("  look at it, and how to answer: " + Shell.command("tasks " + task.id() + options.again()));
        }
    }

    private static String awaited(CampaignView campaign) {
        if (!campaign.tasks().isEmpty()) return "you";
        if (campaign.problem() != null) return "this: " + Plain.text(campaign.problem());
        return switch (Stage.of(campaign.stage())) {
            case CHECKING -> campaign.schedule() == null ? "the vendor's facts" : "the next run";
            case SEARCHING -> "names that can be had";
            case AWAITING_APPROVAL -> "an approval";
            case BUYING -> "the purchase";
            case REGISTERING -> "the registry";
            case ORDERING -> "the orders to be placed";
            case AWAITING_PAYMENT -> "the payment";
            case SUBMITTING -> "the names to be submitted";
            case PROVISIONING -> "the vendor to set up mailboxes";
            default -> "nothing";
        };
    }

    private static String counts(CampaignView campaign) {
        return "domains %d/%d  orders %d/%d  mailboxes %d/%d"
                .formatted(
                        campaign.domains().bought(),
                        campaign.domains().wanted(),
                        campaign.orders().placed(),
                        campaign.orders().wanted(),
                        campaign.mailboxes().ready(),
                        campaign.mailboxes().expected());
    }

    private static String bar(String stage) {
        int all = Stage.ONBOARDED.ordinal();
        int done = Math.min(Stage.of(stage).ordinal(), all);
        return "[" + "#".repeat(done) + "-".repeat(all - done) + "]";
    }
}
