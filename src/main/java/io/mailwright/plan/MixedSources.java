package io.mailwright.plan;

import java.util.List;

/** Some of one order's domains are registered at the vendor and others are not: no campaign file can mend that. */
public class MixedSources extends RuntimeException {
    MixedSources(List<String> here, List<String> elsewhere) {
        super("of the form's domains " + String.join(", ", here) + " are registered at the vendor and "
                + String.join(", ", elsewhere)
                + " are not, but a form takes one kind; have the vendor mend the order, or"
                + " register the others there, then go on");
    }
}
