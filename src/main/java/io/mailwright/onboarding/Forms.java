package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Plan;
import java.util.List;

/** Submitting the names and aliases of an order that is paid and waits for them. */
@Step("forms")
class Forms {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final Attempting attempting;
    private final Bodies bodies;
    private final Ledger ledger;
    private final SecondLook secondLook;
    private final Orders orders;
    private final Amounts amounts;

    Forms(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            Attempting attempting,
            Bodies bodies,
            Ledger ledger,
            SecondLook secondLook,
            Orders orders,
            Amounts amounts) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.attempting = attempting;
        this.bodies = bodies;
        this.ledger = ledger;
        this.secondLook = secondLook;
        this.orders = orders;
        this.amounts = amounts;
    }

    /** Whether the order waits for a form that was not submitted yet. */
    public boolean pending(String key) {
        OrderRow order = orderRecords.order(key);
        return order.formUuid() != null && !submitted(key);
    }

    /** Nobody has to look at its names again: the file does not ask for it, somebody did, or they were sent before. */
    public boolean approved(String key) {
        OrderRow order = orderRecords.order(key);
        String organization = records.campaign(order.campaign()).organization();
        return secondLook.given(order) || ledger.submittedOrOpen(organization, order.formUuid());
    }

    @OnlyAt(Place.OWN_TRANSACTION)
    public void submit(String key) {
        OrderRow order = orderRecords.order(key);
        attempting.of(order, () -> {
            orders.requireLiving(order);
            amounts.ask(order);
            Plan plan = planRecords.plan(order.campaign()).orElseThrow();
            List<DomainRow> domains = orderRecords.domains(order);
            Result result = ledger.submitForm(
                    secondLook.authority(order, domains),
                    order.formUuid(),
                    domains.stream().map(DomainRow::domain).toList(),
                    order.source(),
                    order.tag(),
                    bodies.of(order, domains, plan, order.tag(), true));
            if (result.outcome() == Outcome.REFUSED)
                throw new BusinessFailure(
                        "data-refused",
                        "the vendor refused the form of order " + order.number() + ": " + result.reason());
            if (result.outcome() == Outcome.DONE) records.aside(() -> orderRecords.stage(order, Stage.PROVISIONING));
        });
    }

    /** Whether the form is known to be taken. */
    public boolean submitted(String key) {
        return orderRecords.order(key).stage().ordinal() > Stage.SUBMITTING.ordinal();
    }

    /** A call to submit it has no known outcome yet. */
    boolean unsettled(OrderRow order) {
        return ledger.unsettled(order.campaign(), order.number(), SpendKind.SUBMIT_FORM);
    }
}
