package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.SPEND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.OnlyAt;
import io.mailwright.onboarding.Place;
import io.mailwright.onboarding.Secrets;
import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorSettings.OrderStyle;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The vendor's operations that spend money, as parts. Each sends what was approved, once, and ends when its outcome is known: with
 * its result, with {@code refused} (the vendor said no), {@code lost} (gone or dearer), {@code not-approved}, {@code key-used}, or {@code problem} (a
 * person has to mend something). Until then the step comes again by itself; nothing is sent a second time.
 */
@Step("spending")
@OnlyAt(Place.OWN_TRANSACTION)
class SpendingParts {
    private static final int NAMES_A_PURCHASE = 10;

    private final Ledger ledger;
    private final PartCalls calls;
    private final Registrations registrations;
    private final CustomOrders customOrders;
    private final WarmPrice warmPrice;
    private final Secrets secrets;
    private final ScaledMail vendor;

    SpendingParts(
            Ledger ledger,
            PartCalls calls,
            Registrations registrations,
            CustomOrders customOrders,
            WarmPrice warmPrice,
            Secrets secrets,
            ScaledMail vendor) {
        this.ledger = ledger;
        this.calls = calls;
        this.registrations = registrations;
        this.customOrders = customOrders;
        this.warmPrice = warmPrice;
        this.secrets = secrets;
        this.vendor = vendor;
    }

    @Part(
            name = "Buy Domains",
            version = 2,
            description =
                    "Registers names, ten in a call, each call all or nothing, and waits until the vendor lists them. Passes with an empty list.",
            group = SPEND,
            result = "bought",
            returns = "{domains: [names]}",
            errors = {"lost", "not-approved", "key-used"})
    public JsonNode buyDomains(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description =
                                    "Names with the approved price of their first year in dollars: [{\"domain\": \"a.com\", \"price\": 15.5}].",
                            value = "${plan.purchases}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
        if (content.isArray() && content.isEmpty()) return Json.object().set("domains", Json.array());
        List<Ledger.PricedName> names = new ArrayList<>();
        content.forEach(row -> names.add(new Ledger.PricedName(
                Json.names(row).stream()
                        .findFirst()
                        .orElseThrow(() -> Json.wrong("'Buy Domains' was given a row without a domain")),
                Json.amount(row, "price", "Buy Domains"))));
        BigDecimal amount = names.stream().map(Ledger.PricedName::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        var wanted = new PartCalls.Wanted("buy-domains", businessKey, activity, approval, spendKey, content, amount);
        return calls.once(wanted, who -> {
            for (int from = 0; from < names.size(); from += NAMES_A_PURCHASE)
                buy(who, wanted, names.subList(from, Math.min(names.size(), from + NAMES_A_PURCHASE)));
            List<String> domains = names.stream().map(Ledger.PricedName::domain).toList();
            registrations.await(who.organization(), domains, calls.begun(wanted));
            ObjectNode result = Json.object();
            result.set("domains", Json.of(domains));
            return result;
        });
    }

    private void buy(Authority who, PartCalls.Wanted wanted, List<Ledger.PricedName> batch) {
        if (ledger.boughtOrOpen(who.campaign(), who.organization())
                        .containsAll(
                                batch.stream().map(Ledger.PricedName::domain).toList())
                && ledger.openOf(who.campaign()).isEmpty()) return;
        Map<String, Ledger.Fate> fates = ledger.buyDomains(who, batch);
        List<String> lost = fates.entrySet().stream()
                .filter(entry -> entry.getValue() == Ledger.Fate.LOST)
                .map(Map.Entry::getKey)
                .toList();
        if (!lost.isEmpty())
            throw new BusinessFailure(
                    "lost",
                    String.join(", ", lost)
                            + " can't be had at the approved price any more; choose others and ask again");
        throw calls.later(
                who.organization(),
                calls.begun(wanted),
                "the purchase of " + String.join(", ", fates.keySet()) + " goes on");
    }

    @Part(
            name = "Buy Pre Warm Inboxes",
            version = 2,
            description =
                    "Buys pre-warmed domains from the vendor's stock, all or nothing; lost when one is gone or dearer.",
            group = SPEND,
            result = "warm",
            returns = "{domains: [names], order, tag}",
            errors = {"refused", "lost", "not-approved", "key-used"})
    public JsonNode buyPreWarmInboxes(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description =
                                    "{\"amount\": dollars now, \"domains\": [{\"id\", \"domain\", \"redirect\"}], \"tag\", \"sequencer\"}; ids as \"Pre Warm Inboxes\" gives them.",
                            value = "${plan.prewarmed}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
        BigDecimal amount = Json.amount(content, "amount", "Buy Pre Warm Inboxes");
        List<Ledger.WarmItem> items = new ArrayList<>();
        content.path("domains")
                .forEach(row -> items.add(new Ledger.WarmItem(
                        Json.text(row, "id", "Buy Pre Warm Inboxes"),
                        Json.text(row, "domain", "Buy Pre Warm Inboxes"),
                        Json.optional(row, "redirect"))));
        String tag = Json.optional(content, "tag");
        var wanted = new PartCalls.Wanted(
                "buy-pre-warm-inboxes", businessKey, activity, approval, spendKey, content, amount);
        return calls.once(wanted, who -> {
            Ledger.Result result = ledger.buyPrewarmed(
                    who,
                    tag == null ? "" : tag,
                    items,
                    OrderContent.sequencer(content, secrets),
                    amount,
                    () -> warmPrice.now(who.organization(), items, amount));
            Ledger.Result done = calls.known(who, result, calls.begun(wanted));
            return placed(done, items.stream().map(Ledger.WarmItem::domain).toList(), amount);
        });
    }

    @Part(
            name = "Create Custom Order",
            version = 2,
            description =
                    "Orders mailboxes for registered domains. With \"form\" the bare names are ordered and the form waits for their aliases; with \"direct\" the aliases go with the order; \"auto\" orders bare names first and sends the aliases with them when the vendor asks for that.",
            group = SPEND,
            result = "placed",
            returns = "{order, tag, domains: [names], amount}; order may be left out until it is paid",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode createCustomOrder(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description =
                                    "The order as it was approved: {\"source\", \"amount\": dollars for the first month, \"providers\": {\"google\": {\"domains\": […]}}, \"tag\", \"hosting\", \"sequencer\", \"coupon\"}.",
                            value = "${order}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE) String spendKey,
            @Input(
                            label = "Aliases go with",
                            description =
                                    "auto: as the setting SCALEDMAIL_ORDER_STYLE says; form: the form afterwards; direct: the order.",
                            value = "auto",
                            choices = {"auto", "form", "direct"})
                    String style) {
        OrderContent order = new OrderContent(content, "Create Custom Order");
        var wanted = new PartCalls.Wanted(
                "create-custom-order", businessKey, activity, approval, spendKey, content, order.amount());
        OrderStyle way = customOrders.style(style);
        return calls.once(wanted, who -> {
            Ledger.Result result = customOrders.place(who, order, way);
            return placed(calls.known(who, result, calls.begun(wanted)), order.names(), order.amount());
        });
    }

    @Part(
            name = "Create Order",
            description = "Orders a fixed package for registered domains; the aliases go with it.",
            group = SPEND,
            result = "placed",
            returns = "{order, tag, domains: [names], amount}; order may be left out until it is paid",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode createOrder(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description =
                                    "As in \"Create Custom Order\", with \"price_id\" of a package and its \"quantity\".",
                            value = "${order}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
        OrderContent order = new OrderContent(content, "Create Order");
        String priceId = Json.text(content, "price_id", "Create Order");
        int quantity = Math.max(1, content.path("quantity").asInt(1));
        var wanted = new PartCalls.Wanted(
                "create-order", businessKey, activity, approval, spendKey, content, order.amount());
        return calls.once(wanted, who -> {
            Ledger.Result result = ledger.createPackageOrder(
                    who,
                    order.tag(),
                    priceId,
                    quantity,
                    order.names(),
                    order.source(),
                    order.coupon(),
                    order.amount(),
                    () -> packagePrice(priceId).multiply(BigDecimal.valueOf(quantity)),
                    tag -> order.body(tag, true, secrets));
            return placed(calls.known(who, result, calls.begun(wanted)), order.names(), order.amount());
        });
    }

    private BigDecimal packagePrice(String priceId) {
        return vendor.packages().stream()
                .filter(row -> priceId.equals(row.id()) && row.price() != null)
                .map(Wire.Package::price)
                .findFirst()
                .orElseThrow(() -> new BusinessFailure(
                        "refused",
                        "the vendor has no package '" + priceId + "'; take an id that \"Get Packages\" gives"));
    }

    private static JsonNode placed(Ledger.Result result, List<String> names, BigDecimal amount) {
        ObjectNode placed = Json.object();
        if (result.orderId() != null) placed.put("order", result.orderId());
        if (result.tag() != null) placed.put("tag", result.tag());
        placed.set("domains", Json.of(names));
        return placed.put("amount", amount);
    }
}
