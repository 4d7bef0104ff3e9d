package io.mailwright.ledger;

import java.math.BigDecimal;

/**
 * One change of an attempt: what its row says from then on, and what the journal tells of it.
 *
 * @param what the journal's word for it
 * @param reserved dollars by which it changes what is reserved
 * @param charged dollars by which it changes what is spent
 * @param amount the attempt's new amount, or null: as before
 * @param shows what the vendor shows, or null: as before
 */
record Change(
        Attempt before,
        Attempt.State to,
        String what,
        BigDecimal reserved,
        BigDecimal charged,
        BigDecimal amount,
        Word word,
        String shows,
        boolean needsPerson) {
    /**
     * Who says so, and why.
     *
     * @param by {@code reply}, {@code reading} or a user; null: nothing was decided
     * @param settles whether the row's settlement says so from then on
     */
    record Word(String by, String why, String reply, String vendorId, boolean settles) {
        static final Word NONE = new Word(null, null, null, null, false);

        static Word looked(String shows) {
            return new Word(null, shows, null, null, false);
        }

        static Word learnt(String by, String why, String vendorId) {
            return new Word(by, why, null, vendorId, false);
        }

        static Word settled(String by, String why, String vendorId) {
            return new Word(by, why, null, vendorId, true);
        }

        static Word replied(String reply, String vendorId) {
            return new Word(null, null, reply, vendorId, false);
        }

        Word settling(String who, String how) {
            return new Word(who, how, reply, vendorId, true);
        }
    }

    /** To another state; the money goes with it: what was held is released, what happened is spent. */
    static Change moved(Attempt before, Attempt.State to, Word word, String shows, boolean needsPerson) {
        boolean happened = to == Attempt.State.CONFIRMED;
        boolean ends = happened || to != Attempt.State.SENT && to != Attempt.State.UNKNOWN;
        return new Change(
                before,
                to,
                happened && !before.open() ? "taken-back" : to.word(),
                before.open() && ends ? before.amount().negate() : BigDecimal.ZERO,
                happened ? before.amount() : BigDecimal.ZERO,
                null,
                word,
                shows,
                needsPerson);
    }

    /** Something was learnt; state and money stay. */
    static Change noted(Attempt before, String what, Word word, String shows, boolean needsPerson) {
        return new Change(
                before, before.state(), what, BigDecimal.ZERO, BigDecimal.ZERO, null, word, shows, needsPerson);
    }

    /** The vendor's amount in the place of the estimate: the difference is what is told. */
    static Change corrected(Attempt before, BigDecimal amount) {
        return new Change(
                before,
                before.state(),
                "amount",
                BigDecimal.ZERO,
                amount.subtract(before.amount()),
                amount,
                new Word(Settling.READING, "the vendor charges " + amount, null, null, false),
                null,
                before.needsPerson());
    }

    boolean moves() {
        return before.state() != to;
    }
}
