package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /simulator/faults}, {@code /modes} and {@code /clock}: how the vendor misbehaves and how its time runs. */
@WhenSimulated
@RestController("simulatorAdministration")
@RequestMapping(Gate.ROOT)
class Administration {
    private final State state;

    Administration(State state) {
        this.state = state;
    }

    @GetMapping("/faults")
    JsonNode faults() {
        ObjectNode plan = StateFile.JSON.valueToTree(state.faults);
        plan.set("calls", StateFile.JSON.valueToTree(state.faultCounts));
        plan.set("words", StateFile.JSON.valueToTree(Fault.values()));
        return plan;
    }

    /** The whole plan is replaced, and calls are counted from here. */
    @RequestMapping(
            path = "/faults",
            method = {RequestMethod.PUT, RequestMethod.POST})
    JsonNode setFaults(@RequestBody(required = false) byte[] body) {
        state.faults = read(Body.object(body), FaultPlan.class);
        state.faultCounts.clear();
        return faults();
    }

    @DeleteMapping("/faults")
    JsonNode clearFaults() {
        state.faults = FaultPlan.none();
        state.faultCounts.clear();
        return faults();
    }

    @GetMapping("/modes")
    JsonNode modes() {
        return StateFile.JSON.valueToTree(state.modes);
    }

    /** Only what is given changes. */
    @RequestMapping(
            path = "/modes",
            method = {RequestMethod.PUT, RequestMethod.POST})
    JsonNode setModes(@RequestBody(required = false) byte[] body) {
        ObjectNode modes = StateFile.JSON.valueToTree(state.modes);
        modes.setAll((ObjectNode) Body.object(body));
        state.modes = read(modes, Modes.class);
        return modes();
    }

    @DeleteMapping("/modes")
    JsonNode clearModes() {
        state.modes = Modes.usual();
        return modes();
    }

    record Time(Instant now, double speed) {}

    @GetMapping("/clock")
    JsonNode clock() {
        return StateFile.JSON.valueToTree(new Time(state.clock.now(), state.clock.speed()));
    }

    @RequestMapping(
            path = "/clock",
            method = {RequestMethod.PUT, RequestMethod.POST})
    JsonNode setClock(@RequestBody(required = false) byte[] body) {
        JsonNode request = Body.object(body);
        if (!request.has("advance") && !request.has("speed")) {
            throw Rejected.because("advance or speed is required");
        }
        if (request.has("speed")) {
            if (!request.get("speed").isNumber() || request.get("speed").doubleValue() < 0) {
                throw Rejected.because("speed must be a number, 0 or more: vendor seconds in one real second");
            }
            state.clock = state.clock.at(request.get("speed").doubleValue());
        }
        if (request.has("advance")) {
            state.clock = state.clock.advanced(forward(request.get("advance").asText()));
        }
        return clock();
    }

    /** Puts more pre-warmed domains into stock, {@code {"google": 2, "outlook": 1}}. */
    @PostMapping("/pre-warm-inboxes")
    Map<String, Object> restock(@RequestBody(required = false) byte[] body) {
        JsonNode counts = Body.object(body);
        for (MailboxType type : List.of(MailboxType.GOOGLE, MailboxType.OUTLOOK)) {
            state.restock(type, counts.path(type.word()).asInt(0));
        }
        return Map.of(
                "in_stock",
                state.stock.values().stream()
                        .filter(item -> item.soldTo() == null)
                        .count());
    }

    /** Everything back to the beginning: nothing bought, usual modes, no faults, the clock at the real time. */
    @DeleteMapping("/state")
    Map<String, Object> begin(@RequestParam(required = false) Long seed) {
        state.begin(seed == null ? state.seed : seed);
        return Map.of("seed", state.seed, "now", state.clock.now());
    }

    private static Duration forward(String text) {
        try {
            Duration advance = Duration.parse(text);
            if (!advance.isNegative()) {
                return advance;
            }
        } catch (DateTimeException e) {
            throw Rejected.because("advance must be an ISO duration like P2D");
        }
        throw Rejected.because("advance must not be negative");
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        try {
            return StateFile.JSON.treeToValue(json, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof Rejected rejected) {
                throw rejected;
            }
            throw Rejected.because(
                    e.getPathReference().replaceAll("[\\w.]+\\[\"?|\"?\\]", "") + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw Rejected.because("body cannot be read");
        }
    }
}
