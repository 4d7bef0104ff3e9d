package io.mailwright.dsl;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Budget;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Purchase;
import io.mailwright.campaign.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the file has said so far. */
final class Draft {
    final SourceText source;
    String name;
    String workspace;
    String tag;
    Purchase buy;
    Rule only;
    Rule prefer;
    final Set<String> own = new LinkedHashSet<>();
    final Map<Provider, Integer> providers = new LinkedHashMap<>();
    final List<Person> people = new ArrayList<>();
    final Set<Person> everybody = new LinkedHashSet<>();
    final List<NamePattern> patterns = new ArrayList<>();
    final List<String> avoid = new ArrayList<>();
    String redirect;
    String photo;
    Budget budget;
    ApprovalPolicy approve;
    boolean approveForms;

    Draft(SourceText source) {
        this.source = source;
    }
}
