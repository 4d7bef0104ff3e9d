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
    private final PartWaits said;
    private final Clock clock;

    Waits(
            VendorLists lists,
            Organizations organizations,
            ScaledMail vendor,
            PartCalls calls,
            Answers answers,
            PartWaits said,
            Clock clock) {
        this.lists = lists;
        this.organizations = organizations;
        this.vendor = vendor;
        this.calls = calls;
        this.answers = answers;
        this.said = said;
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
        Set<String> names = Set.copyOf(Json.names(placed.path("domains")));
        String place = place(instance, activity, names);
        return said.during(
                place, instance, activity, () -> payment(organizations.id(workspace), placed, names, place, within));
    }

    private JsonNode payment(String organization, JsonNode placed, Set<String> names, String place, String within) {
        String known = Json.optional(placed, "order");
        Map<String, Wire.ListedDomain> listed = byName(organization);
        Optional<Wire.PendingForm> form = lists.forms(organization)
                .first(row -> row.uuid() != null
                        && (known != null && known.equals(row.paymentId())
                                || !names.isEmpty() && formNames(row).equals(names)));
        boolean inOrders = !names.isEmpty() && listed.keySet().containsAll(names);
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
            version = 2,
            description =
                    "Goes on when every domain is active and lists exactly the mailboxes that were ordered; a problem when it lists others.",
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
        List<OrderContent> orders = new ArrayList<>();
        for (JsonNode order : ordered.isArray() ? ordered : Json.array().add(ordered))
            orders.add(new OrderContent(order, "Wait for mailboxes"));
        List<String> names =
                orders.stream().flatMap(order -> order.names().stream()).toList();
        String place = place(instance, activity, Set.copyOf(names));
        return said.during(
                place, instance, activity, () -> mailboxes(organizations.id(workspace), orders, names, place, within));
    }

    private JsonNode mailboxes(
            String organization, List<OrderContent> orders, List<String> names, String place, String within) {
        read(organization, orders, place);
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

    /** Of each domain that is active and was not complete yet. */
    private void read(String organization, List<OrderContent> orders, String place) {
        Map<String, Wire.ListedDomain> listed = byName(organization);
        Map<String, JsonNode> ready = answers.at(place);
        Instant until = answers.until();
        for (OrderContent order : orders)
            order.providers()
                    .forEach((type, part) -> part.domains().forEach(domain -> {
                        String name = Readings.name(domain.domain());
                        Wire.ListedDomain row = listed.get(name);
                        if (ready.containsKey(name) || row == null || !row.active() || row.id() == null) return;
                        answers.goOnLater(until, "there are more domains whose mailboxes are to be read");
                        OrderedMailboxes wanted = new OrderedMailboxes(name, Provider.of(type), domain.aliases());
                        wanted.among(vendor.mailboxes(organization, row.id(), false)
                                        .orElse(List.of()))
                                .ifPresent(found -> answers.keep(place, name, found));
                    }));
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
