package io.mailwright.ledger;

/** The file asks for a second look at an order's names before they are sent, and nobody has approved them as they are now. */
public class NamesNotApproved extends NeedsPerson {
    NamesNotApproved(Authority who) {
        super("the names and aliases of order " + who.order()
                + " are not approved as they are now, and the campaign file asks"
                + " for that ('approve forms: true'); nothing was sent: go on, and you are asked to approve them");
    }
}
