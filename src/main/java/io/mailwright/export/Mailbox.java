package io.mailwright.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A mailbox as it is handed over, without its password. The names are those of the CSV header and of the JSON.
 *
 * @param provider {@code google}, {@code outlook} or {@code smtp}
 * @param status the vendor's word
 */
@JsonPropertyOrder({"email", "first_name", "last_name", "domain", "provider", "status"})
public record Mailbox(
        String email,
        @JsonProperty("first_name") String firstName,
        @JsonProperty("last_name") String lastName,
        String domain,
        String provider,
        String status) {}
