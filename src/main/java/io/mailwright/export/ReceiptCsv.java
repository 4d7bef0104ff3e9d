package io.mailwright.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Receipts as CSV (UTF-8), one line for each call and each correction under a header. */
public final class ReceiptCsv {
    /** A spreadsheet's cell takes 32,767. */
    private static final int MOST_CHARACTERS = 32_000;

    private static final String HEADER =
            "row,receipt,kind,order,number,names,tag,form,approved_usd,charged_usd,open_usd,"
                    + "charged_at,outcome,vendor_id,plan_version,plan_hash,approved_by,approved_how,approved_at,comment,"
                    + "reference,claimed_at,claimed_by,sent_at,settled_by,settled_how,settled_at,reply,request,request_hash\r\n";

    private ReceiptCsv() {}

    public static String of(List<ReceiptLine> lines) {
        return lines.stream().map(ReceiptCsv::line).collect(Collectors.joining("", HEADER, ""));
    }

    private static String line(ReceiptLine line) {
        return Cells.line(
                line.row(),
                line.receipt(),
                line.kind(),
                line.order(),
                line.number(),
                cut(String.join(" ", line.names())),
                line.tag(),
                line.form(),
                cents(line.approved()),
                cents(line.charged()),
                cents(line.open()),
                line.chargedAt(),
                line.outcome(),
                line.vendorId(),
                line.planVersion(),
                line.planHash(),
                line.approvedBy(),
                line.approvedHow(),
                line.approvedAt(),
                line.comment(),
                line.reference(),
                line.claimedAt(),
                line.claimedBy(),
                line.sentAt(),
                line.settledBy(),
                line.settledHow(),
                line.settledAt(),
                line.reply(),
                cut(line.request()),
                line.requestHash());
    }

    private static BigDecimal cents(BigDecimal dollars) {
        return dollars == null ? null : dollars.setScale(2, RoundingMode.HALF_UP);
    }

    private static String cut(String text) {
        return text == null || text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
