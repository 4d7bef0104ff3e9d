package io.mailwright.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** How often each sequence flow of each model was taken, reported in {@code target/process-coverage/<process key>.txt}. */
final class PathCoverage extends AbstractBpmnParseListener {
    private static final Path REPORTS = Path.of("target/process-coverage");

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    @Override
    public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
        String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> taken.merge(process + " " + flow.getId(), 1, Integer::sum));
    }

    /** The engine takes no flow behind an event-based gateway: the event that came is the way that was taken. */
    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl event) {
        String process = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
        event.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                execution -> taken.merge(process + " " + event.getId(), 1, Integer::sum));
    }

    void clear() {
        taken.clear();
    }

    /**
     * Writes the report.
     *
     * @return the sequence flows that were never taken
     */
    List<String> report(String process) {
        Map<String, Integer> times = new TreeMap<>();
        for (SequenceFlow flow : Models.read(process).getModelElementsByType(SequenceFlow.class)) {
            boolean race = flow.getSource() instanceof EventBasedGateway;
            String way = race ? flow.getTarget().getId() : flow.getId();
            times.put(flow.getId(), taken.getOrDefault(process + " " + way, 0));
        }
        List<String> never =
                times.keySet().stream().filter(flow -> times.get(flow) == 0).toList();
        String lines = times.entrySet().stream()
                .map(flow -> "%6d  %s%n".formatted(flow.getValue(), flow.getKey()))
                .collect(Collectors.joining());
        try {
            Files.createDirectories(REPORTS);
            Files.writeString(
                    REPORTS.resolve(process + ".txt"),
                    "%s: %d of %d sequence flows taken%n%s"
                            .formatted(process, times.size() - never.size(), times.size(), lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return never;
    }
}
