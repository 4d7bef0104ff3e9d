package io.mailwright.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the scripted vendor has besides orders: pre-warmed domains, swaps that its people apply, workspaces. */
class Stock {
    static final double WARM_PRICE = 31;

    /** Still to be had, id by name. */
    final Map<String, String> warm = new LinkedHashMap<>();

    final Map<String, String> redirects = new LinkedHashMap<>();
    /** Taken and not applied yet: what a domain, or a domain's redirect, is to become. */
    final Map<String, String> swaps = new LinkedHashMap<>();

    final List<String> workspaces = new ArrayList<>();
    volatile boolean hideWorkspaces;

    Object warm() {
        return Map.of(
                "total",
                warm.size(),
                "google",
                warm.entrySet().stream()
                        .map(item -> Map.of(
                                "id",
                                item.getValue(),
                                "domain",
                                item.getKey(),
                                "pricing",
                                Map.of("oneTimePrice", 23, "monthlyPrice", 8)))
                        .toList());
    }

    Object workspaces() {
        return Map.of(
                "organizations",
                (hideWorkspaces ? List.<String>of() : workspaces)
                        .stream()
                                .map(name -> Map.of("id", "recOrg" + name.hashCode(), "name", name))
                                .toList());
    }

    /** @return why not, or null */
    String swap(String path, JsonNode body, List<Vendor.Order> orders) {
        String domain = path.substring(path.indexOf('/') + 1);
        if (orders.stream().noneMatch(order -> !order.cancelled && order.names.contains(domain)))
            return "Domain not found";
        boolean name = path.startsWith("swap-domain");
        String wanted = body.path(name ? "new_domain" : "new_redirect").asText();
        String pending = (name ? "" : "redirect of ") + domain;
        if (swaps.containsKey(pending)) return "Swap already in progress";
        if (!name && wanted.equals(redirects.getOrDefault(domain, ""))) return "new_redirect is already set";
        swaps.put(pending, wanted);
        return null;
    }

    /** The vendor's people do what was asked. */
    void applySwaps(List<Vendor.Order> orders) {
        swaps.forEach((what, to) -> {
            if (what.startsWith("redirect of ")) redirects.put(what.substring(12), to);
            else orders.forEach(order -> order.names.replaceAll(name -> name.equals(what) ? to : name));
        });
        swaps.clear();
    }
}
