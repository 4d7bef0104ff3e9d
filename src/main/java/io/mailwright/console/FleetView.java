package io.mailwright.console;

import io.mailwright.onboarding.FleetPage;
import io.mailwright.onboarding.FleetQuery;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the fleet with what was asked for.
 *
 * @param workspaces names of those that campaigns are in, by the vendor's ids
 */
public record FleetView(FleetQuery query, FleetPage fleet, Map<String, String> workspaces) {

    /** Whether only some campaigns were asked for. */
    public boolean asked() {
        return !(query.text() + query.stage() + query.workspace()).isEmpty() || query.waiting();
    }

    /** The address of another page of the same query. */
    public String at(int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/");
        Map<String, Object> values = new HashMap<>();
        given(address, values, "text", query.text());
        given(address, values, "stage", query.stage());
        given(address, values, "waiting", query.waiting() ? "true" : "");
        given(address, values, "workspace", query.workspace());
        given(address, values, "sort", query.sort());
        given(address, values, "page", page == 0 ? "" : String.valueOf(page));
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static void given(UriComponentsBuilder address, Map<String, Object> values, String name, String value) {
        if (value.isEmpty()) return;
        address.queryParam(name, "{" + name + "}");
        values.put(name, value);
    }
}
