package io.mailwright.onboarding;

import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import java.time.Instant;
import java.util.List;

/** The steps of replace-domain, change-redirect and cancel-order; the key is the request's id. */
@Step("changes")
class Changes {
    private final Records records;
    private final RequestRecords requests;
    private final Attempting attempting;
    private final Organizations organizations;
    private final Approvals approvals;
    private final Ledger ledger;
    private final List<Changing> kinds;

    Changes(
            Records records,
            RequestRecords requests,
            Attempting attempting,
            Organizations organizations,
            Approvals approvals,
            Ledger ledger,
            List<Changing> kinds) {
        this.records = records;
        this.requests = requests;
        this.attempting = attempting;
        this.organizations = organizations;
        this.approvals = approvals;
        this.ledger = ledger;
        this.kinds = kinds;
    }

    /** Puts together what will happen; what differs from what was shown is a new version. What was sent is left as it is. */
    public void look(String key) {
        if (sent(key) || unsettled(key)) return;
        records.aside(() -> requests.stage(key, RequestStage.CHECKING));
        RequestRow asked = requests.request(key);
        attempting.of(asked, () -> {
            RequestRow request = located(asked);
            Change found = of(request).look(request);
            if (!found.json().equals(request.change().json()))
                records.aside(() -> requests.change(request, request.version() + 1, found));
            String done = of(request).done(found);
            if (done != null) records.aside(() -> requests.end(key, RequestStage.DONE, done));
        });
    }

    /** Of no campaign of ours: it is looked for in the configured workspace. */
    private RequestRow located(RequestRow request) {
        if (request.organization().isEmpty()) {
            String organization = organizations.id(null);
            records.aside(() -> requests.organization(request.id(), organization));
            records.watched(organization);
        }
        return requests.request(request.id());
    }

    public boolean nothingToDo(String key) {
        return requests.request(key).stage() == RequestStage.DONE;
    }

    /** Whether a person approved exactly what is shown now. */
    public boolean approved(String key) {
        RequestRow request = requests.request(key);
        return approvals.find(key, request.version(), request.hash()).isPresent();
    }

    /** Asks the vendor, once; what it took is not asked for again. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void send(String key) {
        RequestRow request = requests.request(key);
        if (sent(key)) return;
        attempting.of(request, () -> {
            records.aside(() -> requests.stage(key, RequestStage.ASKING));
            Result result = of(request).send(request);
            if (result.outcome() == Outcome.REFUSED)
                throw new BusinessFailure(
                        "problem",
                        "the vendor refused it: " + result.reason()
                                + "; mend that and go on, which asks again for the same, or cancel the request");
            if (result.outcome() == Outcome.DONE) records.aside(() -> requests.stage(key, RequestStage.APPLYING));
        });
    }

    /** Whether the vendor is known to have taken it. */
    public boolean sent(String key) {
        return requests.request(key).stage() == RequestStage.APPLYING;
    }

    public boolean applied(String key) {
        RequestRow request = requests.request(key);
        return request.stage() == RequestStage.APPLYING && of(request).applied(request);
    }

    public void finish(String key) {
        RequestRow request = requests.request(key);
        attempting.of(request, () -> {
            of(request).finish(request);
            records.aside(() -> requests.end(key, RequestStage.DONE, null));
        });
    }

    public void rejected(String key) {
        records.aside(() -> requests.end(key, RequestStage.REJECTED, null));
    }

    /** Nothing more is sent or waited for; what the vendor took it may still do. */
    public void cancelled(String key) {
        boolean taken = sent(key) || unsettled(key);
        records.aside(() -> requests.end(
                key,
                RequestStage.CANCELLED,
                taken
                        ? "it is not waited for any more, but the vendor took it, or may have, and may still do it"
                        : null));
    }

    /** A call for it has no known outcome yet. */
    boolean unsettled(String key) {
        return !ledger.openOf(key).isEmpty();
    }

    String overdue(RequestRow request) {
        return of(request).overdue(request);
    }

    void read(String key, Instant until) {
        RequestRow request = requests.request(key);
        if (request.stage() == RequestStage.APPLYING) of(request).read(request, until);
    }

    private Changing of(RequestRow request) {
        return kinds.stream()
                .filter(kind -> kind.kind() == request.kind())
                .findFirst()
                .orElseThrow();
    }
}
