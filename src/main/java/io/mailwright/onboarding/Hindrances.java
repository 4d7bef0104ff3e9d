package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.SpendKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What stands in the way of an order, in a person's words: what a step said, and a card that waits to be confirmed. */
@Component
class Hindrances {
    private static final String CONFIRM = "confirm the card on ScaledMail's billing page and ";

    private final Ledger ledger;
    private final OrderRecords orderRecords;

    Hindrances(Ledger ledger, OrderRecords orderRecords) {
        this.ledger = ledger;
        this.orderRecords = orderRecords;
    }

    Optional<String> of(OrderRow order) {
        return said(Stream.concat(Stream.ofNullable(order.problem()), cards(order)));
    }

    /** That of the first order that has one. */
    Optional<String> of(String campaign) {
        return orderRecords.orders(campaign).stream()
                .map(this::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What a person has to do about one call, if it is known. */
    Optional<String> of(Attempt attempt) {
        if (!attempt.cardToConfirm()) return Optional.empty();
        return orderRecords.orders(attempt.campaign()).stream()
                .filter(order -> order.number() == attempt.order() && waits(order, attempt))
                .map(order -> card(order, attempt))
                .findFirst();
    }

    /** Calls whose outcome is not known. */
    Optional<String> unknown(String campaign) {
        List<Attempt> unknown = ledger.openOf(campaign).stream()
                .filter(attempt -> attempt.state() == Attempt.State.UNKNOWN)
                .toList();
        if (unknown.isEmpty()) return Optional.empty();
        return Optional.of("it is not known yet whether the vendor did this: "
                + unknown.stream()
                        .map(attempt -> call(attempt) + soFar(attempt))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + "; that is being read at the vendor, and nothing is sent again meanwhile");
    }

    /** Addresses that the vendor lists and nobody ordered. */
    Optional<String> notOrdered(String campaign) {
        String strange = orderRecords.domains(campaign).stream()
                .filter(domain -> domain.wanted() && domain.notOrdered() != null)
                .map(DomainRow::notOrdered)
                .collect(Collectors.joining(", "));
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(Records.cut("the vendor also lists " + strange
                        + ", which nobody ordered: they are left out here; have the vendor remove them"));
    }

    private Stream<String> cards(OrderRow order) {
        return ledger.cardsToConfirm(order.campaign()).stream()
                .filter(attempt -> attempt.order() == order.number() && waits(order, attempt))
                .map(attempt -> card(order, attempt));
    }

    private static boolean waits(OrderRow order, Attempt attempt) {
        return switch (attempt.kind()) {
            case BUY_DOMAINS -> order.stage().ordinal() <= Stage.REGISTERING.ordinal();
            case CREATE_ORDER, CREATE_CUSTOM_ORDER, BUY_PREWARMED ->
                order.stage().ordinal() <= Stage.AWAITING_PAYMENT.ordinal();
            default -> false;
        };
    }

    private static String soFar(Attempt attempt) {
        return attempt.vendorShows() == null ? "" : " (so far: " + attempt.vendorShows() + ")";
    }

    private static String card(OrderRow order, Attempt attempt) {
        String what = call(attempt);
        String made = "the vendor could not charge " + what + " and may have made it all the same (it said: "
                + attempt.reply() + "): ";
        if (attempt.kind() == SpendKind.BUY_DOMAINS)
            return made + CONFIRM + "buy nothing again; the campaign goes on by itself once the names are registered"
                    + soFar(attempt);
        if (order.vendorOrderId() == null)
            return made + CONFIRM
                    + "order nothing again; the order is being looked for, and the campaign goes on by itself once it is"
                    + " paid" + soFar(attempt);
        return "the vendor made order " + order.number() + " (" + order.vendorOrderId()
                + ") but could not charge the card: " + CONFIRM
                + "order nothing again; the campaign goes on by itself once it is paid";
    }

    private static String call(Attempt attempt) {
        return switch (attempt.kind()) {
            case BUY_DOMAINS -> "the purchase of " + String.join(", ", attempt.names());
            case SUBMIT_FORM -> "the form of order " + attempt.order();
            case BUY_PREWARMED -> "the purchase of the pre-warmed " + String.join(", ", attempt.names());
            case CANCEL_ORDER -> "the cancellation of the order of " + String.join(", ", attempt.names());
            case SWAP_DOMAIN -> "the swap of " + String.join(" for ", attempt.names());
            case SWAP_REDIRECT -> "the new redirect of " + String.join(", ", attempt.names());
            case CREATE_WORKSPACE -> "a new workspace";
            default -> "order " + attempt.order() + (attempt.tag() == null ? "" : " (tag " + attempt.tag() + ")");
        };
    }

    /** One text, or none. */
    static Optional<String> said(Stream<String> parts) {
        return parts.filter(Objects::nonNull)
                .distinct()
                .reduce((a, b) -> a + "; " + b)
                .map(Records::cut);
    }
}
