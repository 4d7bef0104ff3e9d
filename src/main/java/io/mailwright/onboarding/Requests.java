package io.mailwright.onboarding;

import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Receipts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What console and command line do with requests. */
@Service
public class Requests {
    private final Records records;
    private final RequestRecords requests;
    private final Wishes wishes;
    private final RequestViews views;
    private final Approvals approvals;
    private final Receipts receipts;
    private final SpendViews spendViews;
    private final Processes processes;
    private final TransactionTemplate transaction;

    Requests(
            Records records,
            RequestRecords requests,
            Wishes wishes,
            RequestViews views,
            Approvals approvals,
            Receipts receipts,
            SpendViews spendViews,
            Processes processes,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.requests = requests;
        this.wishes = wishes;
        this.views = views;
        this.approvals = approvals;
        this.receipts = receipts;
        this.spendViews = spendViews;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was asked for can't be meant; the message says what would be right (HTTP 400). */
    public static class Unfit extends Onboarding.Conflict {
        public Unfit(String message) {
            super(message);
        }
    }

    /** The same, or what gets in its way, is asked for already, by {@link #id}. */
    public static class AskedAlready extends Onboarding.Conflict {
        public final String id;

        AskedAlready(RequestRow open) {
            super("there is an open request of that already: " + open.id() + ", to " + RequestFacts.title(open)
                    + ", is " + open.stage().word());
            this.id = open.id();
        }
    }

    /**
     * @param with the new name, or null: a spare is chosen by rule
     * @param hosting name of the secret with the new name's registrar's login, or null: it is registered at the vendor
     */
    public RequestView replaceDomain(String domain, String with, String hosting, String reason, String user) {
        return ask(wishes.replacement(domain, with, hosting, reason), user);
    }

    /** @param redirect "" takes it away */
    public RequestView changeRedirect(String domain, String redirect, String reason, String user) {
        return ask(wishes.redirection(domain, redirect, reason), user);
    }

    /** @param order {@code <campaign id>/<order number>}, or the order's id at the vendor */
    public RequestView cancelOrder(String order, String reason, String user) {
        return ask(wishes.cancellation(order, reason), user);
    }

    private RequestView ask(Wishes.Wish wish, String user) {
        String id = id(wish);
        try {
            processes.persist(() -> transaction.executeWithoutResult(tx -> {
                insert(id, wish, user);
                processes.start(wish.kind().word(), id);
            }));
        } catch (DuplicateKeyException sameMoment) {
            throw requests.open(wish.kind(), wish.subject())
                    .<RuntimeException>map(AskedAlready::new)
                    .orElse(sameMoment);
        }
        return views.of(requests.request(id));
    }

    /** The dot keeps it apart from campaigns' ids. */
    static String id(Wishes.Wish wish) {
        return wish.kind().word() + "." + CampaignNames.suffix();
    }

    /** In the caller's transaction, which starts the process too. */
    void insert(String id, Wishes.Wish wish, String user) {
        requests.open(wish.kind(), wish.subject()).ifPresent(open -> {
            throw new AskedAlready(open);
        });
        if (wish.kind() != RequestKind.CANCEL_ORDER)
            requests.open(
                            wish.kind() == RequestKind.REPLACE_DOMAIN
                                    ? RequestKind.CHANGE_REDIRECT
                                    : RequestKind.REPLACE_DOMAIN,
                            wish.subject())
                    .ifPresent(open -> {
                        throw new AskedAlready(open);
                    });
        requests.insert(id, wish.kind(), wish.subject(), wish.campaign(), wish.asked(), user);
    }

    /** Latest first. */
    public List<RequestView> list() {
        return requests.all().stream().map(views::of).toList();
    }

    /** What was sent for it, call by call. */
    public SpendsView spends(String id) {
        return spendViews.of(id, List.of(id));
    }

    public Optional<RequestView> find(String id) {
        return requests.find(id).map(views::of);
    }

    /** Approves exactly what has that hash; again is the same approval. */
    public RequestView approve(String id, String hash, List<String> groups) {
        RequestRow request = known(id);
        if (!request.hash().equals(hash)) throw changed(request);
        if (approved(request)) return views.of(request);
        if (request.stopped() || request.stage().ended())
            throw new Onboarding.Conflict("the request is " + request.stage().word() + "; ask again");
        boolean first = processes
                .task(id, "approvePlan")
                .filter(task -> processes.whileOpen(task, () -> {
                    if (!processes.shown(task, "planHash").equals(hash)) throw changed(known(id));
                    Onboarding.mayApprove(groups, processes.candidateGroups(task));
                    processes.complete(task, Map.of("decision", "approve"));
                }))
                .isPresent();
        if (!first && !approved(known(id)))
            throw new Onboarding.Conflict("nothing waits for approval; the request is "
                    + known(id).stage().word());
        return views.of(known(id));
    }

    private boolean approved(RequestRow request) {
        return approvals.find(request.id(), request.version(), request.hash()).isPresent();
    }

    private static Onboarding.Conflict changed(RequestRow request) {
        return new Onboarding.Conflict("that is not what is asked for now: version " + request.version()
                + " has the hash " + request.hash() + "; look at it, then approve that");
    }

    /** As long as nothing was sent to the vendor. */
    public RequestView cancel(String id) {
        RequestRow request = known(id);
        if (request.stage().ended()) return views.of(request);
        // from here on nothing new is claimed for it, so that what was sent till now is all
        records.aside(() -> requests.stop(id, true));
        if (known(id).stage() == RequestStage.APPLYING || mayHaveHappened(id)) {
            records.aside(() -> requests.stop(id, false));
            throw new Onboarding.Conflict(
                    "it was sent to the vendor, which can't be taken back; wait for it, or ask for"
                            + " another change afterwards");
        }
        processes.persist(() -> transaction.executeWithoutResult(tx -> {
            if (!processes.tell(id, "cancelRequest")) requests.end(id, RequestStage.CANCELLED, null);
        }));
        return views.of(known(id));
    }

    private boolean mayHaveHappened(String id) {
        return receipts.of(id).stream()
                .map(Receipt::attempt)
                .anyMatch(attempt -> attempt.open() || attempt.state() == Attempt.State.CONFIRMED);
    }

    private RequestRow known(String id) {
        return requests.find(id)
                .orElseThrow(
                        () -> new Onboarding.NotFound("there is no request " + id + "; GET /api/requests lists them"));
    }
}
