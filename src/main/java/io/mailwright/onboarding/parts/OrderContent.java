package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Sequencer;
import io.mailwright.onboarding.Secrets;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An order as it is approved: {@code {source, amount, providers: {google: {domains: [{domain, redirect, profile_picture,
 * aliases: [{first_name, last_name, alias}]}]}}, tag, hosting, sequencer: {provider, secret, workspace, tag}, coupon}},
 * amount in dollars for the first month, {@code hosting} and {@code secret} names of secrets (docs/scaledmail-api.md,
 * section 4).
 */
record OrderContent(JsonNode json, String where) {
    private static final TypeReference<Map<String, Wire.ProviderDomains>> PROVIDERS = new TypeReference<>() {};

    String tag() {
        String tag = Json.optional(json, "tag");
        return tag == null ? "" : tag;
    }

    /** {@code scaledmail} or {@code other}. */
    String source() {
        String source = Json.optional(json, "source");
        return source == null ? "scaledmail" : source;
    }

    String coupon() {
        return Json.optional(json, "coupon");
    }

    BigDecimal amount() {
        return Json.amount(json, "amount", where);
    }

    Map<String, Wire.ProviderDomains> providers() {
        try {
            Map<String, Wire.ProviderDomains> providers = Json.MAPPER.convertValue(json.path("providers"), PROVIDERS);
            if (providers == null || names(providers).isEmpty()) throw missing();
            return providers;
        } catch (IllegalArgumentException | NullPointerException unreadable) {
            throw missing();
        }
    }

    List<String> names() {
        return names(providers());
    }

    /** How many domains of each type. */
    Map<Provider, Integer> counts() {
        Map<Provider, Integer> counts = new LinkedHashMap<>();
        providers().forEach((type, part) -> {
            try {
                counts.put(Provider.of(type), part.domains().size());
            } catch (IllegalArgumentException unknown) {
                throw Json.wrong(
                        "'" + where + "' names the mailbox type '" + type + "'; write google, outlook or smtp");
            }
        });
        return counts;
    }

    /** @param whole with aliases, redirects and the sequencer; false: bare names */
    Wire.OrderBody body(String tag, boolean whole, Secrets secrets) {
        Map<String, Wire.ProviderDomains> providers = providers();
        if (!whole)
            providers.replaceAll((type, part) -> new Wire.ProviderDomains(part.domains().stream()
                    .map(domain -> new Wire.DomainBody(domain.domain(), null, null, null))
                    .toList()));
        String hosting = Json.optional(json, "hosting");
        return new Wire.OrderBody(
                tag,
                providers,
                whole ? sequencer(json, secrets) : null,
                hosting == null ? null : secrets.hosting(hosting));
    }

    static Wire.Login sequencer(JsonNode json, Secrets secrets) {
        JsonNode named = json.path("sequencer");
        if (!named.isObject()) return null;
        return secrets.sequencer(new Sequencer(
                Json.text(named, "provider", "sequencer"),
                Json.text(named, "secret", "sequencer"),
                Json.optional(named, "workspace"),
                Json.optional(named, "tag")));
    }

    private static List<String> names(Map<String, Wire.ProviderDomains> providers) {
        return providers.values().stream()
                .flatMap(part -> part.domains().stream())
                .map(domain -> domain.domain().strip().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private RuntimeException missing() {
        return Json.wrong(
                "'" + where
                        + "' needs the order as it was approved, e.g. {\"amount\": 7, \"providers\": {\"google\": {\"domains\": [{\"domain\": \"a.com\"}]}}}");
    }
}
