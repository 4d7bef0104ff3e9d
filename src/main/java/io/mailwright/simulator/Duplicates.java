package io.mailwright.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
                String key = kind(call) + " " + what;
                SpendCall earlier = done.get(key);
                if (earlier != null && !cancelled(earlier) && Objects.equals(earlier.value(), call.value())) {
                    duplicates.merge(key, duplicate(earlier, call, what), Duplicates::joined);
                } else if (call.effect()) {
                    done.put(key, call);
                }
            }
            if (call.effect() && call.endpoint().equals(Endpoint.SWAP_DOMAIN)) {
                done.remove(kind(call) + " " + Names.of(call.value()));
            }
        }
        return List.copyOf(duplicates.values());
    }

    private static List<String> subjects(SpendCall call) {
        return switch (call.endpoint()) {
            case Endpoint.SUBMIT, Endpoint.CANCEL -> List.of(call.target());
            case Endpoint.SWAP_DOMAIN, Endpoint.SWAP_REDIRECT -> List.of(Names.of(call.target()));
            case Endpoint.CREATE_ORGANIZATION -> List.of(String.valueOf(call.value()));
            default -> call.names().stream().distinct().toList();
        };
    }

    private boolean cancelled(SpendCall call) {
        return call.result() != null && state.orders.get(call.result()).cancelled();
    }

    private static Duplicate duplicate(SpendCall earlier, SpendCall call, String what) {
        return new Duplicate(kind(call), what, List.of(earlier.number(), call.number()), call.effect());
    }

    private static String kind(SpendCall call) {
        return switch (call.endpoint()) {
            case Endpoint.BUY -> "purchase";
            case Endpoint.BUY_WARM -> "pre-warmed";
            case Endpoint.CREATE, Endpoint.CREATE_FIXED -> "order";
            case Endpoint.SUBMIT -> "form";
            case Endpoint.CANCEL -> "cancellation";
            case Endpoint.CREATE_ORGANIZATION -> "organization";
            default -> call.endpoint();
        };
    }

    private static Duplicate joined(Duplicate one, Duplicate other) {
        List<Long> calls = new ArrayList<>(one.calls());
        calls.addAll(other.calls().subList(1, other.calls().size()));
        return new Duplicate(one.kind(), one.what(), calls, one.charged() || other.charged());
    }
}
