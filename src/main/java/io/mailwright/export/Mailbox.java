package io.mailwright.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A mailbox as it is handed over. The names are those of the CSV header and of the JSON.
 *
 * @param provider {@code google}, {@code outlook} or {@code smtp}
 * @param status the vendor's word
 * @param password null unless it was asked for; never kept and never logged
 */
@JsonPropertyOrder({"email", "first_name", "last_name", "domain", "provider", "status", "password"})
public record Mailbox(
        String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String domain,
        String provider,
        String status,
        @JsonInclude(JsonInclude.Include.NON_NULL) String password) {

    /** Without its password. */
    public Mailbox(String email, String firstName, String lastName, String domain, String provider, String status) {
        this(email, firstName, lastName, domain, provider, status, null);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Mailbox[" + email + "]";
    }
}
