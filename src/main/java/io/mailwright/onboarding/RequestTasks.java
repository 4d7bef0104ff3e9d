package io.mailwright.onboarding;

import io.mailwright.ledger.Approvals;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What follows from a decision about a request, in the transaction that completes the task. */
@Component
class RequestTasks {
    private final Records records;
    private final RequestRecords requests;
    private final Approvals approvals;

    RequestTasks(Records records, RequestRecords requests, Approvals approvals) {
        this.records = records;
        this.requests = requests;
        this.approvals = approvals;
    }

    boolean knows(String key) {
        return requests.find(key).isPresent();
    }

    /** With the task, so that whoever sees the stage can approve. */
    void awaitsApproval(String key) {
        requests.stage(key, RequestStage.AWAITING_APPROVAL);
    }

    /** @param shown the hash that the task showed */
    void decided(
            String task,
            String key,
            String decision,
            Supplier<String> shown,
            String user,
            String comment,
            String reference) {
        switch (task + " " + decision) {
            case "approvePlan approve" -> approve(key, shown.get(), user, comment, reference);
            case "approvePlan change" -> change(key, reference);
            case "fixProblem retry", "mailboxesOverdue wait" -> records.aside(() -> requests.problem(key, null));
            default -> {}
        }
    }

    private void approve(String key, String shown, String user, String comment, String reference) {
        // first of all its row, which a claim locks first too
        requests.stage(key, RequestStage.ASKING);
        RequestRow request = requests.request(key);
        if (request.stopped()) throw new Onboarding.Conflict("the request was cancelled; ask again");
        if (!request.hash().equals(shown))
            throw new Onboarding.Conflict(
                    "the request has changed since it was shown; look at it again, then approve that");
        approvals.record(key, request.version(), request.hash(), user, "task", comment, reference);
    }

    /** The new value is looked at, and is a new version to approve. */
    private void change(String key, String reference) {
        RequestRow request = requests.request(key);
        String wanted = reference == null ? "" : reference.strip();
        String value = switch (request.kind()) {
            case REPLACE_DOMAIN -> {
                if (wanted.isEmpty())
                    throw new Onboarding.Conflict(
                            "write the new domain into 'reference', which is what is changed; or reject");
                yield Wishes.domain(wanted, request.subject());
            }
            case CHANGE_REDIRECT -> {
                if (wanted.isEmpty())
                    throw new Onboarding.Conflict("write the new redirect into 'reference', which is what is changed;"
                            + " or reject, and ask for no redirect");
                yield Redirects.read(wanted);
            }
            case CANCEL_ORDER -> {
                if (!wanted.isEmpty() && !wanted.equals(request.subject()))
                    throw new Onboarding.Conflict(
                            "a cancellation is of one order only; reject this one, and ask for" + " the other order");
                yield null;
            }
        };
        requests.change(request, request.version(), request.change().askedInstead(value));
    }
}
