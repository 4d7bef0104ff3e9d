package io.mailwright.scaledmail;

import io.mailwright.campaign.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the vendor shows; nothing here costs or changes anything. Each method blocks for at most about twenty seconds and
 * repeats its call by itself (docs/money.md).
 *
 * <p>All throw {@link VendorException} when the vendor says no or cannot be understood, and {@link TryAgainAt} when the
 * pace or the vendor's rate limiter asks to wait longer. Lists are never null and never empty by mistake.
 */
@Component
public class ScaledMail {
    private static final Duration INLINE_PACE_WAIT = Duration.ofSeconds(2);

    /** Enough for a whole domain of each type; below the vendor's minimum it would refuse. */
    private static final int MONTHLY_VOLUME = 30_000;

    /** The vendor's most. */
    private static final int SUGGESTIONS_A_PAGE = 50;

    private final VendorClient vendor;
    private final Reading reading;
    private final Pace pace;
    private final int namesPerSearch;

    ScaledMail(VendorClient vendor, Reading reading, Pace pace, VendorSettings settings) {
        this.vendor = vendor;
        this.reading = reading;
        this.pace = pace;
        this.namesPerSearch = Math.max(1, settings.namesPerSearch());
    }

    /** Every workspace the key reaches. */
    public List<Wire.Organization> organizations() {
        return reading.list("organizations", () -> vendor.api().organizations());
    }

    public List<Wire.Package> packages() {
        return reading.list("packages", () -> vendor.api().packages());
    }

    /** What one provider's mailboxes cost a month, in dollars. */
    public Wire.PackagePart calculatePackage(String organization, Provider provider) {
        Wire.PackageQuestion question = new Wire.PackageQuestion(MONTHLY_VOLUME, "month", List.of(provider.word()));
        Wire.PackageQuote quote = reading.single(
                "calculate-package",
                answer -> answer.providerBreakdown().stream().anyMatch(part -> isOf(part, provider)),
                () -> vendor.api().calculatePackage(organization, question));
        return quote.providerBreakdown().stream()
                .filter(part -> isOf(part, provider))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Availability and price of names. Those the vendor left out, or could not look up, are asked again once; a name it
     * leaves out twice is not in the answer. At most {@link VendorSettings#namesPerSearch()} names go into one call, and
     * each call takes from the minute's {@link Pace}: give few, and keep what came.
     *
     * @return by name, as asked
     */
    public Map<String, Wire.SearchRow> search(String organization, List<String> names) {
        Reading.Deadline deadline = reading.deadline();
        Map<String, Wire.SearchRow> found = new LinkedHashMap<>();
        ask(organization, names, found, deadline, 1);
        List<String> open = names.stream()
                .filter(name -> !found.containsKey(name)
                        || "error".equalsIgnoreCase(found.get(name).status()))
                .toList();
        ask(organization, open, found, deadline, 2);
        return found;
    }

    /**
     * Names the vendor makes of a keyword, a page of at most fifty; empty when it can make none of this keyword. Takes from
     * the minute's {@link Pace}.
     *
     * @param tlds without a leading dot
     * @param page from 1
     */
    public Optional<Wire.Suggestions> suggest(String organization, String keyword, List<String> tlds, int page) {
        try {
            Wire.Suggestions found = reading.single("suggest-domains", Wire.Suggestions::whole, () -> {
                pace.takeCritical("suggest-domains", INLINE_PACE_WAIT, 1);
                return vendor.api()
                        .suggestDomains(organization, page, SUGGESTIONS_A_PAGE, new Wire.Suggesting(keyword, tlds));
            });
            return Optional.of(found);
        } catch (VendorException e) {
            if (e.status() == 400) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Pre-warmed domains in stock. */
    public Wire.WarmStock preWarmInboxes(String organization) {
        return reading.single(
                "pre-warm-inboxes", Wire.WarmStock::whole, () -> vendor.api().preWarmInboxes(organization));
    }

    /** Every name registered through the vendor, used or not. */
    public List<Wire.Registration> purchasedDomains(String organization) {
        return reading.list("purchased-domains", () -> vendor.api().purchasedDomains(organization));
    }

    public List<Wire.Order> orders(String organization) {
        return reading.list("orders", () -> vendor.api().orders(organization));
    }

    /** An unknown id is a FINAL {@link VendorException} with status 404. */
    public Wire.OrderDetails order(String organization, String id) {
        return reading.single(
                "orders/" + id, order -> order.id() != null, () -> vendor.api().order(id, organization));
    }

    public List<Wire.PendingForm> pendingForms(String organization) {
        return reading.list("pending-forms", () -> vendor.api().pendingForms(organization));
    }

    public List<Wire.ListedDomain> domains(String organization) {
        return reading.list("domains", () -> vendor.api().domains(organization));
    }

    /**
     * A domain's mailboxes; empty while the vendor lists none for this id (null or 404).
     *
     * @param domainId {@link Wire.ListedDomain#id()}, not the name
     * @param passwords whether to ask for them
     */
    public Optional<List<Wire.Mailbox>> mailboxes(String organization, String domainId, boolean passwords) {
        try {
            return reading.nullableList(
                    "mailboxes/" + domainId,
                    () -> vendor.api().mailboxes(domainId, organization, passwords ? true : null));
        } catch (VendorException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void ask(
            String organization,
            List<String> names,
            Map<String, Wire.SearchRow> found,
            Reading.Deadline deadline,
            int round) {
        for (int from = 0; from < names.size(); from += namesPerSearch) {
            List<String> some = new ArrayList<>(names.subList(from, Math.min(names.size(), from + namesPerSearch)));
            List<Wire.SearchRow> rows = reading.list("search-domains", deadline, () -> {
                pace.takeCritical("search-domains", INLINE_PACE_WAIT, round);
                return vendor.api().searchDomains(organization, new Wire.Names(some));
            });
            for (String name : some) {
                rows.stream()
                        .filter(Objects::nonNull)
                        .filter(row ->
                                row.domain() != null && plain(row.domain()).equals(plain(name)))
                        .findFirst()
                        .ifPresent(row -> found.put(name, row));
            }
        }
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isOf(Wire.PackagePart part, Provider provider) {
        try {
            return part.provider() == null || Provider.of(part.provider()) == provider;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
