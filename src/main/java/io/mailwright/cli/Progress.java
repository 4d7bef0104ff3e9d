package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Stage;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A campaign's way as lines: one per stage, task and problem; on a terminal also one that is written over in place.
 */
final class Progress {
    private static final String OVERWRITE = "\r\u001b[2K";
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

    private final PrintWriter out;
    private final boolean terminal;
    private final long started = System.nanoTime();
    private final Set<String> tasks = new HashSet<>();
    private String stage = "";
    private String problem;
    private String counts = "";
    private long printed = started;

    Progress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(CampaignView campaign) {
        String now = counts(campaign);
        boolean moved = !terminal && !now.equals(counts) && System.nanoTime() - printed > QUIET_NANOS;
        if (!campaign.stage().equals(stage) || moved) {
            line("%-18s%s".formatted(campaign.stage(), now));
            stage = campaign.stage();
            counts = now;
            printed = System.nanoTime();
        }
        if (!Objects.equals(campaign.problem(), problem)) {
            problem = campaign.problem();
            line(problem == null ? "  mended" : "  problem: " + Plain.text(problem));
        }
        for (CampaignView.Task task : campaign.tasks()) {
            if (tasks.add(task.id())) {
                line("  waits for you: " + Plain.text(task.question()) + " (" + String.join(", ", task.decisions())
                        + ")" + (task.due() == null ? "" : ", until " + task.due()));
            }
        }
        if (terminal) {
            out.print(OVERWRITE + "%s %s %s %ds".formatted(bar(campaign.stage()), stage, now, seconds()));
            out.flush();
        }
    }

    /** A line that stays. */
    void line(String text) {
        out.println(terminal ? OVERWRITE + text : text);
    }

    /** The line in place goes away. */
    void end() {
        if (terminal) {
            out.print(OVERWRITE);
            out.flush();
        }
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

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - started).toSeconds();
    }
}
