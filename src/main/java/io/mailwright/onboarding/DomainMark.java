package io.mailwright.onboarding;

import java.util.Locale;

/** How what was ordered for a domain and what the vendor shows go together. */
enum DomainMark {
    FINE("nothing to do"),
    EXPORT("hand it over: not all of its mailboxes were in an export yet; export the campaign again"),
    WAITING("wait: it goes on by itself, and asks when it can't"),
    UNREAD(
            "wait: the vendor was not read since it was ordered, or one reading alone lacks it; it is read again by itself"),
    SHORT("have the vendor add what is missing, and order nothing again; it is read again by itself"),
    STRANGE("have the vendor remove what nobody ordered; it is never handed over, and is read again by itself"),
    REDIRECT("ask for its redirect again, which costs nothing (change-redirect)"),
    STOPPED("look at it in the vendor's web app and ask the vendor; order nothing again"),
    GONE("look for its order in the vendor's web app and ask the vendor; buy and order nothing again"),
    LOST("answer what stands in its place, or go on without it; nothing is bought before that"),
    DROPPED("nothing to do: a person said to go on without it"),
    CANCELLED("nothing to do: its order was cancelled"),
    REPLACED("nothing to do: another name stands in its place");

    final String repair;

    DomainMark(String repair) {
        this.repair = repair;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What decides it.
     *
     * @param listed whether the vendor lists it
     * @param sure whether its absence proves anything
     * @param active whether the vendor says so
     * @param enough as many mailboxes as ordered
     * @param missing an address that was ordered is not there
     * @param strange an address is there that nobody ordered
     * @param elsewhere it leads to another address than it should
     * @param handedOver none of its mailboxes is left that others of the campaign were exported without
     */
    record Facts(
            DomainRow.State state,
            boolean cancelled,
            boolean listed,
            boolean sure,
            boolean active,
            boolean enough,
            boolean missing,
            boolean strange,
            boolean elsewhere,
            boolean handedOver) {}

    static DomainMark of(Facts facts) {
        if (facts.state() == DomainRow.State.DROPPED) return DROPPED;
        if (facts.state() == DomainRow.State.LOST) return LOST;
        if (facts.cancelled()) return CANCELLED;
        if (facts.state().ordinal() < DomainRow.State.ORDERED.ordinal()) return WAITING;
        if (facts.strange()) return STRANGE;
        boolean taken = facts.state() == DomainRow.State.ACTIVE;
        if (!facts.listed()) return !facts.sure() ? UNREAD : taken ? GONE : WAITING;
        if (!facts.active()) return taken ? STOPPED : WAITING;
        if (!facts.enough() || facts.missing()) return SHORT;
        if (!taken) return WAITING;
        if (facts.elsewhere()) return REDIRECT;
        return facts.handedOver() ? FINE : EXPORT;
    }
}
