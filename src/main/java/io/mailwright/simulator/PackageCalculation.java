package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.MailboxType.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /calculate-package (2.4, U34): a quote in dollars; neither order nor charge. */
@WhenSimulated
@RestController("simulatorPackageCalculation")
@RequestMapping(Gate.VENDOR)
class PackageCalculation {
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000);
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Organizations organizations;

    PackageCalculation(Organizations organizations) {
        this.organizations = organizations;
    }

    record Data(Quote data) {}

    record Quote(
            BigDecimal monthlyVolume,
            BigDecimal dailyVolume,
            int totalDomains,
            int totalMailboxes,
            BigDecimal totalPrice,
            List<Part> providerBreakdown) {}

    record Part(
            String provider,
            int percentage,
            int requiredDomains,
            int requiredMailboxes,
            BigDecimal pricePerUnit,
            String pricingBasis,
            BigDecimal totalPrice) {}

    @PostMapping("/calculate-package")
    Data calculate(
            @RequestParam(name = "organization_id", required = false) String organization,
            @RequestBody(required = false) byte[] body) {
        organizations.optional(organization);
        JsonNode request = Body.object(body);
        if (!request.path("volume").isNumber()
                || request.get("volume").decimalValue().signum() <= 0) {
            throw Rejected.because("volume is required and must be a number above 0");
        }
        BigDecimal volume = request.get("volume").decimalValue();
        if (volume.compareTo(MOST) > 0) {
            throw Rejected.because("volume must be at most " + MOST);
        }
        String period = word(request, "period", "month", List.of("month", "day"));
        List<MailboxType> types = types(request.path("providers"));
        Map<MailboxType, Integer> shares = shares(request.path("distribution"), types);
        Tier tier = Tier.valueOf(
                word(request, "tier", "max", List.of("low", "medium", "max")).toUpperCase(Locale.ROOT));
        requireVolume(volume, period, types.size());

        BigDecimal monthly = period.equals("day") ? volume.multiply(DAYS) : volume;
        BigDecimal daily = monthly.divide(DAYS, 6, RoundingMode.HALF_UP);
        List<Part> parts = types.stream()
                .map(type -> part(type, shares.get(type), daily, tier))
                .toList();
        return new Data(new Quote(
                monthly,
                daily.setScale(0, RoundingMode.CEILING),
                parts.stream().mapToInt(Part::requiredDomains).sum(),
                parts.stream().mapToInt(Part::requiredMailboxes).sum(),
                parts.stream().map(Part::totalPrice).reduce(BigDecimal.ZERO, BigDecimal::add),
                parts));
    }

    private static Part part(MailboxType type, int share, BigDecimal daily, Tier tier) {
        int mailboxes = daily.multiply(BigDecimal.valueOf(share))
                .divide(HUNDRED.multiply(BigDecimal.valueOf(type.emailsPerDay(tier))), 0, RoundingMode.CEILING)
                .intValueExact();
        int domains = Math.max(1, (mailboxes + type.mailboxes - 1) / type.mailboxes);
        return new Part(
                type.word(),
                share,
                domains,
                domains * type.mailboxes,
                type.unitPrice,
                type.pricedByMailbox ? "mailbox" : "domain",
                type.price(domains));
    }

    private static List<MailboxType> types(JsonNode providers) {
        if (!providers.isArray() || providers.isEmpty()) {
            throw Rejected.because("providers is required and must not be empty");
        }
        List<MailboxType> types = new ArrayList<>();
        for (JsonNode word : providers) {
            types.add(MailboxType.of(word.asText())
                    .orElseThrow(() -> Rejected.because("providers may hold google, outlook and smtp only")));
        }
        return types.stream().distinct().toList();
    }

    private static Map<MailboxType, Integer> shares(JsonNode distribution, List<MailboxType> types) {
        Map<MailboxType, Integer> shares = new LinkedHashMap<>();
        for (MailboxType type : types) {
            JsonNode share = distribution.path(type.word());
            if (types.size() > 1 && !share.isInt()) {
                throw Rejected.because("distribution." + type.word() + " is required and must be a whole percentage");
            }
            shares.put(type, share.asInt(100));
        }
        if (shares.values().stream().mapToInt(Integer::intValue).sum() != 100) {
            throw Rejected.because("distribution must add up to 100");
        }
        return shares;
    }

    private static void requireVolume(BigDecimal volume, String period, int providers) {
        int minimum = (period.equals("day") ? 17 : 500) * providers;
        if (volume.compareTo(BigDecimal.valueOf(minimum)) < 0) {
            throw new Rejected(
                    400,
                    Map.of(
                            "error",
                            "Volume too low - Minimum 1 domain per ESP required",
                            "message",
                            "volume must be at least " + minimum + " per " + period,
                            "requested",
                            Map.of("volume", volume, "period", period),
                            "minimum_required",
                            Map.of("volume", minimum, "period", period)));
        }
    }

    private static String word(JsonNode request, String field, String usual, List<String> words) {
        String word = request.path(field).asText(usual);
        if (!words.contains(word)) {
            throw Rejected.because(field + " must be one of " + String.join(", ", words));
        }
        return word;
    }
}
