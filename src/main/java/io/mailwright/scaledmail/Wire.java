package io.mailwright.scaledmail;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What goes over the wire, named as the vendor names it. Every field of a reply may be null: the vendor leaves rows and
 * fields out. Lists are never null.
 */
public final class Wire {
    private Wire() {}

    /** GET /organizations. */
    public record Organization(String id, String name) {}

    /** Body of search-domains and buy-domains. */
    public record Names(List<String> domains) {}

    /** POST /search-domains: one row; {@code blacklisted} null when the reply did not say, empty when clean. */
    public record SearchRow(
            String domain,
            String status,
            BigDecimal price,
            BigDecimal renewPrice,
            @JsonDeserialize(using = Blacklists.class) List<String> blacklisted) {
        public boolean available() {
            return "available".equalsIgnoreCase(status);
        }
    }

    /** Body of suggest-domains: a keyword, and tlds without a leading dot. */
    public record Suggesting(String domain, List<String> tlds) {}

    /** POST /suggest-domains: one page. */
    public record Suggestions(
            Integer total,
            Integer page,
            @JsonProperty("total_pages") Integer totalPages,
            List<SearchRow> domains) {
        @Override
        public List<SearchRow> domains() {
            return withoutGaps(domains);
        }

        /** Whether the reply is one at all: an empty list is, no list and no count is not. */
        boolean whole() {
            return domains != null || total != null;
        }
    }

    /** GET /pre-warm-inboxes: what is in stock, by mailbox type. */
    public record WarmStock(
            Integer total,
            List<WarmInbox> google,
            @JsonAlias("microsoft") List<WarmInbox> outlook) {
        @Override
        public List<WarmInbox> google() {
            return withoutGaps(google);
        }

        @Override
        public List<WarmInbox> outlook() {
            return withoutGaps(outlook);
        }

        /** Whether the reply is one at all: an empty list is, no list and no count is not. */
        boolean whole() {
            return google != null || outlook != null || total != null;
        }
    }

    /** A pre-warmed domain; {@code mailboxCount} and {@code mailboxes} may each be left out. */
    public record WarmInbox(
            String id,
            String domain,
            @JsonProperty("emailMailboxCount") Integer mailboxCount,
            WarmPricing pricing,
            @JsonProperty("emailMailbox") List<ListedAlias> mailboxes) {
        public WarmInbox {
            mailboxes = withoutGaps(mailboxes);
        }
    }

    /** In dollars: once, and each month. */
    public record WarmPricing(BigDecimal oneTimePrice, BigDecimal monthlyPrice) {}

    /** GET /purchased-domains: {@code domainId} null while the name is in no order. */
    public record Registration(
            String domain,
            @JsonProperty("domain_id") String domainId,
            @JsonProperty("created_at") String createdAt,
            @JsonProperty("renewal_at") String renewalAt,
            @JsonProperty("renewal_price") BigDecimal renewalPrice) {}

    /** GET /packages: a fixed package; {@code google} and {@code microsoft} are null when it has none of them. */
    public record Package(
            String id,
            String tier,
            String name,
            String mode,
            BigDecimal price,
            Integer domains,
            Map<String, Object> google,
            Map<String, Object> microsoft,
            Map<String, Object> smtp,
            String frequency) {}

    /** Body of calculate-package: {@code volume} is emails a {@code period} (month or day). */
    public record PackageQuestion(int volume, String period, List<String> providers) {}

    /** POST /calculate-package, in dollars. */
    public record PackageQuote(List<PackagePart> providerBreakdown) {
        public PackageQuote {
            providerBreakdown = withoutGaps(providerBreakdown);
        }
    }

    /** POST /calculate-package: one provider's part. */
    public record PackagePart(
            String provider,
            Integer requiredDomains,
            Integer requiredMailboxes,
            BigDecimal pricePerUnit,
            String pricingBasis,
            BigDecimal totalPrice) {}

    /** GET /orders: the vendor calls them payments. */
    public record Order(
            String id,
            BigDecimal amount,
            @JsonProperty("created_at") String createdAt,
            String status,
            String description) {
        public boolean cancelled() {
            return "cancelled".equalsIgnoreCase(status) || "canceled".equalsIgnoreCase(status);
        }
    }

    /** GET /orders/{id}. */
    public record OrderDetails(
            String id,
            BigDecimal amount,
            @JsonProperty("created_at") String createdAt,
            String tag,
            String status,
            String description,
            List<OrderPackage> packages) {
        public OrderDetails {
            packages = withoutGaps(packages);
        }

        public boolean cancelled() {
            return "cancelled".equalsIgnoreCase(status) || "canceled".equalsIgnoreCase(status);
        }
    }

    public record OrderPackage(
            String type,
            String id,
            @JsonProperty("payment_id") String paymentId,
            List<OrderDomain> domains) {
        public OrderPackage {
            domains = withoutGaps(domains);
        }
    }

    public record OrderDomain(String id, String name, String status) {}

    /** GET /pending-forms: a paid order that waits for its names and aliases. */
    public record PendingForm(
            String uuid,
            @JsonProperty("payment_id") String paymentId,
            String description,
            @JsonProperty("created_at") String createdAt,
            BigDecimal amount,
            String type,
            FormData data) {}

    /** {@code domains} is empty when the buyer chose external ones. */
    public record FormData(
            Integer quantity,
            @JsonProperty("domains_required") Integer domainsRequired,
            List<String> domains) {
        public FormData {
            domains = withoutGaps(domains);
        }

        /** How many domains it asks for when it names none, or null when it does not say. */
        public Integer domainsInAll() {
            return domainsRequired == null ? null : domainsRequired * (quantity == null ? 1 : quantity);
        }
    }

    /** GET /domains: a domain in an order; {@code paymentId} is the order's id. */
    public record ListedDomain(
            String id,
            String domain,
            String tag,
            String redirect,
            @JsonProperty("order_type") String orderType,
            @JsonProperty("order_id") String orderId,
            @JsonProperty("payment_id") String paymentId,
            @JsonProperty("total_mailboxes") Integer totalMailboxes,
            List<ListedAlias> mailbox,
            String status) {
        public ListedDomain {
            mailbox = withoutGaps(mailbox);
        }

        public boolean active() {
            return "active".equalsIgnoreCase(status);
        }
    }

    public record ListedAlias(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias) {}

    /** GET /mailboxes/{domain_id}; the password is there only when it was asked for. Never logged. */
    public record Mailbox(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias,
            String email,
            String status,
            @JsonProperty("mailbox_password") String password) {
        @Override
        public String toString() {
            return "Mailbox[" + (email == null ? alias : email) + "]";
        }
    }

    /**
     * Body of create-custom-order, create-order and submit-form (section 4): {@code providers} is keyed by google, outlook,
     * smtp; {@code sequencer} and {@code hosting} null: left out; {@code quantity} with create-order only, else null.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OrderBody(
            String tag, Map<String, ProviderDomains> providers, Login sequencer, Login hosting, Integer quantity) {
        public OrderBody(String tag, Map<String, ProviderDomains> providers, Login sequencer, Login hosting) {
            this(tag, providers, sequencer, hosting, null);
        }

        /** With no login of anybody. */
        public OrderBody(String tag, Map<String, ProviderDomains> providers) {
            this(tag, providers, null, null);
        }

        /** The same for so many of a fixed package. */
        public OrderBody times(int packages) {
            return new OrderBody(tag, providers, sequencer, hosting, packages);
        }

        /** What nobody but the vendor may read of it. */
        List<String> secrets() {
            return Wire.secrets(sequencer, hosting);
        }
    }

    private static List<String> secrets(Login... logins) {
        return Stream.of(logins)
                .filter(Objects::nonNull)
                .flatMap(login ->
                        Stream.of(login.username(), login.password(), login.link(), login.workspace(), login.tag()))
                .filter(text -> text != null && !text.equals(ORDER_ID))
                .toList();
    }

    /** The vendor puts the order's id in its place. */
    private static final String ORDER_ID = "{{ID}}";

    /** A login at a registrar ({@code hosting}) or a sequencer; optional texts are null, never empty. Never logged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Login(String provider, String username, String password, String link, String workspace, String tag) {
        @Override
        public String toString() {
            return "Login[" + provider + "]";
        }
    }

    public record ProviderDomains(List<DomainBody> domains) {}

    /** One domain of an order, with either aliases or the name by which the vendor makes them; with neither: a bare name. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DomainBody(
            String domain,
            String redirect,
            @JsonProperty("profile_picture") String profilePicture,
            List<AliasBody> aliases,
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName) {
        public DomainBody(String domain, String redirect, String profilePicture, List<AliasBody> aliases) {
            this(domain, redirect, profilePicture, aliases, null, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AliasBody(
            @JsonProperty("first_name") String firstName,
            @JsonProperty("last_name") String lastName,
            String alias,
            @JsonProperty("profile_picture") String profilePicture) {}

    /** Body of buy-pre-warm-inboxes: all of it is bought, or nothing; {@code sequencer} needs a {@code link} here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WarmPurchase(String tag, List<WarmItem> domains, Login sequencer) {
        List<String> secrets() {
            return Wire.secrets(sequencer);
        }
    }

    /** One of the stock, by its id there; {@code redirect} null: none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WarmItem(String id, String domain, String redirect) {}

    /** Body of swap-domain; {@code hosting} null: left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DomainSwap(@JsonProperty("new_domain") String newDomain, Login hosting) {
        List<String> secrets() {
            return Wire.secrets(hosting);
        }
    }

    /** Body of swap-redirect; "" takes the redirect away. */
    public record RedirectSwap(@JsonProperty("new_redirect") String newRedirect) {}

    /** Body of POST /organizations. */
    public record NewOrganization(String name) {}

    private static <T> List<T> withoutGaps(List<T> rows) {
        return rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }
}
