package io.mailwright.plan;

import io.mailwright.campaign.Provider;

/**
 * A name that the campaign has bought under an earlier version of its plan. It stays where it is: it may stand in an order
 * already, and a name that changed its slot would change its type and aliases.
 *
 * @param slot its slot in that version, or 0: none any more
 * @param provider the slot's type, or null: none any more
 */
public record KeptName(String domain, int slot, Provider provider) {}
