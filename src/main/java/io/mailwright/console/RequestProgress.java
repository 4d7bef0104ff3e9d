package io.mailwright.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.NextStep.Next;
import io.mailwright.onboarding.RequestView;
import java.util.List;
import java.util.Set;

/** How far a request is; the part of its page that is fetched again and again. */
public record RequestProgress(
        RequestView view, String title, String now, CampaignProgress.Notice notice, boolean live, String revision) {
    private static final Set<String> ENDED = Set.of("done", "rejected", "cancelled");

    static boolean ended(RequestView view) {
        return ENDED.contains(view.stage());
    }

    static RequestProgress of(RequestView view, Next next) {
        return new RequestProgress(
                view,
                title(view),
                now(view),
                notice(view, next),
                !ended(view),
                Integer.toHexString((view.stage() + view.hash()
                                + view.tasks().stream().map(CampaignView.Task::id).toList())
                        .hashCode()));
    }

    private static String title(RequestView view) {
        String to = text(view.body(), "to");
        return switch (view.kind()) {
            case "replace-domain" -> "Replace " + view.subject() + (to == null ? "" : " by " + to);
            case "change-redirect" -> "Change the redirect of " + view.subject();
            default -> "Cancel order " + view.subject();
        };
    }

    /** What it is about, field by field, for those who want all of it. */
    public List<String> consequences() {
        JsonNode said = view.body().path("consequences");
        return java.util.stream.StreamSupport.stream(said.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() && !value.asText().isEmpty() ? value.asText() : null;
    }

    private static String now(RequestView view) {
        return switch (view.stage()) {
            case "checking" -> "The vendor is read; nothing is sent.";
            case "awaiting-approval" -> "Nothing is sent before somebody approves it.";
            case "asking" -> "It is approved, and is being sent to the vendor.";
            case "applying" -> "The vendor took it; it is awaited that it shows.";
            case "done" -> "It is done.";
            case "rejected" -> "It was rejected; nothing was sent.";
            default -> "It was cancelled; nothing more is sent.";
        };
    }

    private static CampaignProgress.Notice notice(RequestView view, Next next) {
        if (view.problem() == null) return null;
        return switch (next.kind()) {
            case ANSWER ->
                new CampaignProgress.Notice(
                        "warn", view.problem(), "Somebody has to answer", "#waits", view.tasks().get(0).question());
            case ELSEWHERE ->
                new CampaignProgress.Notice(
                        "warn", view.problem(), "Somebody has to do that; then it goes on by itself.", null, null);
            case FINAL -> new CampaignProgress.Notice("bad", view.problem(), "That is final.", null, null);
            case BY_ITSELF ->
                new CampaignProgress.Notice(
                        "", view.problem(), "Nobody has to do anything: it is looked at again by itself.", null, null);
        };
    }
}
