package io.mailwright.dsl;

import io.mailwright.campaign.Budget;
import io.mailwright.campaign.ExportFormat;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.Purchase;
import io.mailwright.campaign.Rule;
import io.mailwright.campaign.Schedule;
import io.mailwright.campaign.Sequencer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the file, or one domain block, has said so far. */
final class Draft {
    final SourceText source;
    final RegularExpressions expressions = new RegularExpressions();
    /** Whether something in the braces of a domain can't be read, so that they may look empty. */
    boolean blankedInside;

    String name;
    String workspace;
    String tag;
    Purchase buy;
    Rule only;
    Rule prefer;
    /** Owned domains, each with the name of its registrar's secret or null. */
    final Map<String, String> own = new LinkedHashMap<>();

    final Map<String, OwnBlocks.Block> blocks = new LinkedHashMap<>();
    Prewarmed prewarmed;
    final Map<Provider, Integer> providers = new LinkedHashMap<>();
    final List<Person> people = new ArrayList<>();
    final Set<Person> everybody = new LinkedHashSet<>();
    /** Null when none were written, empty when the vendor makes the aliases. */
    List<NamePattern> patterns;

    final List<String> avoid = new ArrayList<>();
    String redirect;
    String photo;
    Budget budget;
    final Approval approve = new Approval();
    Schedule schedule;
    Sequencer sequencer;
    final List<ExportFormat> exports = new ArrayList<>();
    String coupon;

    Draft(SourceText source) {
        this.source = source;
    }
}
