package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.READ;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.campaign.Provider;
import io.mailwright.onboarding.OnlyAt;
import io.mailwright.onboarding.Organizations;
import io.mailwright.onboarding.Place;
import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The vendor's operations that cost and change nothing, as parts. They are repeated by themselves when the vendor is away;
 * what it refuses ends with {@code problem}. Results have the vendor's own names (docs/scaledmail-api.md, section 2).
 */
@Step("vendor")
class VendorReads {
    private final ScaledMail vendor;
    private final Organizations organizations;
    private final Answers answers;
    private final PartWaits waits;
    private final VendorSettings settings;

    VendorReads(
            ScaledMail vendor, Organizations organizations, Answers answers, PartWaits waits, VendorSettings settings) {
        this.vendor = vendor;
        this.organizations = organizations;
        this.answers = answers;
        this.waits = waits;
        this.settings = settings;
    }

    @Part(
            name = "Get Workspaces",
            description = "Every workspace the key reaches.",
            group = READ,
            result = "workspaces",
            returns = "[{id, name}]")
    public JsonNode workspaces() {
        return Json.of(vendor.organizations());
    }

    @Part(
            name = "Pre Warm Inboxes",
            description = "Pre-warmed domains in the vendor's stock.",
            group = READ,
            result = "stock",
            returns =
                    "{google: [{id, domain, emailMailboxCount, pricing: {oneTimePrice, monthlyPrice}}], outlook: […]}; dollars")
    public JsonNode preWarmInboxes(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace) {
        return Json.of(vendor.preWarmInboxes(organizations.id(workspace)));
    }

    @Part(
            name = "Get Domains",
            description = "Domains that are in an order, with their mailboxes' names.",
            group = READ,
            result = "listedDomains",
            returns =
                    "[{id, domain, status, redirect, tag, order_type, payment_id, total_mailboxes, mailbox: [{first_name, last_name, alias}]}]")
    public JsonNode domains(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace) {
        return Json.of(vendor.domains(organizations.id(workspace)));
    }

    @Part(
            name = "Search Domains",
            version = 2,
            description =
                    "Availability and price of names, as many as you like: they are asked in batches at the vendor's pace,"
                            + " and what came is kept while it goes on. An empty list gives an empty one. A name the vendor leaves out is not in the result.",
            group = READ,
            result = "found",
            returns =
                    "[{domain, status: available|taken|error, price, renewPrice, blacklisted: []}]; dollars for a year",
            errors = {"file-refused"})
    @OnlyAt(Place.OWN_TRANSACTION)
    public JsonNode searchDomains(
            @Given("execution.processInstanceId") String instance,
            @Given("execution.currentActivityId") String activity,
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(
                            label = "Names",
                            description =
                                    "The names to search: JSON such as ${campaign.candidates}, or names with commas between.",
                            value = "${campaign.candidates}")
                    JsonNode names) {
        List<String> wanted = Json.names(names);
        if (wanted.isEmpty() && !names.isArray())
            throw Json.wrong("'Search Domains' was given no names; write them into its field 'Names'");
        String place = instance + " " + activity;
        return waits.during(place, instance, activity, () -> {
            if (!wanted.isEmpty()) search(organizations.id(workspace), place, wanted);
            ArrayNode found = Json.array();
            Map<String, JsonNode> all = answers.at(place);
            wanted.stream()
                    .map(all::get)
                    .filter(row -> row != null && !row.isNull())
                    .forEach(found::add);
            answers.forget(place);
            return found;
        });
    }

    private void search(String organization, String place, List<String> wanted) {
        Map<String, JsonNode> known = answers.at(place);
        List<String> open =
                wanted.stream().filter(name -> !known.containsKey(name)).toList();
        Instant until = answers.until();
        for (int from = 0; from < open.size(); from += settings.namesPerSearch()) {
            answers.goOnLater(until, (open.size() - from) + " more names are to be searched");
            List<String> some = open.subList(from, Math.min(open.size(), from + settings.namesPerSearch()));
            Map<String, Wire.SearchRow> rows = vendor.search(organization, some);
            for (String name : some)
                answers.keep(place, name, rows.containsKey(name) ? Json.of(rows.get(name)) : Json.MAPPER.nullNode());
        }
    }

    @Part(
            name = "Suggest Domains",
            description = "Names that the vendor makes of a keyword, a page of at most fifty.",
            group = READ,
            result = "suggested",
            returns =
                    "{total, page, total_pages, domains: [{domain, status, price, renewPrice, blacklisted}]}; dollars for a year")
    public JsonNode suggestDomains(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(label = "Keyword", description = "A word or a name; its ending is dropped.", value = "acme")
                    String keyword,
            @Input(
                            label = "Endings",
                            description =
                                    "Top-level domains with commas between, or JSON; empty: com, io, net, co, org.",
                            value = "com, io",
                            optional = true)
                    JsonNode tlds,
            @Input(label = "Page", description = "From 1.", value = "1") int page) {
        List<String> endings = Json.names(tlds).stream()
                .map(tld -> tld.startsWith(".") ? tld.substring(1) : tld)
                .toList();
        return vendor.suggest(
                        organizations.id(workspace),
                        keyword,
                        endings.isEmpty() ? List.of("com", "io", "net", "co", "org") : endings,
                        Math.max(1, page))
                .map(Json::of)
                .orElseGet(() -> Json.object().put("total", 0).set("domains", Json.array()));
    }

    @Part(
            name = "Get Purchased Domains",
            description = "Every name registered through the vendor; those without domain_id are in no order.",
            group = READ,
            result = "registered",
            returns = "[{domain, domain_id, created_at, renewal_at, renewal_price}]")
    public JsonNode purchasedDomains(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace) {
        return Json.of(vendor.purchasedDomains(organizations.id(workspace)));
    }

    @Part(
            name = "Calculate Package",
            description = "What mailboxes of one type cost.",
            group = READ,
            result = "quote",
            returns =
                    "{provider, pricePerUnit, pricingBasis: mailbox|domain, requiredDomains, requiredMailboxes, totalPrice}; dollars a month")
    public JsonNode calculatePackage(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(
                            label = "Mailbox type",
                            description = "google, outlook or smtp.",
                            value = "google",
                            choices = {"google", "outlook", "smtp"})
                    String type) {
        return Json.of(vendor.calculatePackage(organizations.id(workspace), type(type)));
    }

    @Part(
            name = "Get Packages",
            description = "The vendor's fixed packages; their id is what \"Create Order\" orders.",
            group = READ,
            result = "packages",
            returns = "[{id: price_…, name, tier, price, domains, google, microsoft}]; dollars a month")
    public JsonNode packages() {
        return Json.of(vendor.packages());
    }

    @Part(
            name = "Get Orders",
            description = "Every order of the workspace. Active does not mean paid.",
            group = READ,
            result = "listedOrders",
            returns = "[{id, amount, created_at, status, description}]; dollars a month")
    public JsonNode orders(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace) {
        return Json.of(vendor.orders(organizations.id(workspace)));
    }

    @Part(
            name = "Get Order Details",
            description = "One order with its tag and domains.",
            group = READ,
            result = "orderDetails",
            returns = "{id, amount, created_at, tag, status, packages: [{type, domains: [{id, name, status}]}]}")
    public JsonNode order(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(label = "Order", description = "The order's id at the vendor.", value = "${placed.order}")
                    String order) {
        return Json.of(vendor.order(organizations.id(workspace), order));
    }

    @Part(
            name = "Get Pending Forms",
            description = "Paid orders whose names were never submitted.",
            group = READ,
            result = "waitingForms",
            returns =
                    "[{uuid, payment_id, description, created_at, amount, type, data: {quantity, domains_required, domains: []}}]")
    public JsonNode pendingForms(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace) {
        return Json.of(vendor.pendingForms(organizations.id(workspace)));
    }

    @Part(
            name = "Get Mailboxes by Domain ID",
            description = "A domain's mailboxes, never with passwords.",
            group = READ,
            result = "listedMailboxes",
            returns = "[{first_name, last_name, alias, email, status}]; empty while there are none")
    public JsonNode mailboxes(
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(
                            label = "Domain id",
                            description = "The id that \"Get Domains\" gives, not the name.",
                            value = "${domain.id}")
                    String domainId) {
        ArrayNode rows = Json.array();
        vendor.mailboxes(organizations.id(workspace), domainId, false)
                .ifPresent(mailboxes -> mailboxes.forEach(mailbox -> {
                    ObjectNode row = Json.MAPPER.valueToTree(mailbox);
                    row.remove("mailbox_password");
                    rows.add(row);
                }));
        return rows;
    }

    private static Provider type(String word) {
        try {
            return Provider.of(word);
        } catch (IllegalArgumentException unknown) {
            throw Json.wrong("'" + word + "' is no mailbox type; write google, outlook or smtp");
        }
    }
}
