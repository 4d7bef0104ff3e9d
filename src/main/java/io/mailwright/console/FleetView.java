package io.mailwright.console;

import io.mailwright.onboarding.FleetPage;
import io.mailwright.onboarding.FleetQuery;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the fleet with what was asked for.
 *
 * @param workspaces that campaigns are in, by the vendor's ids
 */
public record FleetView(FleetQuery query, FleetPage fleet, List<String> workspaces) {

    /** Whether only some campaigns were asked for. */
    public boolean asked() {
        return !query.text().isEmpty()
                || !query.stage().isEmpty()
                || query.waiting()
                || !query.workspace().isEmpty();
    }

    /** The address of another page of the same query. */
    public String at(int page) {
        return UriComponentsBuilder.fromPath("/")
                .queryParam("text", "{text}")
                .queryParam("stage", "{stage}")
                .queryParam("waiting", query.waiting())
                .queryParam("workspace", "{workspace}")
                .queryParam("sort", "{sort}")
                .queryParam("page", page)
                .encode()
                .buildAndExpand(query.text(), query.stage(), query.workspace(), query.sort())
                .toUriString();
    }
}
