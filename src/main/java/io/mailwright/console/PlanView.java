package io.mailwright.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mailwright.campaign.Alias;
import io.mailwright.plan.Cost;
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
        List<Order> orders) {

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
                plan.orders().stream().map(Order::of).toList());
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
            List<PlannedAlias> aliases) {
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
                    d.aliases().stream().map(PlannedAlias::of).toList());
        }
    }

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

    record Order(int number, String provider, String source, int domains, int mailboxes, BigDecimal monthly) {
        static Order of(PlannedOrder o) {
            return new Order(o.number(), o.provider().word(), o.source(), o.domains(), o.mailboxes(), o.monthly());
        }
    }
}
