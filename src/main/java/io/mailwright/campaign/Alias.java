package io.mailwright.campaign;

/**
 * One mailbox of a domain: {@code localPart@domain}.
 *
 * @param firstName as the person writes it, at most 50 characters
 * @param lastName as the person writes it, at most 50 characters
 * @param localPart a–z, 0–9 with single {@code . _ -} between, at most 64 characters
 * @param photo the person's own picture, or null: the domain's
 */
public record Alias(String firstName, String lastName, String localPart, String photo) {}
