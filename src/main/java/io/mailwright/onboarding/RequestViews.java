package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together how a request stands. */
@Component
class RequestViews {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Processes processes;
    private final Ledger ledger;
    private final Views views;

    RequestViews(Processes processes, Ledger ledger, Views views) {
        this.processes = processes;
        this.ledger = ledger;
        this.views = views;
    }

    RequestView of(RequestRow request) {
        List<Attempt> open = ledger.openOf(request.id());
        List<CampaignView.Task> tasks = new ArrayList<>(processes.tasks(request.id()));
        tasks.addAll(processes.settleTasks(
                open.stream().map(attempt -> String.valueOf(attempt.id())).toList()));
        return new RequestView(
                request.id(),
                request.kind().word(),
                request.campaign(),
                request.subject(),
                request.stage().word(),
                request.version(),
                body(request),
                request.hash(),
                tasks,
                problem(request, open),
                views.lastChecked(request.organization()));
    }

    private static JsonNode body(RequestRow request) {
        try {
            return JSON.readTree(request.change().json());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String problem(RequestRow request, List<Attempt> open) {
        if (request.problem() != null || request.stage().ended()) return request.problem();
        Optional<String> unknown = open.stream()
                .filter(attempt -> attempt.state() == Attempt.State.UNKNOWN)
                .findFirst()
                .map(attempt -> "it is not known yet whether the vendor did it"
                        + (attempt.vendorShows() == null ? "" : " (so far: " + attempt.vendorShows() + ")")
                        + "; that is being read at the vendor, and nothing is sent again meanwhile");
        return Hindrances.said(
                        Stream.of(unknown, processes.incident(request.id()), views.unread(request.organization()))
                                .flatMap(Optional::stream))
                .orElse(null);
    }
}
