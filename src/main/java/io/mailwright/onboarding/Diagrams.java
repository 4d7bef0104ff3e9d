package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Where campaigns, orders and requests stand in the models that they run on. */
@Service
public class Diagrams {
    private final Processes processes;
    private final OrderRecords orders;
    private final Ledger ledger;

    Diagrams(Processes processes, OrderRecords orders, Ledger ledger) {
        this.processes = processes;
        this.orders = orders;
        this.ledger = ledger;
    }

    /**
     * A model with what is marked in it.
     *
     * @param title what runs on it, in a person's words
     * @param model the id under which {@link #model} has it
     * @param at ids and names of the activities in which it stands; empty when it has ended
     * @param done ids of the activities that it has left
     * @param end the name of the event it ended with, or null
     */
    public record Diagram(
            String title, String model, Map<String, String> at, Set<String> done, Instant ended, String end) {}

    /** Something that runs on a model, by its business key. */
    public record Subject(String title, String key) {}

    /** The campaign itself, then each order, then each call that is being settled. */
    public List<Subject> of(String campaign) {
        Stream<Subject> own = Stream.of(new Subject("Campaign", campaign));
        Stream<Subject> parts =
                orders.orders(campaign).stream().map(order -> new Subject("Order " + order.number(), order.key()));
        return Stream.of(own, parts, settling(campaign))
                .flatMap(subjects -> subjects)
                .toList();
    }

    public List<Subject> ofRequest(String request) {
        return Stream.concat(Stream.of(new Subject("Request", request)), settling(request))
                .toList();
    }

    private Stream<Subject> settling(String who) {
        return ledger.openOf(who).stream()
                .filter(attempt -> attempt.state() == Attempt.State.UNKNOWN)
                .map(attempt -> new Subject("Settling of call " + attempt.id(), String.valueOf(attempt.id())));
    }

    /** Empty before it began, and once the engine has forgotten it. */
    public Optional<Diagram> diagram(Subject subject) {
        return processes
                .course(subject.key())
                .map(course -> new Diagram(
                        subject.title(),
                        course.definition(),
                        course.at(),
                        course.done(),
                        course.ended(),
                        course.end()));
    }

    /** BPMN as it was deployed. */
    public Optional<byte[]> model(String id) {
        return processes.model(id);
    }
}
