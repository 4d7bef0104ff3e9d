package io.mailwright.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;

/**
 * A call that buys, orders or changes something, as it came in.
 *
 * @param at real time
 * @param form path uuid of a submit-form
 * @param status what the endpoint answered, 0 when the call did not reach it
 * @param effect whether it did what it asked for, whatever reply left
 * @param fault the fault put on it, or {@code key}, {@code limit} when it was turned away there; else null
 * @param result id of the order made, or of the one a swap changes
 * @param target what the path names: a form, an order to cancel, a domain to swap, a price
 * @param hosting provider of the registrar's login that it carried, else null
 * @param sequencer provider of the sequencer's login that it carried, else null
 * @param value what a swap asks for; the name of a new organization
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record SpendCall(
        long number,
        Instant at,
        String endpoint,
        List<String> names,
        String tag,
        String form,
        int status,
        boolean effect,
        String fault,
        String error,
        String result,
        String target,
        String value,
        String hosting,
        String sequencer,
        String coupon) {}
