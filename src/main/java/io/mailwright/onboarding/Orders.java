package io.mailwright.onboarding;

import io.mailwright.ledger.Authority;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.ledger.NamesNotApproved;
import io.mailwright.ledger.Readings;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Plan;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Placing orders and seeing them paid. */
@Step("orders")
class Orders {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final FormRecords formRecords;
    private final Attempting attempting;
    private final Bodies bodies;
    private final Ledger ledger;
    private final Readings readings;
    private final Plans plans;
    private final SecondLook secondLook;
    private final Prices prices;
    private final Amounts amounts;
    private final VendorSettings settings;

    Orders(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            FormRecords formRecords,
            Attempting attempting,
            Bodies bodies,
            Ledger ledger,
            Readings readings,
            Plans plans,
            SecondLook secondLook,
            Prices prices,
            Amounts amounts,
            VendorSettings settings) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.formRecords = formRecords;
        this.attempting = attempting;
        this.bodies = bodies;
        this.ledger = ledger;
        this.readings = readings;
        this.plans = plans;
        this.secondLook = secondLook;
        this.prices = prices;
        this.amounts = amounts;
        this.settings = settings;
    }

    /** The numbers of a campaign's orders. */
    public List<Integer> numbers(String id) {
        return orderRecords.orders(id).stream().map(OrderRow::number).toList();
    }

    /** The process that sets up one of them. */
    public String process(String id, Integer number) {
        return orderRecords.order(id + "/" + number).prewarmed() ? "prewarmed-order" : "mailbox-order";
    }

    /** Places the order, once; a vendor that wants the aliases with it gets them in a second request, if so set. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void create(String key) {
        OrderRow order = orderRecords.order(key);
        if (inWebApp(order)) return;
        if (orderRecords.domains(order).isEmpty()) {
            records.aside(() -> orderRecords.stage(order, Stage.ONBOARDED));
            return;
        }
        if (order.stage().ordinal() < Stage.ORDERING.ordinal())
            records.aside(() -> orderRecords.stage(order, Stage.ORDERING));
        attempting.of(order, () -> {
            Result result;
            try {
                result = placeAsAsked(order);
            } catch (NamesNotApproved first) {
                return;
            }
            if (result.outcome() == Outcome.REFUSED)
                throw new BusinessFailure(
                        "data-refused", "the vendor refused order " + order.number() + ": " + result.reason());
            if (result.outcome() == Outcome.OPEN) return;
            Result placed = result;
            records.aside(() -> {
                if (placed.orderId() != null) orderRecords.set(order, "vendor_order_id", placed.orderId());
                if (placed.tag() != null) orderRecords.set(order, "tag", placed.tag());
                if (order.stage().ordinal() <= Stage.ORDERING.ordinal())
                    orderRecords.stage(order, Stage.AWAITING_PAYMENT);
                orderRecords.domains(order).stream()
                        .filter(domain -> domain.state() == DomainRow.State.REGISTERED)
                        .forEach(domain -> orderRecords.state(domain, DomainRow.State.ORDERED));
            });
        });
    }

    /** Whether the order is known to be placed. */
    public boolean created(String key) {
        return orderRecords.order(key).stage().ordinal() > Stage.ORDERING.ordinal();
    }

    /** Whether it would carry names that somebody has to approve first. */
    public boolean awaitsApproval(String key) {
        OrderRow order = orderRecords.order(key);
        return order.direct() && !created(key) && !unsettled(order) && !secondLook.given(order);
    }

    /** A call to place it has no known outcome yet. */
    boolean unsettled(OrderRow order) {
        return ledger.unsettled(
                order.campaign(),
                order.number(),
                order.prewarmed() ? SpendKind.BUY_PREWARMED : SpendKind.CREATE_CUSTOM_ORDER);
    }

    /** Paid means: its form is pending, or its domains are listed. The order's own status proves nothing. */
    public boolean paid(String key) {
        OrderRow order = orderRecords.order(key);
        List<DomainRow> domains = orderRecords.domains(order);
        if (domains.isEmpty() || inWebApp(order)) return true;
        String organization = records.campaign(order.campaign()).organization();
        Set<String> names = domains.stream().map(DomainRow::domain).collect(Collectors.toSet());
        Optional<Wire.PendingForm> form =
                readings.lastForms(organization).flatMap(forms -> forms.first(row -> belongs(row, order, names)));
        Set<String> inOrders = readings.lastDomains(organization)
                .map(reading -> reading.rows().stream()
                        .map(row -> Readings.name(row.domain()))
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        if (form.isEmpty() && !inOrders.containsAll(names)) return false;
        String vendorOrder = form.map(Wire.PendingForm::paymentId)
                .or(() -> orderOf(organization, names))
                .orElse(order.vendorOrderId());
        noteAmount(order, organization, vendorOrder, form.map(Wire.PendingForm::amount));
        records.aside(() -> {
            if (vendorOrder != null) orderRecords.set(order, "vendor_order_id", vendorOrder);
            if (!inOrders.containsAll(names)) form.ifPresent(row -> orderRecords.set(order, "form_uuid", row.uuid()));
            if (order.stage() != Stage.AWAITING_PAYMENT) return;
            if (order.problem() != null) orderRecords.problem(order, null);
            orderRecords.stage(order, inOrders.containsAll(names) ? Stage.PROVISIONING : Stage.SUBMITTING);
        });
        return true;
    }

    /** A form that lists no names is known by its order's id, which may have to be looked for first. */
    void identify(OrderRow order) {
        if (order.vendorOrderId() != null || order.tag() == null) return;
        String organization = records.campaign(order.campaign()).organization();
        boolean nameless = readings.lastForms(organization)
                .flatMap(forms -> forms.first(
                        row -> row.data() == null || row.data().domains().isEmpty()))
                .isPresent();
        if (!nameless) return;
        ledger.identified(plans.authority(order), order.tag())
                .ifPresent(id -> records.aside(() -> orderRecords.set(order, "vendor_order_id", id)));
    }

    /** Whether the vendor's last list says that the order is cancelled; then nothing more comes of it. */
    boolean cancelled(OrderRow order) {
        return order.vendorOrderId() != null
                && readings.lastOrders(records.campaign(order.campaign()).organization())
                        .flatMap(orders ->
                                orders.first(row -> order.vendorOrderId().equals(row.id())))
                        .map(Wire.Order::cancelled)
                        .orElse(false);
    }

    /** An order that was cancelled at the vendor is for a person, as long as it still is. */
    void requireLiving(OrderRow order) {
        if (!cancelled(order)) return;
        readings.orders(records.campaign(order.campaign()).organization());
        if (cancelled(order))
            throw new BusinessFailure(
                    "problem",
                    "order " + order.number() + " (" + order.vendorOrderId()
                            + ") is cancelled at the vendor, so no mailboxes come of it: have the vendor reopen it, then go on,"
                            + " or cancel the campaign");
    }

    /** The vendor's amount, when it is first listed. */
    void noteAmount(OrderRow order) {
        noteAmount(order, records.campaign(order.campaign()).organization(), order.vendorOrderId(), Optional.empty());
    }

    /** It was placed and paid there; only its form is ours to submit. */
    private boolean inWebApp(OrderRow order) {
        return formRecords.adoption(order.campaign()).isPresent();
    }

    private Result placeAsAsked(OrderRow order) {
        Result result = place(order, order.direct());
        if (order.direct() || !BareNames.wanting(result, settings.orderStyle())) return result;
        records.aside(() -> orderRecords.set(order, "style", "direct"));
        return place(order, true);
    }

    private Result place(OrderRow order, boolean direct) {
        Plan plan = planRecords.plan(order.campaign()).orElseThrow();
        List<DomainRow> domains = orderRecords.domains(order);
        Authority who = direct ? secondLook.authority(order, domains) : plans.authority(order);
        return ledger.createOrder(
                who,
                plan.tag(),
                domains.stream().map(DomainRow::domain).toList(),
                order.source(),
                plan.coupon(),
                amounts.approved(order),
                () -> prices.monthly(who.organization(), order.provider(), domains.size()),
                tag -> bodies.of(order, domains, plan, tag, direct));
    }

    private static boolean belongs(Wire.PendingForm form, OrderRow order, Set<String> names) {
        if (order.vendorOrderId() != null && order.vendorOrderId().equals(form.paymentId())) return true;
        return form.data() != null
                && form.data().domains() != null
                && form.data().domains().stream()
                        .map(Readings::name)
                        .collect(Collectors.toSet())
                        .equals(names);
    }

    private Optional<String> orderOf(String organization, Set<String> names) {
        return readings.lastDomains(organization)
                .flatMap(reading ->
                        reading.first(row -> row.paymentId() != null && names.contains(Readings.name(row.domain()))))
                .map(Wire.ListedDomain::paymentId);
    }

    private void noteAmount(OrderRow order, String organization, String vendorOrder, Optional<BigDecimal> onForm) {
        if (vendorOrder == null || order.vendorAmount() != null) return;
        readings.lastOrders(organization)
                .flatMap(orders -> orders.first(row -> vendorOrder.equals(row.id())))
                .map(Wire.Order::amount)
                .or(() -> onForm)
                .ifPresent(amount -> {
                    // of pre-warmed ones the vendor may list the monthly price alone
                    if (!order.prewarmed() || amount.compareTo(amounts.now(order)) >= 0)
                        ledger.amountSeen(organization, vendorOrder, amount);
                    // last: with it the amount counts as told
                    records.aside(() -> orderRecords.set(order, "vendor_amount", amount));
                });
    }
}
