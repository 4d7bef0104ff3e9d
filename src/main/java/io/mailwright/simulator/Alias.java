package io.mailwright.simulator;

/** One mailbox of a domain; {@code alias} is the local part. */
record Alias(String firstName, String lastName, String alias, String picture) {}
