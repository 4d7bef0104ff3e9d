package io.mailwright.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A plan as it is read from the API and shown before it costs anything. */
record PlanSheet(
        int version,
        String planHash,
        String campaign,
        Cost cost,
        List<Domain> domains,
        List<Substitute> alternates,
        List<Order> orders,
        List<WarmDomain> prewarmed,
        Sequencer sequencer,
        String coupon,
        PaidForm form) {
    PlanSheet {
        prewarmed = prewarmed == null ? List.of() : prewarmed;
    }

    record Cost(BigDecimal now, BigDecimal monthly, BigDecimal yearly) {}

    record Domain(
            String domain, String provider, boolean bought, BigDecimal price, List<Alias> aliases, Sender sender) {
        private String mailboxes() {
            return sender == null
                    ? String.valueOf(aliases.size())
                    : Plain.text("the vendor's, for " + sender.firstName() + " " + sender.lastName());
        }
    }

    record Sender(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {}

    record WarmDomain(String domain, String provider, int mailboxes, BigDecimal oneTime, BigDecimal monthly) {}

    record Sequencer(String provider, String secret) {}

    record PaidForm(String uuid, String order) {}

    record Alias(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias) {}

    record Substitute(String domain, BigDecimal price) {}

    record Order(int number, String provider, String hosting, int domains, int mailboxes, BigDecimal monthly) {
        private String source() {
            return hosting == null ? "" : "registered elsewhere (" + Plain.text(hosting) + ")";
        }
    }

    static PlanSheet of(Api api, String campaign) {
        return api.get("/api/campaigns/" + Api.segment(campaign) + "/plan").as(PlanSheet.class);
    }

    List<String> lines() {
        Table names = new Table().row("  domain", "type", "price", "aliases");
        domains.forEach(d ->
                names.row("  " + d.domain(), d.provider(), d.bought() ? dollars(d.price()) : "owned", d.mailboxes()));
        Table sheets = new Table();
        orders.forEach(o -> sheets.row(
                "  order " + o.number(),
                o.provider(),
                count(o.domains(), "domain"),
                count(o.mailboxes(), "mailbox"),
                dollars(o.monthly()) + " a month",
                o.source()));
        Table warm = new Table();
        prewarmed.forEach(w -> warm.row(
                "  " + w.domain(),
                "pre-warmed " + w.provider(),
                count(w.mailboxes(), "mailbox"),
                dollars(w.oneTime()) + " once",
                dollars(w.monthly()) + " a month"));
        List<String> lines = new ArrayList<>();
        lines.add("Plan of " + Plain.text(campaign) + (version > 1 ? ", version " + version : ""));
        lines.addAll(names.lines());
        if (!alternates.isEmpty()) {
            lines.add(Plain.text("  substitutes: "
                    + String.join(
                            ", ", alternates.stream().map(Substitute::domain).toList())));
        }
        lines.addAll(sheets.lines());
        lines.addAll(warm.lines());
        if (sequencer != null) {
            lines.add(
                    Plain.text("  sequencer: " + sequencer.provider() + ", login in the secret " + sequencer.secret()));
        }
        if (coupon != null) {
            lines.add(Plain.text("  coupon: " + coupon + ", not in the prices"));
        }
        if (form != null) {
            lines.add(Plain.text("  order " + form.order() + " is paid already; its form " + form.uuid()
                    + " is submitted, nothing is bought"));
        }
        lines.add("  cost: " + dollars(cost.now()) + " now, " + dollars(cost.monthly()) + " a month, "
                + dollars(cost.yearly()) + " a year in renewals");
        lines.add(Plain.text("  hash: " + planHash));
        return lines;
    }

    static String dollars(BigDecimal amount) {
        return amount == null
                ? "-"
                : "$" + amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("x") ? "es" : "s");
    }
}
