package io.mailwright.dsl;

import java.util.Map;

/** A part of a rule: its type, known when the file is read, and how it is worked out. */
record Term(FactType type, Evaluation evaluation) {
    interface Evaluation {
        /** Boolean, BigDecimal, String, List, or {@link io.mailwright.campaign.Rule#UNKNOWN}. */
        Object of(Map<String, ?> facts);
    }

    Object of(Map<String, ?> facts) {
        return evaluation.of(facts);
    }
}
