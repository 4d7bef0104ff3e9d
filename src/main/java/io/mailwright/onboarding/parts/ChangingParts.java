package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.CHANGE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.onboarding.OnlyAt;
import io.mailwright.onboarding.Place;
import io.mailwright.onboarding.Secrets;
import io.mailwright.onboarding.Step;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * The vendor's operations that change something at no charge, as parts. Each sends what was approved, once, and ends when its outcome is known: with
 * its result, with {@code refused} (the vendor said no), {@code not-approved}, {@code key-used}, or {@code problem} (a
 * person has to mend something). Until then the step comes again by itself; nothing is sent a second time.
 */
@Step("changing")
@OnlyAt(Place.OWN_TRANSACTION)
class ChangingParts {
    private final Ledger ledger;
    private final PartCalls calls;
    private final Secrets secrets;

    ChangingParts(Ledger ledger, PartCalls calls, Secrets secrets) {
        this.ledger = ledger;
        this.calls = calls;
        this.secrets = secrets;
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
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description = "The order as it was approved, with its aliases.",
                            value = "${order}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE) String spendKey,
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
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description = "{\"order\": the order's id at the vendor}.",
                            value = "${ending}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
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
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description =
                                    "{\"domain\", \"new_domain\", \"source\": scaledmail|other, \"hosting\": name of a secret, with other}.",
                            value = "${swapWanted}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
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
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description = "{\"domain\", \"redirect\": \"https://…\"}; an empty redirect removes it.",
                            value = "${redirectWanted}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
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
            @Input(label = Approved.APPROVAL, description = Approved.APPROVAL_WORDS) String approval,
            @Input(
                            label = Approved.CONTENT,
                            description = "{\"name\": 1 to 100 characters}.",
                            value = "${workspaceWanted}")
                    JsonNode content,
            @Input(label = Approved.KEY, description = Approved.KEY_WORDS, value = Approved.KEY_VALUE)
                    String spendKey) {
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
            Function<Authority, Ledger.Result> send) {
        var wanted = new PartCalls.Wanted(kind, businessKey, activity, approval, spendKey, content, BigDecimal.ZERO);
        return calls.once(wanted, who -> {
            calls.known(who, send.apply(who), calls.begun(wanted));
            return content;
        });
    }
}
