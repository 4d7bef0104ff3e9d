package io.mailwright.ledger;

/**
 * What one look at the vendor says of a call whose outcome is not known.
 *
 * @param vendorId with HAPPENED: the order's or workspace's id, or null
 * @param shows in a person's words
 */
record Finding(Proof proof, String vendorId, String shows) {
    enum Proof {
        HAPPENED,
        /** It did not happen, and may be sent again. */
        NOTHING,
        OPEN,
        /** Nothing that can be read proves it. */
        PERSON
    }

    static Finding happened(String vendorId, String shows) {
        return new Finding(Proof.HAPPENED, vendorId, shows);
    }

    static Finding nothing(String shows) {
        return new Finding(Proof.NOTHING, null, shows);
    }

    static Finding open(String shows) {
        return new Finding(Proof.OPEN, null, shows);
    }

    static Finding person(String shows) {
        return new Finding(Proof.PERSON, null, shows);
    }
}
