package io.mailwright.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.NextStep.Next;
import io.mailwright.onboarding.RequestView;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
                Integer.toHexString((view.stage()
                                + view.hash()
                                + view.tasks().stream()
                                        .map(CampaignView.Task::id)
                                        .toList())
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

    /** One thing that is known of it. */
    public record Fact(String label, String value) {}

    public List<Fact> facts() {
        return Stream.of(
                        fact("Now", view.body().path("from").asText(null)),
                        fact("Then", view.body().path("to").asText(null)),
                        fact("Asked for", view.body().path("asked").asText(null)),
                        fact("Order", view.body().path("order").asText(null)),
                        fact("Domains", joined("domains")),
                        fact("Mailboxes", joined("mailboxes")),
                        fact(
                                "A month",
                                view.body().has("monthly")
                                        ? Show.money(view.body().get("monthly").decimalValue())
                                        : null),
                        fact("Why", view.body().path("reason").asText(null)))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Fact fact(String label, String value) {
        return value == null || value.isEmpty() ? null : new Fact(label, value);
    }

    private String joined(String field) {
        return String.join(", ", texts(field));
    }

    public List<String> consequences() {
        return texts("consequences");
    }

    private List<String> texts(String field) {
        return StreamSupport.stream(view.body().path(field).spliterator(), false)
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
                        "warn",
                        view.problem(),
                        "Somebody has to answer",
                        "#waits",
                        view.tasks().get(0).question());
            case ELSEWHERE ->
                new CampaignProgress.Notice(
                        "warn", view.problem(), "Somebody has to do that; then it goes on by itself.", null, null);
            case FINAL ->
                view.stage().equals("done")
                        ? new CampaignProgress.Notice("good", view.problem(), "Nobody has to do anything.", null, null)
                        : new CampaignProgress.Notice("bad", view.problem(), "That is final.", null, null);
            case BY_ITSELF ->
                new CampaignProgress.Notice(
                        "", view.problem(), "Nobody has to do anything: it is looked at again by itself.", null, null);
        };
    }
}
