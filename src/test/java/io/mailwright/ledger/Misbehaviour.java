package io.mailwright.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Makes the simulated vendor as troublesome as the script says, and good again. */
class Misbehaviour {
    private static final Map<String, Object> MENDED = Map.of(
            "revokedKey", false,
            "noPaymentMethod", false,
            "declined", false,
            "unpaidOrders", false,
            "lifecycle", "form");

    private final CrashMachine machine;
    private final Trouble trouble;
    private final long arrivedBefore;
    private boolean later;
    /** Those that struck. */
    int faults;

    Misbehaviour(CrashMachine machine, Trouble trouble) {
        this.machine = machine;
        this.trouble = trouble;
        arrivedBefore = machine.traffic.arrived();
        machine.faults(trouble.faults());
        machine.modes(trouble.modes());
    }

    /** Once the effect's own call has arrived, the reads that look for it begin to fail. */
    void goOn() {
        if (later || machine.traffic.arrived() == arrivedBefore) return;
        later = true;
        if (!trouble.laterFaults().isEmpty()) {
            count();
            machine.faults(trouble.laterFaults());
        }
        if (!trouble.laterModes().isEmpty()) machine.modes(trouble.laterModes());
    }

    void end() {
        count();
        machine.faults(List.of());
    }

    /** A person puts right what is in the way: the card, the key, an order that was not paid. */
    void mend() {
        machine.modes(MENDED);
        pay();
    }

    void pay() {
        for (JsonNode order : machine.books().at("/orders"))
            if (!order.path("paid").asBoolean())
                machine.manage("web-order/" + order.path("id").asText() + "/pay", "{}");
    }

    private void count() {
        JsonNode plan = machine.get("faults");
        for (JsonNode item : plan.path("script")) {
            int calls = plan.path("calls").path(item.path("endpoint").asText()).asInt();
            faults += Math.min(calls, item.path("times").asInt());
        }
    }
}
