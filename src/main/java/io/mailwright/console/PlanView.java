package io.mailwright.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Sequencer;
import io.mailwright.plan.Cost;
import io.mailwright.plan.PaidForm;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.plan.PlannedOrder;
import io.mailwright.plan.Quote;
import java.math.BigDecimal;
import java.util.List;

/**
 * A whole plan as JSON. Dollars everywhere.
 *
 * @param version null, and left out, for a plan that belongs to no campaign yet; {@code approved} likewise
 */
record PlanView(
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer version,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean approved,
        String planHash,
        String campaign,
        String organization,
        String tag,
        Cost cost,
        List<Domain> domains,
        List<Substitute> alternates,
        List<Order> orders,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<WarmDomain> prewarmed,
        @JsonInclude(JsonInclude.Include.NON_NULL) Sequencer sequencer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String coupon,
        @JsonInclude(JsonInclude.Include.NON_NULL) PaidForm form) {

    static PlanView of(Integer version, Boolean approved, Plan plan) {
        return new PlanView(
                version,
                approved,
                plan.hash(),
                plan.campaign(),
                plan.organization(),
                plan.tag(),
                plan.cost(),
                plan.domains().stream().map(Domain::of).toList(),
                plan.alternates().stream().map(Substitute::of).toList(),
                plan.orders().stream().map(Order::of).toList(),
                plan.prewarmed().stream().map(WarmDomain::of).toList(),
                plan.sequencer(),
                plan.coupon(),
                plan.form());
    }

    record Domain(
            int slot,
            int order,
            String domain,
            String provider,
            boolean bought,
            BigDecimal price,
            BigDecimal renewal,
            String redirect,
            String photo,
            List<PlannedAlias> aliases,
            @JsonInclude(JsonInclude.Include.NON_NULL) Sender sender) {
        static Domain of(PlannedDomain d) {
            return new Domain(
                    d.slot(),
                    d.order(),
                    d.domain(),
                    d.provider().word(),
                    d.bought(),
                    d.price(),
                    d.renewal(),
                    d.redirect(),
                    d.photo(),
                    d.aliases().stream().map(PlannedAlias::of).toList(),
                    d.sender() == null
                            ? null
                            : new Sender(d.sender().firstName(), d.sender().lastName()));
        }
    }

    /** In whose name the vendor makes a domain's aliases. */
    record Sender(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {}

    record PlannedAlias(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias,
            @JsonInclude(JsonInclude.Include.NON_NULL) String photo) {
        static PlannedAlias of(Alias alias) {
            return new PlannedAlias(alias.firstName(), alias.lastName(), alias.localPart(), alias.photo());
        }
    }

    record Substitute(String domain, BigDecimal price, BigDecimal renewal) {
        static Substitute of(Quote quote) {
            return new Substitute(quote.domain(), quote.price(), quote.renewal());
        }
    }

    /** @param hosting name of the secret with the registrar's login; left out when the vendor is the registrar */
    record Order(
            int number,
            String provider,
            String source,
            @JsonInclude(JsonInclude.Include.NON_NULL) String hosting,
            int domains,
            int mailboxes,
            BigDecimal monthly) {
        static Order of(PlannedOrder o) {
            return new Order(
                    o.number(), o.provider().word(), o.source(), o.hosting(), o.domains(), o.mailboxes(), o.monthly());
        }
    }

    record WarmDomain(
            String id,
            String domain,
            String provider,
            int mailboxes,
            BigDecimal oneTime,
            BigDecimal monthly,
            @JsonInclude(JsonInclude.Include.NON_NULL) String redirect) {
        static WarmDomain of(io.mailwright.plan.WarmDomain w) {
            return new WarmDomain(
                    w.id(), w.domain(), w.provider().word(), w.mailboxes(), w.oneTime(), w.monthly(), w.redirect());
        }
    }
}
