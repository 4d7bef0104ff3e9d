package io.mailwright.scaledmail;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the vendor is reached. {@code SCALEDMAIL_*} in the environment.
 *
 * @param baseUrl everything before the endpoint path ({@code …/api/v1}); blank: the simulator in this process
 * @param apiKey a secret; blank with the simulator
 * @param organizationId the vendor's id of the workspace that campaigns without a {@code workspace} line use; blank: the
 *     account's first
 * @param spending whether money may be spent
 * @param orderStyle how an order is placed
 * @param requestsPerSecond no sliding second holds more sends than this (the vendor's law is 5)
 * @param criticalPerMinute no sliding minute holds more sends than this per critical endpoint (the law is 15)
 * @param namesPerSearch names in one search-domains call
 */
@ConfigurationProperties("mailwright.vendor")
public record VendorSettings(
        String baseUrl,
        String apiKey,
        String organizationId,
        Spending spending,
        OrderStyle orderStyle,
        int requestsPerSecond,
        int criticalPerMinute,
        int namesPerSearch) {

    public enum Spending {
        ARMED,
        OFF
    }

    public enum OrderStyle {
        FORM,
        DIRECT,
        AUTO
    }

    public boolean simulated() {
        return baseUrl == null || baseUrl.isBlank();
    }

    /** Whether money may be spent; the simulator's costs nothing. */
    public boolean armed() {
        return simulated() || spending == Spending.ARMED;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "VendorSettings[" + (simulated() ? "simulator" : baseUrl) + ", spending " + spending + "]";
    }
}
