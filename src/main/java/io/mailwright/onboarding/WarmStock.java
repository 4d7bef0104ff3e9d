package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.WarmDomain;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The vendor's stock of pre-warmed domains. An item without id, name or one of its prices can't be had. */
@Component
public class WarmStock {
    private final ScaledMail vendor;

    WarmStock(ScaledMail vendor) {
        this.vendor = vendor;
    }

    /** Empty, and nobody is asked, for a campaign that takes none. */
    List<WarmDomain> of(String organization, Campaign campaign) {
        return campaign.prewarmed() == null ? List.of() : all(organization);
    }

    /**
     * The same for a campaign that may have bought some: then it is those and no others.
     *
     * @throws PlanRefused when the file now asks for other numbers
     */
    List<WarmDomain> of(String organization, Campaign campaign, List<WarmDomain> bought) {
        return bought.isEmpty() ? of(organization, campaign) : bought(campaign, bought);
    }

    /** @throws PlanRefused when the file now asks for other numbers than are bought */
    public static List<WarmDomain> bought(Campaign campaign, List<WarmDomain> bought) {
        Map<Provider, Integer> counts = new EnumMap<>(Provider.class);
        bought.forEach(item -> counts.merge(item.provider(), 1, Integer::sum));
        if (campaign.prewarmed() == null || !counts.equals(campaign.prewarmed().domains()))
            throw new PlanRefused("the pre-warmed "
                    + bought.stream().map(WarmDomain::domain).collect(Collectors.joining(", "))
                    + " are bought already; leave the line 'prewarmed' as it was");
        return bought.stream().map(WarmDomain::bought).toList();
    }

    /** Everything that can be had now. */
    public List<WarmDomain> all(String organization) {
        return listed(vendor.preWarmInboxes(organization));
    }

    public static List<WarmDomain> listed(Wire.WarmStock stock) {
        return Stream.concat(
                        stock.google().stream().filter(WarmStock::complete).map(item -> of(Provider.GOOGLE, item)),
                        stock.outlook().stream().filter(WarmStock::complete).map(item -> of(Provider.OUTLOOK, item)))
                .toList();
    }

    private static boolean complete(Wire.WarmInbox item) {
        return item.id() != null
                && item.domain() != null
                && item.pricing() != null
                && item.pricing().oneTimePrice() != null
                && item.pricing().monthlyPrice() != null;
    }

    private static WarmDomain of(Provider type, Wire.WarmInbox item) {
        return new WarmDomain(
                item.id(),
                item.domain().strip().toLowerCase(Locale.ROOT),
                type,
                mailboxes(type, item),
                item.pricing().oneTimePrice(),
                item.pricing().monthlyPrice());
    }

    private static int mailboxes(Provider type, Wire.WarmInbox item) {
        if (item.mailboxCount() != null && item.mailboxCount() > 0) return item.mailboxCount();
        return item.mailboxes().isEmpty()
                ? type.aliasesPerDomain()
                : item.mailboxes().size();
    }
}
