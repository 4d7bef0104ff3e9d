package io.mailwright.plan;

/**
 * In whose name a domain's mail is sent when the vendor makes its aliases.
 *
 * @param firstName as the person writes it, at most 50 characters
 * @param lastName as the person writes it, at most 50 characters
 */
public record SenderName(String firstName, String lastName) {}
