package io.mailwright.ledger;

import io.mailwright.scaledmail.Wire;
import java.util.function.Function;

/** @param key what tells one row of the vendor's list from another */
record ListKind<T>(String word, Class<T> type, Function<T, String> key) {
    static final ListKind<Wire.Order> ORDERS = new ListKind<>("orders", Wire.Order.class, Wire.Order::id);
    static final ListKind<Wire.PendingForm> FORMS =
            new ListKind<>("forms", Wire.PendingForm.class, Wire.PendingForm::uuid);
    static final ListKind<Wire.ListedDomain> DOMAINS =
            new ListKind<>("domains", Wire.ListedDomain.class, row -> Readings.name(row.domain()));
    static final ListKind<Wire.Registration> REGISTRATIONS =
            new ListKind<>("registrations", Wire.Registration.class, row -> Readings.name(row.domain()));
}
