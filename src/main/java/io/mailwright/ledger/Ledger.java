package io.mailwright.ledger;

import io.mailwright.scaledmail.Pace;
import io.mailwright.scaledmail.RequestHash;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Everything that may be paid for or sent once goes through here: look first, guards, claim, send once, record
 * (MONEY.md). Each method may be called again at any time, after any crash: what is done is found done.
 */
@Component
public class Ledger {
    private final Attempts attempts;
    private final Budgets budgets;
    private final Guards guards;
    private final Door door;
    private final OrderFinder orders;
    private final Readings readings;
    private final ScaledMail vendor;
    private final Sender sender;
    private final Pace pace;
    private final Approvals approvals;
    private final Clock clock;

    Ledger(
            Attempts attempts,
            Budgets budgets,
            Guards guards,
            Door door,
            OrderFinder orders,
            Readings readings,
            ScaledMail vendor,
            Sender sender,
            Pace pace,
            Approvals approvals,
            Clock clock) {
        this.attempts = attempts;
        this.budgets = budgets;
        this.guards = guards;
        this.door = door;
        this.orders = orders;
        this.readings = readings;
        this.vendor = vendor;
        this.sender = sender;
        this.pace = pace;
        this.approvals = approvals;
        this.clock = clock;
    }

    /** What has become of a name that was to be bought. */
    public enum Fate {
        /** Ours: confirmed, or found registered and in no order. */
        OURS,
        /** Gone, dearer than approved, or somebody else's. */
        LOST,
        /** A call that speaks of it has no known outcome yet. */
        OPEN,
        /** Not bought yet; may be asked for again at once. */
        LEFT
    }

    /** @param price dollars approved for its first year */
    public record PricedName(String domain, BigDecimal price) {}

    /** What has become of an order or a form. */
    public enum Outcome {
        DONE,
        OPEN,
        REFUSED
    }

    /**
     * @param orderId the order's id at the vendor, or null when it is not known (yet)
     * @param reason with REFUSED: the vendor's words
     */
    public record Result(Outcome outcome, String orderId, String tag, String reason) {}

    /**
     * Opens or changes a campaign's budget when a plan is approved, in the caller's transaction.
     *
     * @param line the file's {@code budget} line, or null: what is spent or reserved so far and this plan's total
     */
    public void openBudget(String campaign, BigDecimal line, BigDecimal planned) {
        String scope = Budgets.campaign(campaign);
        budgets.open(scope, line == null ? budgets.used(scope).add(planned) : line);
    }

    /** Names that this campaign has bought, or may have. */
    public Set<String> boughtOrOpen(String campaign, String organization) {
        return attempts.keysOf(campaign, organization, SpendKind.BUY_DOMAINS);
    }

    /** Names that this campaign has put into an order, or may have. */
    public Set<String> orderedBy(String campaign, String organization) {
        return attempts.keysOf(campaign, organization, SpendKind.CREATE_CUSTOM_ORDER);
    }

    /** Whether a call of that kind for this order has no known outcome yet. */
    public boolean unsettled(String campaign, int order, SpendKind kind) {
        return attempts.of(campaign, order, kind).stream().anyMatch(Attempt::open);
    }

    /**
     * Buys names in one call, all or nothing at the vendor. When one of them is found lost, nothing is sent: the caller
     * puts a substitute in its place first.
     *
     * @param names at most ten
     * @return the fate of each name, in the order given
     */
    public Map<String, Fate> buyDomains(Authority who, List<PricedName> names) {
        Map<String, Fate> fates = new LinkedHashMap<>();
        names.forEach(name -> fates.put(name.domain(), Fate.LEFT));
        String organization = who.organization();
        attempts.holders(SpendKind.BUY_DOMAINS, organization, List.copyOf(fates.keySet()))
                .forEach((name, holder) -> fates.put(name, fate(who, holder)));
        if (left(fates).isEmpty()) return fates;

        Instant lookedAt = clock.instant();
        var listed = readings.registrations(organization);
        for (String name : left(fates)) {
            Optional<Wire.Registration> row = listed.first(
                    registration -> Readings.name(registration.domain()).equals(name));
            if (row.isPresent()) fates.put(name, foundRegistered(who, name, row.get()));
        }
        if (!listed.sure()) throw unsure("purchased domains");
        if (fates.containsValue(Fate.LOST) || left(fates).isEmpty()) return fates;

        guards.pass(who, lookedAt);
        Map<String, Wire.SearchRow> quotes = vendor.search(organization, left(fates));
        BigDecimal amount = BigDecimal.ZERO;
        for (PricedName name : names) {
            if (fates.get(name.domain()) != Fate.LEFT) continue;
            Wire.SearchRow quote = quotes.get(name.domain());
            boolean fits = quote != null
                    && quote.available()
                    && quote.price() != null
                    && quote.price().compareTo(name.price()) <= 0;
            if (fits) amount = amount.add(quote.price());
            else fates.put(name.domain(), Fate.LOST);
        }
        if (fates.containsValue(Fate.LOST)) return fates;

        List<String> batch = left(fates);
        List<Attempt> before = attempts.of(who.campaign(), who.order(), SpendKind.BUY_DOMAINS);
        pace.takeCritical("buy-domains");
        Attempt attempt = door.send(
                claim(SpendKind.BUY_DOMAINS, who, batch, batch, before.size() + 1, null, batch, amount),
                permit -> sender.buyDomains(permit, organization, batch));
        switch (attempt.state()) {
            case CONFIRMED -> batch.forEach(name -> fates.put(name, Fate.OURS));
            case REFUSED -> refusedTwice(attempt, before);
            default -> batch.forEach(name -> fates.put(name, Fate.OPEN));
        }
        return fates;
    }

    /**
     * Places one order.
     *
     * @param tagPrefix the file's tag, or ""
     * @param amount dollars approved for its first month
     * @param priceNow what the vendor asks for it now, read again just before
     * @param body the request for a tag
     */
    public Result createOrder(
            Authority who,
            String tagPrefix,
            List<String> names,
            String source,
            BigDecimal amount,
            Supplier<BigDecimal> priceNow,
            Function<String, Wire.OrderBody> body) {
        String organization = who.organization();
        SpendKind kind = SpendKind.CREATE_CUSTOM_ORDER;
        Map<String, Attempt> holders = attempts.holders(kind, organization, names);
        Optional<Result> held = held(who, holders, names.size(), "in an order");
        if (held.isPresent()) return held.get();

        List<Attempt> before = attempts.of(who.campaign(), who.order(), kind);
        int number = before.size() + 1;
        String tag = Tag.of(tagPrefix, who, number);
        Set<String> tags = new HashSet<>();
        for (int i = 1; i <= number + 2; i++) tags.add(Tag.of(tagPrefix, who, i));
        before.forEach(attempt -> tags.add(attempt.tag()));
        Instant lookedAt = clock.instant();
        Instant since = approvals
                .find(who.campaign(), who.planVersion(), who.planHash())
                .map(approval -> approval.at().minus(Duration.ofMinutes(10)))
                .orElse(lookedAt);
        Door.Claim claim = claim(kind, who, names, names, number, tag, body.apply(tag), amount);
        Optional<OrderFinder.Found> found = orders.find(organization, names, tags, since);
        if (found.isPresent()) {
            door.found(
                    claim, found.get().orderId(), "looked first: " + found.get().how());
            return new Result(Outcome.DONE, found.get().orderId(), found.get().tag(), null);
        }

        guards.pass(who, lookedAt);
        BigDecimal now = priceNow.get();
        if (now.compareTo(amount) > 0)
            throw new NeedsPerson("the vendor asks " + now + " dollars a month for order " + who.order()
                    + ", the plan says " + amount + "; change the campaign file for a new plan, or cancel");
        Attempt attempt =
                door.send(claim, permit -> sender.createCustomOrder(permit, organization, source, body.apply(tag)));
        return result(attempt);
    }

    /**
     * Submits the names and aliases of a paid order.
     *
     * @param uuid the pending form's
     * @param names the order's domains
     */
    public Result submitForm(
            Authority who, String uuid, List<String> names, String source, String tag, Wire.OrderBody body) {
        String organization = who.organization();
        SpendKind kind = SpendKind.SUBMIT_FORM;
        Optional<Result> held = held(who, attempts.holders(kind, organization, List.of(uuid)), 1, "submitted");
        if (held.isPresent()) return held.get();

        int number = attempts.of(who.campaign(), who.order(), kind).size() + 1;
        Door.Claim claim = claim(kind, who, List.of(uuid), names, number, tag, body, BigDecimal.ZERO);
        Instant lookedAt = clock.instant();
        var domains = readings.domains(organization);
        var forms = readings.forms(organization);
        Optional<Wire.PendingForm> form = forms.first(row -> uuid.equals(row.uuid()));
        if (form.isEmpty()) {
            if (!forms.sure()) throw unsure("pending forms");
            Set<String> inOrders = domains.rows().stream()
                    .map(domain -> Readings.name(domain.domain()))
                    .collect(Collectors.toSet());
            if (inOrders.containsAll(names)) {
                door.found(claim, null, "looked first: the form is gone and its domains are listed");
                return new Result(Outcome.DONE, null, tag, null);
            }
            throw new NeedsPerson(
                    "the form of order " + who.order() + " is gone from the vendor's list, but its domains"
                            + " are not listed; look at the order in the vendor's web app");
        }
        Collection<String> asked = form.get().data() == null
                        || form.get().data().domains() == null
                ? List.of()
                : form.get().data().domains().stream().map(Readings::name).collect(Collectors.toSet());
        if (!asked.isEmpty() && !asked.equals(Set.copyOf(names)))
            throw new NeedsPerson("the vendor's form for order " + who.order() + " asks for " + String.join(", ", asked)
                    + ", the plan has " + String.join(", ", names) + "; nothing was submitted");

        guards.pass(who, lookedAt);
        return result(door.send(claim, permit -> sender.submitForm(permit, organization, uuid, source, body)));
    }

    /** The vendor's own amount of an order replaces the estimate. */
    public void amountSeen(String organization, String orderId, BigDecimal amount) {
        attempts.alone()
                .executeWithoutResult(tx -> attempts.correctAmount(organization, orderId, amount)
                        .ifPresent(change -> {
                            budgets.correct(Budgets.campaign(change.campaign()), change.difference());
                            budgets.correct(Budgets.month(organization, change.month()), change.difference());
                        }));
    }

    public List<Attempt> openOf(String campaign) {
        return attempts.openOf(campaign);
    }

    /** All attempts of an organization whose outcome is not known. */
    public List<Attempt> open(String organization) {
        return attempts.open(organization);
    }

    public List<String> organizationsWithOpen() {
        return attempts.organizationsWithOpen();
    }

    private static List<String> left(Map<String, Fate> fates) {
        List<String> left = new ArrayList<>();
        fates.forEach((name, fate) -> {
            if (fate == Fate.LEFT) left.add(name);
        });
        return left;
    }

    private Fate fate(Authority who, Attempt holder) {
        if (!holder.campaign().equals(who.campaign())) return Fate.LOST;
        if (holder.state() == Attempt.State.CONFIRMED) return Fate.OURS;
        meetLiveClaim(holder);
        return Fate.OPEN;
    }

    private Fate foundRegistered(Authority who, String name, Wire.Registration row) {
        if (row.domainId() != null && !row.domainId().isBlank()) return Fate.LOST;
        List<Attempt> history = attempts.history(SpendKind.BUY_DOMAINS, who.organization(), name);
        if (history.stream().anyMatch(attempt -> !attempt.campaign().equals(who.campaign()))) return Fate.LOST;
        int number =
                attempts.of(who.campaign(), who.order(), SpendKind.BUY_DOMAINS).size() + 1;
        door.found(
                claim(
                        SpendKind.BUY_DOMAINS,
                        who,
                        List.of(name),
                        List.of(name),
                        number,
                        null,
                        List.of(name),
                        BigDecimal.ZERO),
                null,
                "looked first: registered already and in no order");
        return Fate.OURS;
    }

    /** What the ledger itself says of an order's names or a form, if it says anything. */
    private Optional<Result> held(Authority who, Map<String, Attempt> holders, int keys, String what) {
        for (Map.Entry<String, Attempt> entry : holders.entrySet()) {
            Attempt holder = entry.getValue();
            if (!holder.campaign().equals(who.campaign()))
                throw new NeedsPerson(entry.getKey() + " is " + what + " already, by campaign " + holder.campaign()
                        + "; take it out of this campaign's file");
            if (holder.open()) {
                meetLiveClaim(holder);
                return Optional.of(new Result(Outcome.OPEN, null, holder.tag(), null));
            }
        }
        Set<Long> which = holders.values().stream().map(Attempt::id).collect(Collectors.toSet());
        if (which.size() > 1 || which.size() == 1 && holders.size() < keys)
            throw new NeedsPerson("some of " + String.join(", ", holders.keySet()) + " are " + what
                    + " already, apart from the rest; give the plan the same orders as before");
        return holders.values().stream()
                .findFirst()
                .map(holder -> new Result(Outcome.DONE, holder.vendorId(), holder.tag(), null));
    }

    private void meetLiveClaim(Attempt holder) {
        Instant over = holder.claimedAt().plus(LedgerSettings.CALL_OVER);
        if (holder.state() != Attempt.State.UNKNOWN && clock.instant().isBefore(over))
            throw new TryAgainAt(over, "another call for the same thing is under way");
    }

    private Result result(Attempt attempt) {
        return switch (attempt.state()) {
            case CONFIRMED -> new Result(Outcome.DONE, attempt.vendorId(), attempt.tag(), null);
            case REFUSED -> {
                if (attempt.needsPerson()) throw new NeedsPerson(attempt.reply());
                yield new Result(Outcome.REFUSED, null, attempt.tag(), attempt.reply());
            }
            default -> new Result(Outcome.OPEN, null, attempt.tag(), null);
        };
    }

    /** The text of a refused purchase is not parsed: the names are looked up again; when none went, twice, a person. */
    private void refusedTwice(Attempt attempt, List<Attempt> before) {
        boolean again = !before.isEmpty()
                && before.get(before.size() - 1).state() == Attempt.State.REFUSED
                && before.get(before.size() - 1).names().equals(attempt.names());
        if (attempt.needsPerson() || again)
            throw new NeedsPerson(
                    "the vendor refused to sell " + String.join(", ", attempt.names()) + ": " + attempt.reply());
    }

    private Door.Claim claim(
            SpendKind kind,
            Authority who,
            List<String> keys,
            List<String> names,
            int number,
            String tag,
            Object body,
            BigDecimal amount) {
        return new Door.Claim(
                kind, who, keys.stream().sorted().toList(), names, number, tag, RequestHash.of(body), amount);
    }

    private TryAgainAt unsure(String list) {
        return new TryAgainAt(
                clock.instant().plusSeconds(2),
                "the vendor's list of " + list + " lost rows; it is read again before that counts");
    }
}
