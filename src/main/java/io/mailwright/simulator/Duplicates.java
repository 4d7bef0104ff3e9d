package io.mailwright.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls that asked again for what an earlier call had already done: a second purchase or order of a name, a second
 * submission of a form. Also when the second was refused: a vendor that checks less would have charged for it.
 */
final class Duplicates {
    /** @param charged whether the second call took effect too */
    record Duplicate(String kind, String what, List<Long> calls, boolean charged) {}

    private final State state;

    Duplicates(State state) {
        this.state = state;
    }

    List<Duplicate> find() {
        Map<String, SpendCall> done = new HashMap<>();
        Map<String, Duplicate> duplicates = new LinkedHashMap<>();
        for (SpendCall call : state.spendCalls) {
            for (String what : subjects(call)) {
                String key = call.endpoint() + " " + what;
                SpendCall earlier = done.get(key);
                if (earlier != null && !cancelled(earlier)) {
                    duplicates.merge(key, duplicate(earlier, call, what), Duplicates::joined);
                }
                if (call.effect() && (earlier == null || cancelled(earlier))) {
                    done.put(key, call);
                }
            }
        }
        return List.copyOf(duplicates.values());
    }

    private static List<String> subjects(SpendCall call) {
        return call.endpoint().equals(Endpoint.SUBMIT)
                ? List.of(call.form())
                : call.names().stream().distinct().toList();
    }

    private boolean cancelled(SpendCall call) {
        return call.result() != null && state.orders.get(call.result()).cancelled();
    }

    private static Duplicate duplicate(SpendCall earlier, SpendCall call, String what) {
        String kind = call.endpoint().equals(Endpoint.BUY)
                ? "purchase"
                : call.endpoint().equals(Endpoint.CREATE) ? "order" : "form";
        return new Duplicate(kind, what, List.of(earlier.number(), call.number()), call.effect());
    }

    private static Duplicate joined(Duplicate one, Duplicate other) {
        List<Long> calls = new ArrayList<>(one.calls());
        calls.addAll(other.calls().subList(1, other.calls().size()));
        return new Duplicate(one.kind(), one.what(), calls, one.charged() || other.charged());
    }
}
