package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.CHANGE;
import static io.mailwright.onboarding.parts.Part.Group.SPEND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Prices;
import io.mailwright.onboarding.Secrets;
import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The vendor's operations that cost or change something, as parts. Each sends what was approved, once, and ends when its
 * outcome is known: with its result, with {@code refused} (the vendor said no), {@code lost} (gone or dearer), {@code
 * not-approved}, {@code key-used}, or {@code problem} (a person has to mend something). Until then the step comes again by
 * itself; nothing is sent a second time.
 */
@Step("approved")
class ApprovedCalls {
    static final String CONTENT = "Content";
    static final String APPROVAL = "Approved at";
    static final String APPROVAL_WORDS = "Id of the part \"Ask a person\" where this content was shown.";
    static final String KEY = "Spend key";
    static final String KEY_WORDS =
            "Stands for this one spend, the same key never sends twice. {business key}, {activity} and {content} are filled in.";
    static final String KEY_VALUE = PartCalls.SPEND_KEY;
    private static final int NAMES_A_PURCHASE = 10;

    private final Ledger ledger;
    private final PartCalls calls;
    private final Registrations registrations;
    private final Prices prices;
    private final Secrets secrets;
    private final ScaledMail vendor;

    ApprovedCalls(
            Ledger ledger,
            PartCalls calls,
            Registrations registrations,
            Prices prices,
            Secrets secrets,
            ScaledMail vendor) {
        this.ledger = ledger;
        this.calls = calls;
        this.registrations = registrations;
        this.prices = prices;
        this.secrets = secrets;
        this.vendor = vendor;
    }

    @Part(
            name = "Buy Domains",
            description =
                    "Registers names, ten in a call, each call all or nothing, and waits until the vendor lists them.",
            group = SPEND,
            result = "bought",
            returns = "{domains: [names]}",
            errors = {"lost", "not-approved", "key-used"})
    public JsonNode buyDomains(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description =
                                    "Names with the approved price of their first year in dollars: [{\"domain\": \"a.com\", \"price\": 15.5}].",
                            value = "${plan.purchases}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
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
            description = "Buys pre-warmed domains from the vendor's stock, all or nothing.",
            group = SPEND,
            result = "warm",
            returns = "{domains: [names], order, tag}",
            errors = {"refused", "lost", "not-approved", "key-used"})
    public JsonNode buyPreWarmInboxes(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description =
                                    "{\"amount\": dollars now, \"domains\": [{\"id\", \"domain\", \"redirect\"}], \"tag\", \"sequencer\"}; ids as \"Pre Warm Inboxes\" gives them.",
                            value = "${plan.prewarmed}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
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
                    () -> stockPrice(who.organization(), items));
            Ledger.Result done = calls.known(who, result, calls.begun(wanted));
            return placed(done, items.stream().map(Ledger.WarmItem::domain).toList(), amount);
        });
    }

    private BigDecimal stockPrice(String organization, List<Ledger.WarmItem> items) {
        Wire.WarmStock stock = vendor.preWarmInboxes(organization);
        return items.stream()
                .map(item -> Stream.concat(stock.google().stream(), stock.outlook().stream())
                        .filter(inbox -> item.id().equals(inbox.id()) && inbox.pricing() != null)
                        .map(inbox -> inbox.pricing()
                                .oneTimePrice()
                                .add(inbox.pricing().monthlyPrice()))
                        .findFirst()
                        .orElseThrow(() -> new BusinessFailure(
                                "lost",
                                item.domain()
                                        + " is not in the vendor's stock any more; choose another and ask again")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Part(
            name = "Create Custom Order",
            description =
                    "Orders mailboxes for registered domains. With \"form\" the bare names are ordered and the form waits for their aliases; with \"direct\" the aliases go with the order.",
            group = SPEND,
            result = "placed",
            returns = "{order, tag, domains: [names], amount}; order may be left out until it is paid",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode createCustomOrder(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description =
                                    "The order as it was approved: {\"source\", \"amount\": dollars for the first month, \"providers\": {\"google\": {\"domains\": […]}}, \"tag\", \"hosting\", \"sequencer\", \"coupon\"}.",
                            value = "${order}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey,
            @Input(
                            label = "Aliases go with",
                            description = "form: the form afterwards; direct: the order.",
                            value = "form",
                            choices = {"form", "direct"})
                    String style) {
        OrderContent order = new OrderContent(content, "Create Custom Order");
        var wanted = new PartCalls.Wanted(
                "create-custom-order", businessKey, activity, approval, spendKey, content, order.amount());
        return calls.once(wanted, who -> {
            Ledger.Result result = ledger.createOrder(
                    who,
                    order.tag(),
                    order.names(),
                    order.source(),
                    order.coupon(),
                    order.amount(),
                    () -> order.counts().entrySet().stream()
                            .map(type -> prices.monthly(who.organization(), type.getKey(), type.getValue()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add),
                    tag -> order.body(tag, "direct".equals(style), secrets));
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
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description =
                                    "As in \"Create Custom Order\", with \"price_id\" of a package and its \"quantity\".",
                            value = "${order}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
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

    @Part(
            name = "Submit Form",
            description = "Submits the names and aliases of a paid order.",
            group = CHANGE,
            result = "submitted",
            returns = "{form, domains: [names]}",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode submitForm(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(label = CONTENT, description = "The order as it was approved, with its aliases.", value = "${order}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey,
            @Input(label = "Form", description = "The pending form's uuid.", value = "${payment.form}") String form,
            @Input(label = "Tag", description = "The order's tag.", value = "${placed.tag}", optional = true)
                    String tag) {
        OrderContent order = new OrderContent(content, "Submit Form");
        if (form == null || form.isBlank())
            throw Json.wrong(
                    "'Submit Form' was given no form; put a gateway before it that asks ${payment.form != null}");
        var wanted = new PartCalls.Wanted(
                "submit-form", businessKey, activity, approval, spendKey, content, BigDecimal.ZERO);
        return calls.once(wanted, who -> {
            String label = tag == null || tag.isBlank() ? null : tag;
            Ledger.Result result = ledger.submitForm(
                    who, form, order.names(), order.source(), label, order.body(label, true, secrets));
            calls.known(who, result, calls.begun(wanted));
            ObjectNode submitted = Json.object().put("form", form);
            submitted.set("domains", Json.of(order.names()));
            return submitted;
        });
    }

    @Part(
            name = "Cancel Order",
            description =
                    "Cancels a whole order and its subscription at once: every mailbox in it stops, nothing is refunded.",
            group = CHANGE,
            result = "cancelled",
            returns = "{order}",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode cancelOrder(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(label = CONTENT, description = "{\"order\": the order's id at the vendor}.", value = "${ending}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
        String order = Json.text(content, "order", "Cancel Order");
        return changed(
                "cancel-order",
                businessKey,
                activity,
                approval,
                content,
                spendKey,
                who -> ledger.cancelOrder(who, order));
    }

    @Part(
            name = "Update Domain Name",
            description =
                    "Asks the vendor to put a new domain into the place of one in an order. People there apply it later; the mailboxes must warm up again.",
            group = CHANGE,
            result = "swap",
            returns = "{domain, new_domain}",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode updateDomainName(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description =
                                    "{\"domain\", \"new_domain\", \"source\": scaledmail|other, \"hosting\": name of a secret, with other}.",
                            value = "${swapWanted}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
        String domain = Json.text(content, "domain", "Update Domain Name");
        String other = Json.text(content, "new_domain", "Update Domain Name");
        String source = Json.optional(content, "source");
        String hosting = Json.optional(content, "hosting");
        return changed(
                "swap-domain",
                businessKey,
                activity,
                approval,
                content,
                spendKey,
                who -> ledger.swapDomain(
                        who,
                        domain,
                        other,
                        source == null ? "scaledmail" : source,
                        hosting == null ? null : secrets.hosting(hosting)));
    }

    @Part(
            name = "Update Domain Redirect",
            description = "Asks the vendor to change where a domain leads. People there apply it later.",
            group = CHANGE,
            result = "redirected",
            returns = "{domain, redirect}",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode updateDomainRedirect(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(
                            label = CONTENT,
                            description = "{\"domain\", \"redirect\": \"https://…\"}; an empty redirect removes it.",
                            value = "${redirectWanted}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
        String domain = Json.text(content, "domain", "Update Domain Redirect");
        if (!content.path("redirect").isTextual())
            throw Json.wrong("'Update Domain Redirect' needs a text 'redirect'; an empty one removes it");
        String redirect = content.path("redirect").textValue().strip();
        return changed(
                "swap-redirect",
                businessKey,
                activity,
                approval,
                content,
                spendKey,
                who -> ledger.swapRedirect(who, domain, redirect));
    }

    @Part(
            name = "Create Workspace",
            description = "Makes a workspace at the vendor; one of that name that is there already is taken as it is.",
            group = CHANGE,
            result = "newWorkspace",
            returns = "{id, name}",
            errors = {"refused", "not-approved", "key-used"})
    public JsonNode createWorkspace(
            @Given("execution.processBusinessKey") String businessKey,
            @Given("execution.currentActivityId") String activity,
            @Input(label = APPROVAL, description = APPROVAL_WORDS) String approval,
            @Input(label = CONTENT, description = "{\"name\": 1 to 100 characters}.", value = "${workspaceWanted}")
                    JsonNode content,
            @Input(label = KEY, description = KEY_WORDS, value = KEY_VALUE) String spendKey) {
        String name = Json.text(content, "name", "Create Workspace");
        var wanted = new PartCalls.Wanted(
                "create-workspace", businessKey, activity, approval, spendKey, content, BigDecimal.ZERO);
        return calls.once(wanted, who -> {
            Ledger.Result done = calls.known(who, ledger.createWorkspace(who, name), calls.begun(wanted));
            return Json.object().put("id", done.orderId()).put("name", name);
        });
    }

    private JsonNode changed(
            String kind,
            String businessKey,
            String activity,
            String approval,
            JsonNode content,
            String spendKey,
            java.util.function.Function<Authority, Ledger.Result> send) {
        var wanted = new PartCalls.Wanted(kind, businessKey, activity, approval, spendKey, content, BigDecimal.ZERO);
        return calls.once(wanted, who -> {
            calls.known(who, send.apply(who), calls.begun(wanted));
            return content;
        });
    }

    private static JsonNode placed(Ledger.Result result, List<String> names, BigDecimal amount) {
        ObjectNode placed = Json.object();
        if (result.orderId() != null) placed.put("order", result.orderId());
        if (result.tag() != null) placed.put("tag", result.tag());
        placed.set("domains", Json.of(names));
        return placed.put("amount", amount);
    }
}
