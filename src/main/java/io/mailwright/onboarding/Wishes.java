package io.mailwright.onboarding;

import io.mailwright.dsl.DomainNames;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What somebody asks for, checked without the vendor. */
@Component
class Wishes {
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern VENDOR_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int LONGEST_REASON = 1000;

    private final Records records;
    private final OrderRecords orderRecords;
    private final DomainChanges changes;

    Wishes(Records records, OrderRecords orderRecords, DomainChanges changes) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.changes = changes;
    }

    /** @param campaign whose domain or order it is, or null: none of ours */
    record Wish(RequestKind kind, String subject, CampaignRow campaign, Change asked) {}

    Wish replacement(String domain, String with, String hosting, String reason) {
        String old = domain(domain, null);
        if (hosting != null && !SECRET.matcher(hosting).matches())
            throw new Requests.Unfit("'hosting' is the name of a secret: letters, digits and dashes");
        if (hosting != null && with == null)
            throw new Requests.Unfit("'hosting' is the login of a named domain's registrar; name the new domain too");
        String wanted = with == null ? null : domain(with, old);
        return new Wish(RequestKind.REPLACE_DOMAIN, old, holder(old), Change.asked(wanted, hosting, said(reason)));
    }

    Wish redirection(String domain, String redirect, String reason) {
        String name = domain(domain, null);
        return new Wish(
                RequestKind.CHANGE_REDIRECT,
                name,
                holder(name),
                Change.asked(Redirects.read(redirect), null, said(reason)));
    }

    Wish cancellation(String order, String reason) {
        String wanted = order == null ? "" : order.strip();
        if (wanted.isEmpty())
            throw new Requests.Unfit("name the order: <campaign id>/<order number>, or its id at the vendor");
        if (wanted.indexOf('/') < 0 && !VENDOR_ID.matcher(wanted).matches())
            throw new Requests.Unfit(
                    "an order's id at the vendor has letters and digits only; '<campaign id>/<order number>' is ours");
        if (wanted.indexOf('/') < 0)
            return new Wish(
                    RequestKind.CANCEL_ORDER,
                    wanted,
                    orderRecords.campaignOf(wanted).flatMap(records::find).orElse(null),
                    Change.asked(null, null, said(reason)));
        OrderRow ours = ours(wanted);
        if (ours.vendorOrderId() == null)
            throw new Requests.Unfit(
                    "order " + wanted + " has no id at the vendor (yet), so there is nothing to cancel; if it was"
                            + " placed, take its id from the vendor's list of orders");
        return new Wish(
                RequestKind.CANCEL_ORDER,
                ours.vendorOrderId(),
                records.campaign(ours.campaign()),
                Change.asked(null, null, said(reason)));
    }

    private OrderRow ours(String key) {
        int slash = key.lastIndexOf('/');
        return orderRecords.orders(key.substring(0, slash)).stream()
                .filter(order -> order.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Requests.Unfit("there is no order " + key
                        + "; write <campaign id>/<order number>, or the order's id at the vendor"));
    }

    private static String said(String reason) {
        if (reason != null && reason.length() > LONGEST_REASON)
            throw new Requests.Unfit("a reason has at most " + LONGEST_REASON + " characters; shorten it");
        return reason;
    }

    /** @param other a name that it must not be, or null */
    static String domain(String text, String other) {
        String name = DomainNames.read(text == null ? "" : text.strip())
                .orElseThrow(
                        () -> new Requests.Unfit((text == null || text.isBlank() ? "nothing" : "'" + text.strip() + "'")
                                + " is no domain name; write it like 'acme-mail.com'"));
        if (name.equals(other)) throw new Requests.Unfit(name + " can't take its own place; name another domain");
        return name;
    }

    private CampaignRow holder(String domain) {
        return changes.holders(domain).stream()
                .findFirst()
                .flatMap(records::find)
                .orElse(null);
    }
}
