package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What can go wrong with one call (section 6.1), by the word a script uses. */
enum Fault {
    DROP_BEFORE("drop-before", false, true, endpoint -> true),
    HANG_BEFORE("hang-before", false, false, endpoint -> true),
    ERROR_BEFORE("500-before", false, true, endpoint -> true),
    GATEWAY_BEFORE("502-before", false, true, endpoint -> true),
    UNAVAILABLE_BEFORE("503-before", false, true, endpoint -> true),
    LIMITED("429-json", false, true, endpoint -> true),
    LIMITED_UNTIMED("429-json-without-retry-after", false, true, endpoint -> true),
    LIMITED_HTML("429-html", false, true, endpoint -> true),

    REVOKED("401", false, false, endpoint -> true),

    DROP_AFTER("drop-after", true, true, endpoint -> true),
    DROP_MIDWAY("drop-midway", true, true, endpoint -> true),
    HANG_AFTER("hang-after", true, false, endpoint -> true),
    ERROR_AFTER("500-after", true, true, endpoint -> true),
    GATEWAY_AFTER("502-after", true, true, endpoint -> true),
    UNAVAILABLE_AFTER("503-after", true, true, endpoint -> true),
    EMPTY_OBJECT("empty-object", true, true, endpoint -> true),
    EMPTY_BODY("empty-body", true, true, endpoint -> true),
    HTML("html", true, true, endpoint -> true),
    GARBLED("garbled", true, true, endpoint -> true),
    SUCCESS_FALSE("success-false", true, true, Endpoint.CHANGING::contains),
    CREATED_UNPAID("400-created", true, false, Endpoint.CHARGING::contains),
    MISSING_ROW("missing-row", true, true, Endpoint.SEARCH::equals),
    EMPTY_LIST("empty-list", true, false, Endpoint.LISTS::contains),
    SHORT_LIST("short-list", true, false, Endpoint.LISTS::contains),
    CUT_LIST("cut-list", true, false, Endpoint.LISTS::contains),
    NOT_APPLIED("not-applied", true, false, Endpoint.SWAPS::contains),
    MISSING_ID("missing-id", true, false, Endpoint.ORDERING::contains),
    MAILBOXES_NULL("mailboxes-null", true, true, Endpoint.MAILBOXES::equals),
    MISSING_EMAIL("missing-email", true, true, Endpoint.MAILBOXES::equals),
    MISSING_STATUS("missing-status", true, true, Set.of(Endpoint.MAILBOXES, Endpoint.DOMAINS)::contains);

    private final String word;
    /** Whether the call first does what it asks for. */
    final boolean after;
    /** Whether chance may choose it; the others leave a person to act, or take half a minute each. */
    final boolean byChance;

    private final Predicate<String> suits;

    Fault(String word, boolean after, boolean byChance, Predicate<String> suits) {
        this.word = word;
        this.after = after;
        this.byChance = byChance;
        this.suits = suits;
    }

    boolean suits(String endpoint) {
        return suits.test(endpoint);
    }

    @JsonValue
    String word() {
        return word;
    }

    @JsonCreator
    static Fault of(String word) {
        String plain = word.replace("timeout-", "hang-");
        return Arrays.stream(values())
                .filter(fault -> fault.word.equals(plain))
                .findFirst()
                .orElseThrow(() -> Rejected.because("fault " + word + " is not one of "
                        + Arrays.stream(values()).map(Fault::word).collect(Collectors.joining(", "))));
    }
}
