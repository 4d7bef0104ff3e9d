package io.mailwright.ledger;

import java.util.Random;
import java.util.function.Predicate;

/** Where a node dies, or falls asleep and wakes up when another one has gone on. */
enum CrashPoint {
    NONE,
    AT_ANY_STATEMENT,
    BEFORE_THE_CLAIM_COMMITS,
    AFTER_THE_CLAIM,
    BEFORE_THE_FIRST_BYTE,
    /** The call is on its way and takes effect when the node is long dead. */
    AFTER_THE_FIRST_BYTE,
    AFTER_THE_REPLY,
    BEFORE_THE_RECORD_COMMITS,
    AFTER_RECORDING,
    /** Dies after recording, and the database comes back as it was before the first call. */
    RESTORED_AFTER_RECORDING,
    /** At any statement or commit of a look. */
    WHILE_LOOKING,
    BEFORE_THE_SETTLEMENT_COMMITS,
    AFTER_SETTLING,
    ASLEEP_AFTER_THE_CLAIM,
    ASLEEP_AFTER_THE_REPLY;

    private static final String CLAIM = "insert into attempt (";
    private static final String MOVE = "update attempt set state";
    private static final String UNKNOWN = MOVE + " = 'unknown'";
    private static final String BEFORE = "before commit";
    private static final String AFTER = "after commit";

    boolean sleeps() {
        return this == ASLEEP_AFTER_THE_CLAIM || this == ASLEEP_AFTER_THE_REPLY;
    }

    /** Whether it needs an outcome that nobody saw: then the node dies after the reply, and again here. */
    boolean settles() {
        return this == WHILE_LOOKING || this == BEFORE_THE_SETTLEMENT_COMMITS || this == AFTER_SETTLING;
    }

    /** @return asked with each statement's text and {@code before commit}, {@code after commit}: whether it is here */
    Predicate<String> watch(Traffic traffic, Random random) {
        long before = traffic.arrived();
        int[] left = {1 + random.nextInt(this == WHILE_LOOKING ? 20 : 50)};
        return switch (this) {
            case NONE -> event -> false;
            case AT_ANY_STATEMENT -> event -> --left[0] <= 0;
            case BEFORE_THE_CLAIM_COMMITS -> first(CLAIM, BEFORE);
            case AFTER_THE_CLAIM, ASLEEP_AFTER_THE_CLAIM -> first(CLAIM, AFTER);
            case BEFORE_THE_FIRST_BYTE -> first(MOVE, AFTER);
            case AFTER_THE_FIRST_BYTE, AFTER_THE_REPLY, ASLEEP_AFTER_THE_REPLY -> event -> traffic.arrived() > before;
            case BEFORE_THE_RECORD_COMMITS -> event -> traffic.arrived() > before && event.equals(BEFORE);
            case AFTER_RECORDING, RESTORED_AFTER_RECORDING ->
                event -> traffic.arrived() > before && event.equals(AFTER);
            case WHILE_LOOKING -> event -> traffic.looking && --left[0] <= 0;
            case BEFORE_THE_SETTLEMENT_COMMITS -> settlement(traffic, BEFORE);
            case AFTER_SETTLING -> settlement(traffic, AFTER);
        };
    }

    private static Predicate<String> settlement(Traffic traffic, String then) {
        return first(
                event -> (traffic.looking || traffic.deciding) && event.startsWith(MOVE) && !event.startsWith(UNKNOWN),
                then);
    }

    private static Predicate<String> first(String statement, String then) {
        return first(event -> event.startsWith(statement), then);
    }

    private static Predicate<String> first(Predicate<String> statement, String then) {
        boolean[] seen = {false};
        return event -> {
            if (statement.test(event)) seen[0] = true;
            return seen[0] && event.equals(then);
        };
    }
}
