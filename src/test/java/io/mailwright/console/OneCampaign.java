package io.mailwright.console;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.Provider;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.export.Mailbox;
import io.mailwright.export.ReceiptLine;
import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Exports;
import io.mailwright.onboarding.Onboarding.Conflict;
import io.mailwright.onboarding.Onboarding.NameTaken;
import io.mailwright.onboarding.Onboarding.NotAllowed;
import io.mailwright.onboarding.Onboarding.PlanRequest;
import io.mailwright.onboarding.Onboarding.VersionedPlan;
import io.mailwright.onboarding.SpendsView;
import io.mailwright.plan.Cost;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Quote;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands behind the facade in tests of the API alone: one campaign, acme, that waits for its approval. */
class OneCampaign {
    static final String HASH = "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00";

    final List<String> texts = new ArrayList<>();
    String stage = "awaiting-approval";

    public CampaignView start(String text, String user) {
        read(text);
        if (!texts.isEmpty()) {
            throw new NameTaken("acme-1", "acme");
        }
        texts.add(text);
        return view();
    }

    public List<CampaignView> list() {
        return List.of(view());
    }

    public List<CampaignView> list(int page, int size) {
        return page == 0 ? list() : List.of();
    }

    public long count() {
        return 1;
    }

    public Optional<CampaignView> find(String id) {
        if (id.equals("broken")) {
            throw new IllegalStateException("jdbc:h2:/secret/place with password hunter2");
        }
        return id.equals("acme-1") ? Optional.of(view()) : Optional.empty();
    }

    public Optional<String> text(String id) {
        return Optional.of("\ncampaign '<acme>'\n");
    }

    public Optional<VersionedPlan> plan(String id) {
        return Optional.of(new VersionedPlan(1, plan(), !stage.equals("awaiting-approval")));
    }

    public CampaignView approve(String id, String planHash, String user, List<String> groups) {
        if (!groups.contains("finance")) {
            throw new NotAllowed("approving needs somebody of the group finance");
        }
        if (!planHash.equals(HASH)) {
            throw new Conflict("the plan has changed; read it again");
        }
        stage = "buying";
        return view();
    }

    public CampaignView replace(String id, String text, String user) {
        read(text);
        throw new Conflict("nothing is to be corrected");
    }

    public CampaignView cancel(String id, String user) {
        stage = "cancelled";
        return view();
    }

    public void handOver(String id, ExportFormat format, boolean withPasswords, String user, Exports.Delivery delivery)
            throws IOException {
        delivery.of(List.of(new Mailbox(
                "anna@getacme.com",
                "=Anna",
                "Smith",
                "getacme.com",
                "google",
                "Active",
                withPasswords ? "=hunter2" : null)));
    }

    public List<ExportFormat> exports(String id) {
        return List.of(ExportFormat.SMARTLEAD, ExportFormat.CSV);
    }

    public SpendsView spends(String id) {
        return new SpendsView(
                id,
                new BigDecimal("9.5"),
                BigDecimal.ZERO,
                List.of(new SpendsView.Spend(
                        7,
                        "BUY_DOMAINS",
                        1,
                        1,
                        List.of("getacme.com"),
                        null,
                        null,
                        1,
                        HASH,
                        "ann",
                        "task",
                        Instant.EPOCH,
                        "as agreed",
                        null,
                        new BigDecimal("9.75"),
                        new BigDecimal("9.5"),
                        BigDecimal.ZERO,
                        "confirmed",
                        false,
                        null,
                        Instant.EPOCH,
                        "node-1",
                        Instant.EPOCH,
                        "{}",
                        HASH,
                        "200 {}",
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of())));
    }

    public List<ReceiptLine> receiptLines(String id) {
        return List.of(
                line("call", new BigDecimal("9.75"), new BigDecimal("9.75"), "200 {\"a\": 1}"),
                line("correction", null, new BigDecimal("-0.25"), "=1+1"));
    }

    private static ReceiptLine line(String row, BigDecimal approved, BigDecimal charged, String reply) {
        return new ReceiptLine(
                row,
                7,
                "BUY_DOMAINS",
                1,
                1,
                List.of("getacme.com", "tryacme.com"),
                null,
                null,
                approved,
                charged,
                approved == null ? null : BigDecimal.ZERO,
                Instant.EPOCH,
                "confirmed",
                null,
                1,
                "h",
                "ann",
                "task",
                Instant.EPOCH,
                "@as, agreed",
                null,
                Instant.EPOCH,
                "node-1",
                null,
                null,
                null,
                null,
                reply,
                "x".repeat(40_000),
                "h");
    }

    public String requestPlan(String text) {
        read(text);
        return "p1";
    }

    public Optional<PlanRequest> planRequest(String id) {
        return switch (id) {
            case "p1" -> Optional.of(new PlanRequest("p1", "searching", "asking for names", 20, 96, null, null));
            case "p2" -> Optional.of(new PlanRequest("p2", "done", "done", 96, 96, plan(), List.of()));
            default -> Optional.empty();
        };
    }

    static void read(String text) {
        if (text.contains("foto")) {
            throw new CampaignErrors(List.of(new CampaignError(3, 26, "'person' has no 'foto:'")));
        }
    }

    private CampaignView view() {
        return new CampaignView(
                "acme-1",
                "acme",
                stage,
                HASH,
                new CampaignView.Domains(2, 1, 0),
                new CampaignView.Orders(0, 1),
                new CampaignView.Mailboxes(4, 0),
                new CampaignView.Cost(new BigDecimal("29.50"), new BigDecimal("1E+1")),
                List.of(new CampaignView.Task(
                        "t1", "approvePlan", "Approve <this> plan?", List.of("approve", "reject"), Instant.EPOCH)),
                null,
                null,
                List.of(),
                null);
    }

    private static Plan plan() {
        BigDecimal ten = new BigDecimal("1E+1");
        return new Plan(
                "acme",
                "org-1",
                "",
                List.of(new PlannedDomain(
                        1,
                        1,
                        "getacme.com",
                        Provider.GOOGLE,
                        true,
                        new BigDecimal("9.75"),
                        ten,
                        "https://acme.example",
                        null,
                        List.of(new Alias("Anna", "Smith", "anna", null)),
                        null)),
                List.of(new Quote("tryacme.com", true, ten, null, false)),
                List.of(new PlannedOrder(1, Provider.GOOGLE, "scaledmail", null, 1, 2, ten)),
                List.of(),
                null,
                null,
                null,
                new Cost(ten, null, ten, ten, ten, ten),
                HASH);
    }
}
