package io.mailwright.onboarding.parts;

import static io.mailwright.onboarding.parts.Part.Group.WAIT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.campaign.Provider;
import io.mailwright.ledger.Readings;
import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Contents;
import io.mailwright.onboarding.OnlyAt;
import io.mailwright.onboarding.Organizations;
import io.mailwright.onboarding.Place;
import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Waiting for the vendor, as parts: the step comes again by itself, seconds apart at first, up to an hour for what is old,
 * and ends with {@code overdue} when it took too long.
 */
@Step("waits")
@OnlyAt(Place.OWN_TRANSACTION)
class Waits {
    private final VendorLists lists;
    private final Organizations organizations;
    private final ScaledMail vendor;
    private final PartCalls calls;
    private final Answers answers;
    private final Clock clock;

    Waits(
            VendorLists lists,
            Organizations organizations,
            ScaledMail vendor,
            PartCalls calls,
            Answers answers,
            Clock clock) {
        this.lists = lists;
        this.organizations = organizations;
        this.vendor = vendor;
        this.calls = calls;
        this.answers = answers;
        this.clock = clock;
    }

    @Part(
            name = "Wait for payment",
            description =
                    "Goes on when the order is paid: its form waits, or its domains are in an order. An order's status Active proves nothing.",
            group = WAIT,
            result = "payment",
            returns = "{order, form}; form is left out when the aliases went with the order",
            errors = {"overdue"})
    public JsonNode payment(
            @Given("execution.processInstanceId") String instance,
            @Given("execution.currentActivityId") String activity,
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(
                            label = "Order",
                            description = "What \"Create Custom Order\" or \"Create Order\" gave: {order, domains}.",
                            value = "${placed}")
                    JsonNode placed,
            @Input(label = "At most", description = "ISO 8601 duration, then overdue.", value = "PT2H") String within) {
        String organization = organizations.id(workspace);
        Set<String> names = Set.copyOf(Json.names(placed.path("domains")));
        String known = Json.optional(placed, "order");
        Map<String, Wire.ListedDomain> listed = byName(organization);
        Optional<Wire.PendingForm> form = lists.forms(organization)
                .first(row -> row.uuid() != null
                        && (known != null && known.equals(row.paymentId())
                                || !names.isEmpty() && formNames(row).equals(names)));
        boolean inOrders = !names.isEmpty() && listed.keySet().containsAll(names);
        String place = place(instance, activity, names);
        if (form.isPresent() || inOrders) {
            String order = form.map(Wire.PendingForm::paymentId)
                    .orElseGet(() -> known != null
                            ? known
                            : listed.get(names.iterator().next()).paymentId());
            ObjectNode payment = Json.object().put("order", order);
            form.ifPresent(row -> payment.put("form", row.uuid()));
            answers.forget(place);
            return payment;
        }
        boolean cancelled = known != null
                && lists.orders(organization)
                        .first(row -> known.equals(row.id()) && row.cancelled())
                        .isPresent();
        if (cancelled) throw Json.wrong("the vendor lists order " + known + " as cancelled; nothing is ordered again");
        throw notYet(organization, place, within, "the order of " + String.join(", ", names) + " is not paid yet");
    }

    @Part(
            name = "Wait for mailboxes",
            description = "Goes on when every domain is active and lists exactly the mailboxes that were ordered.",
            group = WAIT,
            result = "readyMailboxes",
            returns = "[{email, first_name, last_name, domain, provider, status}]",
            errors = {"overdue"})
    public JsonNode mailboxes(
            @Given("execution.processInstanceId") String instance,
            @Given("execution.currentActivityId") String activity,
            @Input(label = WorkspaceField.LABEL, description = WorkspaceField.DESCRIPTION, optional = true)
                    String workspace,
            @Input(
                            label = "Orders",
                            description = "One order as it was approved, with its aliases, or a list of them.",
                            value = "${plan.orders}")
                    JsonNode ordered,
            @Input(label = "At most", description = "ISO 8601 duration, then overdue.", value = "P7D") String within) {
        String organization = organizations.id(workspace);
        Map<String, Wire.ListedDomain> listed = byName(organization);
        List<OrderContent> contents = new ArrayList<>();
        for (JsonNode order : ordered.isArray() ? ordered : Json.array().add(ordered))
            contents.add(new OrderContent(order, "Wait for mailboxes"));
        List<String> names =
                contents.stream().flatMap(order -> order.names().stream()).toList();
        String place = place(instance, activity, Set.copyOf(names));
        Map<String, JsonNode> ready = answers.at(place);
        for (OrderContent content : contents)
            content.providers()
                    .forEach((type, part) -> part.domains().forEach(domain -> {
                        String name = domain.domain().strip().toLowerCase(Locale.ROOT);
                        Wire.ListedDomain row = listed.get(name);
                        if (ready.containsKey(name) || row == null || !row.active() || row.id() == null) return;
                        read(organization, row, Provider.of(type), domain)
                                .ifPresent(found -> answers.keep(place, name, found));
                    }));
        Map<String, JsonNode> all = answers.at(place);
        List<String> missing =
                names.stream().filter(name -> !all.containsKey(name)).toList();
        if (!missing.isEmpty())
            throw notYet(
                    organization, place, within, "the mailboxes of " + String.join(", ", missing) + " are not ready");
        ArrayNode mailboxes = Json.array();
        names.forEach(name -> mailboxes.addAll((ArrayNode) all.get(name)));
        answers.forget(place);
        return mailboxes;
    }

    /** Exactly what was ordered, in its order; empty while anything of it is missing. */
    private Optional<JsonNode> read(
            String organization, Wire.ListedDomain row, Provider type, Wire.DomainBody ordered) {
        List<Wire.Mailbox> listed =
                vendor.mailboxes(organization, row.id(), false).orElse(List.of());
        Map<String, Wire.Mailbox> byLocalPart = listed.stream()
                .filter(mailbox -> localPart(mailbox) != null)
                .collect(Collectors.toMap(Waits::localPart, Function.identity(), (a, b) -> a));
        List<String> wanted = ordered.aliases() == null
                ? byLocalPart.keySet().stream().sorted().toList()
                : ordered.aliases().stream()
                        .map(alias -> alias.alias().toLowerCase(Locale.ROOT))
                        .toList();
        if (wanted.size() < type.aliasesPerDomain() || !byLocalPart.keySet().containsAll(wanted))
            return Optional.empty();
        ArrayNode rows = Json.array();
        for (String local : wanted) {
            Wire.Mailbox mailbox = byLocalPart.get(local);
            rows.addObject()
                    .put("email", local + "@" + Readings.name(row.domain()))
                    .put("first_name", mailbox.firstName())
                    .put("last_name", mailbox.lastName())
                    .put("domain", Readings.name(row.domain()))
                    .put("provider", type.word())
                    .put("status", mailbox.status());
        }
        return Optional.of(rows);
    }

    private static String localPart(Wire.Mailbox mailbox) {
        String text = mailbox.alias() != null && !mailbox.alias().isBlank() ? mailbox.alias() : mailbox.email();
        if (text == null || text.isBlank()) return null;
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("@.*", "");
    }

    private Map<String, Wire.ListedDomain> byName(String organization) {
        return lists.domains(organization).rows().stream()
                .collect(Collectors.toMap(row -> Readings.name(row.domain()), Function.identity(), (a, b) -> a));
    }

    private static Set<String> formNames(Wire.PendingForm form) {
        return form.data() == null
                ? Set.of()
                : form.data().domains().stream().map(Readings::name).collect(Collectors.toSet());
    }

    private RuntimeException notYet(String organization, String place, String within, String what) {
        Instant begun = answers.begun(place);
        Duration most;
        try {
            most = Duration.parse(within == null ? "" : within.strip());
        } catch (DateTimeParseException unreadable) {
            return Json.wrong("'" + within + "' is no duration; write one such as PT2H or P7D");
        }
        if (clock.instant().isBefore(begun.plus(most))) return calls.later(organization, begun, what);
        // a part that is reached again waits anew
        answers.forget(place);
        return new BusinessFailure("overdue", what + " after " + within);
    }

    private static String place(String instance, String activity, Set<String> names) {
        return instance + " " + activity + " "
                + Contents.hash(Json.of(names.stream().sorted().toList())).substring(0, 12);
    }
}
