package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Receipt;
import io.mailwright.ledger.Receipts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Receipts as a person reads them beside a task: at most 4,000 characters, no secrets. */
@Component
class ReceiptTexts {
    private static final int MOST_ROWS = 50;
    private static final int MOST_EVENTS = 8;

    private final Receipts receipts;

    ReceiptTexts(Receipts receipts) {
        this.receipts = receipts;
    }

    /** @param order an order's number, or null: all of the campaign */
    List<Receipt> of(String campaign, Integer order) {
        return receipts.of(campaign).stream()
                .filter(receipt -> order == null || receipt.attempt().order() == order.intValue())
                .toList();
    }

    /** One line; "" when nothing was sent yet. */
    String sum(List<Receipt> spent) {
        if (spent.isEmpty()) return "";
        BigDecimal open = SpendViews.sum(spent, Receipt::open);
        return "$" + dollars(SpendViews.sum(spent, Receipt::charged)) + " charged so far"
                + (open.signum() == 0
                        ? ""
                        : ", $" + dollars(open) + " more reserved for calls whose outcome is not known")
                + (spent.size() > MOST_ROWS ? "; the latest " + MOST_ROWS + " of " + spent.size() + " calls:" : "");
    }

    /** The latest ones, oldest first. */
    List<Map<String, Object>> rows(List<Receipt> spent) {
        return spent.subList(Math.max(0, spent.size() - MOST_ROWS), spent.size()).stream()
                .map(ReceiptTexts::row)
                .toList();
    }

    /** All of one call. */
    String whole(long attempt) {
        Receipt receipt = receipts.find(attempt).orElseThrow();
        Attempt call = receipt.attempt();
        List<String> lines = new ArrayList<>();
        lines.add(
                receipt.sentAt() == null
                        ? "Claimed: " + time(call.claimedAt())
                        : "Sent: " + time(receipt.sentAt()) + " by " + receipt.claimedBy());
        lines.add("To: the vendor, organization " + call.organization() + ", to " + word(receipt) + ", call "
                + call.number() + " of that kind for order " + call.order());
        lines.add("Speaks of: " + cut(String.join(", ", call.names()), 500)
                + (call.tag() == null ? "" : "; tag " + call.tag())
                + (receipt.form() == null ? "" : "; form " + receipt.form()));
        lines.add("Reserved for it: $" + dollars(call.amount()));
        lines.add("Approved: " + approval(receipt));
        lines.add("What was sent: " + (receipt.request() == null ? "not kept" : cut(receipt.request(), 600)));
        lines.add("What came back: " + (call.reply() == null ? "no reply was seen" : cut(call.reply(), 500)));
        lines.add("What readings show: " + (call.vendorShows() == null ? "not read yet" : cut(call.vendorShows(), 400))
                + since(receipt));
        lines.add("So far:");
        List<Receipt.Event> events = receipt.events();
        events.subList(Math.max(0, events.size() - MOST_EVENTS), events.size())
                .forEach(event -> lines.add("  " + time(event.at()) + " " + event.what()
                        + (event.needsPerson() ? ", asks a person" : "")
                        + (event.why() == null ? "" : ": " + cut(event.why(), 120))));
        // the form shows it as HTML
        return cut(String.join("\n", lines).replace('<', '‹').replace('>', '›'), 4_000);
    }

    private static Map<String, Object> row(Receipt receipt) {
        Attempt call = receipt.attempt();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("when", time(call.claimedAt()));
        row.put("what", word(receipt));
        row.put("names", cut(String.join(", ", call.names()), 200));
        row.put("tag", call.tag() == null ? "" : call.tag());
        row.put(
                "approvedBy",
                receipt.approval() == null ? "" : receipt.approval().by());
        row.put("cost", dollars(receipt.open().signum() > 0 ? receipt.open() : receipt.charged()));
        row.put("outcome", receipt.state());
        row.put(
                "settled",
                receipt.settledBy() == null ? "" : cut(receipt.settledBy() + ": " + receipt.settledHow(), 200));
        return row;
    }

    private static String approval(Receipt receipt) {
        String plan = "plan version " + receipt.attempt().planVersion();
        Receipt.Approval approval = receipt.approval();
        if (approval == null) return plan + ", but the ledger has no approval of it";
        return plan + " by " + approval.by() + (approval.how().equals("rule") ? " (the file's rule)" : "") + ", "
                + time(approval.at()) + said("comment", approval.comment()) + said("reference", approval.reference());
    }

    private static String said(String what, String text) {
        return text == null || text.isBlank() ? "" : "; " + what + ": " + cut(text, 150);
    }

    /** Since when the readings show what they show. */
    private static String since(Receipt receipt) {
        if (receipt.lookedAt() == null) return "";
        Instant first = receipt.lookedAt();
        for (Receipt.Event event : receipt.events())
            if (event.what().equals("looked") && receipt.attempt().vendorShows().equals(event.why())) {
                first = event.at();
                break;
            }
        return " (since " + time(first) + ", last read " + time(receipt.lookedAt()) + ")";
    }

    private static String word(Receipt receipt) {
        return receipt.attempt().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String dollars(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
