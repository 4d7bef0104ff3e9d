package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** POST /search-domains and /suggest-domains (2.3). */
@WhenSimulated
@RestController("simulatorDomainSearch")
@RequestMapping(Gate.VENDOR)
class DomainSearch {
    private static final List<String> SHAPES =
            List.of("%s", "try%s", "get%s", "%shq", "go%s", "%sapp", "join%s", "%steam", "use%s", "%slabs");
    private static final List<String> TLDS = List.of(".com", ".io", ".net", ".co", ".org");

    private final State state;
    private final Organizations organizations;
    private final Registry registry;

    DomainSearch(State state, Organizations organizations, Registry registry) {
        this.state = state;
        this.organizations = organizations;
        this.registry = registry;
    }

    @PostMapping("/search-domains")
    List<Registry.Row> search(
            @RequestParam(name = "organization_id", required = false) String organization,
            @RequestBody(required = false) byte[] body) {
        organizations.required(organization);
        List<String> names = Names.list(Body.object(body), state.modes.searchLimit());
        List<Registry.Row> rows = names.stream().map(registry::row).toList();
        names.stream().filter(state.modes.takenAfterSearch()::contains).forEach(state.gone::add);
        return rows;
    }

    record Suggestions(int total, int page, int limit, int total_pages, List<Registry.Row> domains) {}

    @PostMapping("/suggest-domains")
    Suggestions suggest(
            @RequestParam(name = "organization_id", required = false) String organization,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int limit,
            @RequestBody(required = false) byte[] body) {
        organizations.required(organization);
        JsonNode request = Body.object(body);
        if (!request.path("domain").isTextual()) {
            throw Rejected.because("domain is required");
        }
        String keyword = Names.of(request.get("domain").textValue())
                .replaceFirst("\\..*", "")
                .replaceAll("[^a-z0-9-]", "");
        if (keyword.isEmpty()) {
            throw Rejected.because("Invalid domain");
        }
        List<String> names = new ArrayList<>();
        for (String tld : tlds(request.path("tlds"))) {
            SHAPES.forEach(shape -> names.add(shape.formatted(keyword) + tld));
        }
        int size = Math.max(1, Math.min(50, limit));
        List<Registry.Row> rows = names.stream()
                .skip((long) (Math.max(1, page) - 1) * size)
                .limit(size)
                .map(registry::row)
                .toList();
        return new Suggestions(names.size(), Math.max(1, page), size, (names.size() + size - 1) / size, rows);
    }

    private static List<String> tlds(JsonNode asked) {
        List<String> given = StreamSupport.stream(asked.spliterator(), false)
                .map(JsonNode::asText)
                .map(tld -> tld.startsWith(".") ? tld : "." + tld)
                .toList();
        return given.isEmpty() ? TLDS : given;
    }
}
