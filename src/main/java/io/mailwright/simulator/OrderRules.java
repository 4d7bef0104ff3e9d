package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.simulator.Modes.Lifecycle;
import io.mailwright.simulator.OrderForm.Format;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The rules of section 4 that look beyond one field: domain source, logins, and whether the names can be had. */
@WhenSimulated
@Component("simulatorOrderRules")
class OrderRules {
    private final State state;

    OrderRules(State state) {
        this.state = state;
    }

    /** Rule 2. */
    static String source(String provider) {
        if (provider == null || !Set.of("scaledmail", "other").contains(provider)) {
            throw Rejected.because("provider is required and must be scaledmail or other");
        }
        return provider;
    }

    /** Rules 25 to 28. */
    static void logins(JsonNode body, String source, boolean hostingOptional) {
        if (body.has("sequencer")) {
            Fields.login(body.get("sequencer"), "sequencer", "link", "workspace", "tag");
        }
        if (source.equals("other") && (body.has("hosting") || !hostingOptional)) {
            if (!body.has("hosting")) {
                throw Rejected.because("hosting is required with provider=other");
            }
            Fields.login(body.get("hosting"), "hosting", "link");
        }
    }

    /** Only bare names wait for a form (U7). */
    void format(OrderForm form) {
        boolean bareOnly = form.providers().values().stream()
                .allMatch(entries -> entries.get(0).format() == Format.BARE);
        if (!bareOnly || state.modes.lifecycle() == Lifecycle.direct) {
            complete(form);
        }
    }

    /** Rule 16: every domain has its names or aliases. */
    static void complete(OrderForm form) {
        form.providers().forEach((type, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).format() == Format.BARE) {
                    throw Rejected.because("providers." + type.word() + ".domains[" + i
                            + "] must have either first_name and last_name, or aliases");
                }
            }
        });
    }

    /** Rules 10, 12 and 29, and the number of domains of each type that was paid for. */
    void match(OrderForm form, Order order, Form pending) {
        Set<String> given = new TreeSet<>(form.names());
        Set<String> wanted = new TreeSet<>(pending.domains());
        if (wanted.isEmpty() && given.size() != order.domains()) {
            throw Rejected.because(
                    "providers must hold " + order.domains() + " domains in all, there are " + given.size());
        }
        if (!wanted.isEmpty() && !wanted.equals(given)) {
            Set<String> foreign = new TreeSet<>(given);
            foreign.removeAll(wanted);
            wanted.removeAll(given);
            throw Rejected.because(
                    foreign.isEmpty()
                            ? "providers: domain " + wanted.iterator().next() + " of the order is missing"
                            : "providers: domain " + foreign.iterator().next() + " is not in the order");
        }
        for (MailboxType type : MailboxType.values()) {
            int paid = order.packages().containsKey(type)
                    ? order.packages().get(type).domains()
                    : 0;
            int count = form.count(type);
            if (paid != count) {
                throw Rejected.because("providers." + type.word() + ".domains must be the " + paid
                        + " domains that were ordered, there are " + count);
            }
        }
    }

    /** Rule 11: each name registered here (scaledmail), and in no other order. */
    void available(OrderForm form, String organization, String source, String orderId) {
        for (String name : form.names()) {
            Registration registration = state.registrations.get(name);
            boolean ours = registration != null && registration.organization().equals(organization);
            boolean elsewhere = state.inUse(name)
                    .filter(domain -> !domain.orderId().equals(orderId))
                    .isPresent();
            if (elsewhere || (source.equals("scaledmail") && !ours)) {
                throw Rejected.because("domain " + name + " is unavailable");
            }
        }
    }
}
