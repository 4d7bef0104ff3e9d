package io.mailwright.onboarding;

import io.mailwright.export.ReceiptLine;
import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Receipts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A campaign's receipts, for programs and for spreadsheets. */
@Component
class SpendViews {
    private final Receipts receipts;

    SpendViews(Receipts receipts) {
        this.receipts = receipts;
    }

    /** @param parts the campaign's own id, and those of its runs */
    SpendsView of(String campaign, List<String> parts) {
        List<Receipt> all =
                parts.stream().flatMap(part -> receipts.of(part).stream()).toList();
        return new SpendsView(
                campaign,
                sum(all, Receipt::charged),
                sum(all, Receipt::open),
                all.stream().map(SpendViews::view).toList());
    }

    /** One for each call, followed by its corrections. */
    List<ReceiptLine> lines(String campaign) {
        return receipts.of(campaign).stream()
                .flatMap(receipt -> {
                    List<Receipt.Event> corrections = receipt.events().stream()
                            .filter(Receipt.Event::correction)
                            .toList();
                    return Stream.concat(
                            Stream.of(call(receipt, corrections)),
                            corrections.stream().map(event -> correction(receipt, event)));
                })
                .toList();
    }

    static BigDecimal sum(List<Receipt> receipts, Function<Receipt, BigDecimal> dollars) {
        return receipts.stream().map(dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ReceiptLine call(Receipt receipt, List<Receipt.Event> corrections) {
        BigDecimal corrected =
                corrections.stream().map(Receipt.Event::charged).reduce(BigDecimal.ZERO, BigDecimal::add);
        Instant chargedAt = receipt.events().stream()
                .filter(event -> event.to().equals("confirmed"))
                .map(Receipt.Event::at)
                .findFirst()
                .orElse(null);
        return line(
                "call",
                receipt,
                receipt.approved(),
                receipt.charged().subtract(corrected),
                receipt.open(),
                chargedAt,
                receipt.state());
    }

    private static ReceiptLine correction(Receipt receipt, Receipt.Event event) {
        return line("correction", receipt, null, event.charged(), null, event.at(), event.why());
    }

    private static ReceiptLine line(
            String row,
            Receipt receipt,
            BigDecimal approved,
            BigDecimal charged,
            BigDecimal open,
            Instant chargedAt,
            String outcome) {
        SpendsView.Spend spend = view(receipt);
        return new ReceiptLine(
                row,
                spend.id(),
                spend.kind(),
                spend.order(),
                spend.number(),
                spend.names(),
                spend.tag(),
                spend.form(),
                approved,
                charged,
                open,
                chargedAt,
                outcome,
                spend.vendorId(),
                spend.planVersion(),
                spend.planHash(),
                spend.approvedBy(),
                spend.approvedHow(),
                spend.approvedAt(),
                spend.comment(),
                spend.reference(),
                spend.claimedAt(),
                spend.claimedBy(),
                spend.sentAt(),
                spend.settledBy(),
                spend.settledHow(),
                spend.settledAt(),
                spend.reply(),
                spend.request(),
                spend.requestHash());
    }

    private static SpendsView.Spend view(Receipt receipt) {
        Attempt attempt = receipt.attempt();
        Optional<Receipt.Approval> approval = Optional.ofNullable(receipt.approval());
        return new SpendsView.Spend(
                attempt.id(),
                attempt.kind().name(),
                attempt.order(),
                attempt.number(),
                attempt.names(),
                attempt.tag(),
                receipt.form(),
                attempt.planVersion(),
                attempt.planHash(),
                approval.map(Receipt.Approval::by).orElse(null),
                approval.map(Receipt.Approval::how).orElse(null),
                approval.map(Receipt.Approval::at).orElse(null),
                approval.map(Receipt.Approval::comment).orElse(null),
                approval.map(Receipt.Approval::reference).orElse(null),
                receipt.approved(),
                receipt.charged(),
                receipt.open(),
                receipt.state(),
                attempt.needsPerson(),
                attempt.vendorId(),
                attempt.claimedAt(),
                receipt.claimedBy(),
                receipt.sentAt(),
                receipt.request(),
                receipt.requestHash(),
                attempt.reply(),
                attempt.vendorShows(),
                receipt.lookedAt(),
                receipt.settledBy(),
                receipt.settledHow(),
                receipt.settledAt(),
                receipt.items(),
                receipt.events());
    }
}
