package io.mailwright.onboarding;

import io.mailwright.ledger.Approvals;
import io.mailwright.ledger.Authority;
import io.mailwright.scaledmail.RequestHash;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A person's second look at an order's names before they are sent, where the file asks for it ({@code approve forms: true}). */
@Component
class SecondLook {
    private final Records records;
    private final OrderRecords orderRecords;
    private final Plans plans;
    private final Approvals approvals;
    private final Amounts amounts;

    SecondLook(Records records, OrderRecords orderRecords, Plans plans, Approvals approvals, Amounts amounts) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.plans = plans;
        this.approvals = approvals;
        this.amounts = amounts;
    }

    /** In whose name an order sends its names and aliases; the ledger wants them approved where the file asks for it. */
    Authority authority(OrderRow order, List<DomainRow> domains) {
        Authority who = plans.authority(order);
        return asked(order) ? who.withNames(hash(domains)) : who;
    }

    /** Nobody has to look, or somebody approved the names that are in the order now, under the plan there is now. */
    boolean given(OrderRow order) {
        return approvals.namesApproved(authority(order, orderRecords.domains(order)));
    }

    /**
     * Writes down the approval, in the caller's transaction.
     *
     * @param shown the hash of the names that were looked at
     */
    void give(OrderRow order, String shown, String by, String comment, String reference) {
        Authority who = plans.authority(order).withNames(hash(orderRecords.domains(order)));
        if (!shown.equals(who.planHash() + who.namesHash()))
            throw new Onboarding.Conflict(
                    "the names of the order have changed since they were shown; look at them again, then approve those");
        approvals.recordNames(who, by, comment, reference);
    }

    /** Stands for the order's names under its plan; an approval binds to both. */
    String hash(OrderRow order) {
        return plans.authority(order).planHash() + hash(orderRecords.domains(order));
    }

    /** What a person reads after saying no: nothing was sent, what goes on costing, and what can be done. */
    String refused(OrderRow order, String by, boolean toChange, String comment) {
        boolean ordered = order.stage().ordinal() > Stage.ORDERING.ordinal();
        String said = comment == null || comment.isBlank() ? "" : " (" + plain(comment) + ")";
        String id = order.vendorOrderId() == null ? "" : " (" + order.vendorOrderId() + ")";
        String standing = ordered
                ? "order " + order.number() + id + " is paid and goes on costing $"
                        + ReceiptTexts.dollars(amounts.monthly(order)) + " a month"
                : "order " + order.number() + " was not placed, so no mailboxes cost anything; the names stay bought";
        return by + (toChange ? " sent back" : " rejected") + " the names of order " + order.number() + said
                + ": none were submitted, and " + standing + "; "
                + (toChange ? "correct the campaign file, then go on" : "answer change to correct the campaign file")
                + ", or "
                + (ordered
                        ? "cancel the order (cancel-order " + order.key()
                                + "): cancelling the campaign does not cancel it"
                        : "cancel the campaign");
    }

    private boolean asked(OrderRow order) {
        return Campaigns.read(records.campaign(order.campaign())).approve().forms();
    }

    /** A slot's aliases, redirect and photos are in the plan's hash; the name in it may be an alternate, or be dropped. */
    private static String hash(List<DomainRow> domains) {
        return RequestHash.sha256(domains.stream()
                .map(domain -> domain.slot() + " " + domain.domain())
                .collect(Collectors.joining("\n")));
    }

    /** The task's form shows it as HTML. */
    private static String plain(String comment) {
        String text = comment.strip().replace('<', '‹').replace('>', '›');
        return text.length() <= 500 ? text : text.substring(0, 499) + "…";
    }
}
