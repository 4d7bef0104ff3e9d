package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.plan.UnitPrice;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What mailboxes cost a month: calculate-package, one type a call, compared with the fixed package of one domain. */
@Component
public class Prices {
    private final ScaledMail vendor;

    Prices(ScaledMail vendor) {
        this.vendor = vendor;
    }

    /** @throws NeedsPerson when the vendor's two answers differ */
    public Map<Provider, UnitPrice> of(String organization, Campaign campaign) {
        List<Wire.Package> packages = vendor.packages();
        Map<Provider, UnitPrice> prices = new EnumMap<>(Provider.class);
        campaign.providers().forEach((provider, domains) -> {
            if (domains > 0) prices.put(provider, compared(provider, unit(organization, provider), packages));
        });
        return prices;
    }

    /** Dollars a month for that many domains of a type, as the vendor says now. */
    public BigDecimal monthly(String organization, Provider provider, int domains) {
        return perDomain(provider, unit(organization, provider)).multiply(BigDecimal.valueOf(domains));
    }

    private UnitPrice unit(String organization, Provider provider) {
        Wire.PackagePart part = vendor.calculatePackage(organization, provider);
        if (part.pricePerUnit() == null || part.pricingBasis() == null)
            throw unknown(provider, "calculate-package names no price");
        return switch (part.pricingBasis().toLowerCase(java.util.Locale.ROOT)) {
            case "domain" -> new UnitPrice(part.pricePerUnit(), UnitPrice.Basis.DOMAIN);
            case "mailbox" -> new UnitPrice(part.pricePerUnit(), UnitPrice.Basis.MAILBOX);
            default -> throw unknown(provider, "calculate-package prices per '" + part.pricingBasis() + "'");
        };
    }

    private static UnitPrice compared(Provider provider, UnitPrice unit, List<Wire.Package> packages) {
        BigDecimal ours = perDomain(provider, unit);
        List<BigDecimal> theirs = packages.stream()
                .filter(row -> ofOneDomain(provider, row) && row.price() != null)
                .map(Wire.Package::price)
                .toList();
        if (!theirs.isEmpty() && theirs.stream().noneMatch(price -> price.compareTo(ours) == 0))
            throw unknown(
                    provider,
                    "a quote says " + ours.toPlainString() + " a domain, the package of one domain says "
                            + theirs.get(0).toPlainString());
        return unit;
    }

    private static boolean ofOneDomain(Provider provider, Wire.Package row) {
        Map<String, Object> part = switch (provider) {
            case GOOGLE -> row.google();
            case OUTLOOK -> row.microsoft();
            case SMTP -> row.smtp();
        };
        int types = (row.google() == null ? 0 : 1) + (row.microsoft() == null ? 0 : 1) + (row.smtp() == null ? 0 : 1);
        boolean oneDomain = row.domains() != null && row.domains() == 1;
        return part != null
                && types == 1
                && oneDomain
                && part.get("mailbox") instanceof Number mailboxes
                && mailboxes.intValue() == provider.aliasesPerDomain();
    }

    private static BigDecimal perDomain(Provider provider, UnitPrice unit) {
        return unit.basis() == UnitPrice.Basis.DOMAIN
                ? unit.amount()
                : unit.amount().multiply(BigDecimal.valueOf(provider.aliasesPerDomain()));
    }

    private static NeedsPerson unknown(Provider provider, String why) {
        return new NeedsPerson("the price of " + provider.word() + " mailboxes is unknown: " + why
                + "; ask the vendor which holds, then go on");
    }
}
