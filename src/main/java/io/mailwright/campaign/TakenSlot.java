package io.mailwright.campaign;

/**
 * A slot that an earlier run of a schedule has taken.
 *
 * @param domain as it was planned
 * @param bought false: owned
 */
public record TakenSlot(String domain, Provider provider, boolean bought) {}
