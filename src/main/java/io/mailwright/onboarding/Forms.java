package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.ledger.SpendKind;
import io.mailwright.plan.Plan;
import java.math.BigDecimal;
import java.util.List;

/** Submitting the names and aliases of an order that is paid and waits for them. */
@Step("forms")
class Forms {
    private static final BigDecimal A_CENT = new BigDecimal("0.01");

    private final Records records;
    private final Attempting attempting;
    private final Ledger ledger;
    private final Plans plans;

    Forms(Records records, Attempting attempting, Ledger ledger, Plans plans) {
        this.records = records;
        this.attempting = attempting;
        this.ledger = ledger;
        this.plans = plans;
    }

    /** Whether the order waits for a form that was not submitted yet. */
    public boolean pending(String key) {
        OrderRow order = records.order(key);
        return order.formUuid() != null && !submitted(key);
    }

    public void submit(String key) {
        OrderRow order = records.order(key);
        attempting.of(order, () -> {
            askAboutAmount(order);
            Plan plan = records.plan(order.campaign()).orElseThrow();
            List<DomainRow> domains = records.domains(order);
            Result result = ledger.submitForm(
                    plans.authority(order),
                    order.formUuid(),
                    domains.stream().map(DomainRow::domain).toList(),
                    order.source(),
                    order.tag(),
                    Bodies.of(order, domains, plan, order.tag(), true));
            if (result.outcome() == Outcome.REFUSED)
                throw new BusinessFailure(
                        "data-refused",
                        "the vendor refused the form of order " + order.number() + ": " + result.reason());
            if (result.outcome() == Outcome.DONE) records.aside(() -> records.stage(order, Stage.PROVISIONING));
        });
    }

    /** Whether the form is known to be taken. */
    public boolean submitted(String key) {
        return records.order(key).stage().ordinal() > Stage.SUBMITTING.ordinal();
    }

    /** A call to submit it has no known outcome yet. */
    boolean unsettled(OrderRow order) {
        return ledger.unsettled(order.campaign(), order.number(), SpendKind.SUBMIT_FORM);
    }

    /** More than a cent above the plan: a person is asked before the order is used, once. */
    private void askAboutAmount(OrderRow order) {
        if (order.vendorAmount() == null
                || order.amountAsked()
                || order.vendorAmount().subtract(order.monthly()).compareTo(A_CENT) <= 0) return;
        records.aside(() -> records.set(order, "amount_asked", true));
        throw new BusinessFailure(
                "problem",
                "the vendor charges " + order.vendorAmount() + " dollars for order "
                        + order.number() + ", the plan said " + order.monthly()
                        + "; go on if that is right, or cancel the campaign and the order");
    }
}
