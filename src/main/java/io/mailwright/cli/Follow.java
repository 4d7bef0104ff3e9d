package io.mailwright.cli;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Stage;
import java.time.Duration;
import java.util.List;

/** Goes along with a campaign until it ends, or until only a person can go on and nobody looks. */
final class Follow {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final Duration PATIENCE_WITH_TASK = Duration.ofMinutes(1);
    private static final Duration PATIENCE_WITH_PROBLEM = Duration.ofMinutes(10);

    private final Connection connection;
    private final Api api;
    private final Shell shell;
    private final ServerOptions options;
    private final Approval approval;
    private final LiveLine live;
    private final Progress progress;
    private final long started = System.nanoTime();
    private String shownHash;
    private String answeredTask;
    private String seen = "";
    private long moved = started;
    private long heard = started;

    Follow(Connection connection, Shell shell, ServerOptions options, Approval approval) {
        this.connection = connection;
        this.api = connection.api();
        this.shell = shell;
        this.options = options;
        this.approval = approval;
        this.live = LiveLine.of(shell, options);
        this.progress = new Progress(live, options);
    }

    /**
     * The campaign as it ended, or as it stands when nobody here can go on.
     *
     * @throws Failure when the server is gone for long
     */
    CampaignView untilEnded(String id) {
        try (Interruption interruption = Interruption.of(id, connection, options, live)) {
            while (true) {
                CampaignView campaign = look(id, interruption);
                if (campaign != null) {
                    progress.show(campaign);
                    if (Stage.of(campaign.stage()).ended() || !mayGoOn(campaign)) {
                        live.end();
                        return campaign;
                    }
                }
                Pause.millis(since(started).toMinutes() < 1 ? 250 : 2_000);
            }
        }
    }

    private CampaignView look(String id, Interruption interruption) {
        try {
            CampaignView campaign = api.campaign(id);
            heard = System.nanoTime();
            return campaign;
        } catch (Failure e) {
            interruption.holdWhenEnding();
            if (!e.mayPass()) {
                throw e;
            }
            if (since(heard).compareTo(SILENCE) > 0) {
                throw new Failure("the server has stopped answering; campaign " + id
                        + " is safe, and goes on when a server runs again: "
                        + Shell.command("status " + id + options.again()));
            }
            return null;
        }
    }

    private boolean mayGoOn(CampaignView campaign) {
        String hash = campaign.planHash();
        String task = approvalTask(campaign);
        boolean planned = task != null || Stage.of(campaign.stage()).ordinal() > Stage.SEARCHING.ordinal();
        if (planned && hash != null && !hash.equals(shownHash)) {
            PlanSheet.of(api, campaign.id()).lines().forEach(live::stay);
            shownHash = hash;
        }
        if (hash != null && task != null && !task.equals(answeredTask)) {
            answeredTask = task;
            if (approval.wanted() && approval.covers(hash, api.simulated())) {
                approve(campaign);
                return true;
            }
            howToApprove(campaign).forEach(live::stay);
            return !approval.wanted() && shell.terminal();
        }
        return shell.terminal() || !stuck(campaign);
    }

    private static String approvalTask(CampaignView campaign) {
        return campaign.tasks().stream()
                .filter(t -> t.key().equals("approvePlan"))
                .map(CampaignView.Task::id)
                .findFirst()
                .orElse(null);
    }

    /** A plan that changed meanwhile is shown again before anything is approved. */
    private void approve(CampaignView campaign) {
        try {
            api.approve(campaign.id(), campaign.planHash());
            live.stay("  approved by --approve");
        } catch (Refusal refusal) {
            if (refusal.status() != 409
                    || campaign.planHash().equals(api.campaign(campaign.id()).planHash())) {
                throw refusal;
            }
        }
    }

    private List<String> howToApprove(CampaignView campaign) {
        String command = Shell.command("approve " + campaign.id() + " " + campaign.planHash() + options.again());
        return approval.wanted()
                ? List.of("  This plan is not approved: " + reason(), "  To approve exactly this plan: " + command)
                : List.of("  Approve it in the Tasklist: " + connection.tasklist(shell.terminal()), "  or: " + command);
    }

    private String reason() {
        return approval.hash() == null
                ? "it costs real money, so --approve needs its hash."
                : "its hash is not the one that was given.";
    }

    private boolean stuck(CampaignView campaign) {
        String now = campaign.stage()
                + campaign.domains()
                + campaign.orders()
                + campaign.mailboxes()
                + campaign.tasks()
                + campaign.problem();
        if (!now.equals(seen)) {
            seen = now;
            moved = System.nanoTime();
        }
        Duration patience = campaign.tasks().isEmpty() ? PATIENCE_WITH_PROBLEM : PATIENCE_WITH_TASK;
        boolean waits = !campaign.tasks().isEmpty() || campaign.problem() != null;
        return waits && since(moved).compareTo(patience) > 0;
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
