package io.mailwright.dsl;

import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.SlotTypes;
import io.mailwright.campaign.TooFewAliases;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What shows only once the types are assigned to slots: aliases that run short, and a type that mixes its formats. */
final class SlotCheck {
    private static final int MOST_NAMES = 300_000;

    private final Campaign campaign;
    private final Draft draft;
    private final Map<String, Call> said;
    private final Problems problems;
    private final Set<Provider> usual = EnumSet.noneOf(Provider.class);
    private final Set<Provider> vendor = EnumSet.noneOf(Provider.class);
    private final Set<Provider> patterned = EnumSet.noneOf(Provider.class);
    private final AliasSets sets;
    private int names;

    SlotCheck(Campaign campaign, Draft draft, Map<String, Call> said, Problems problems) {
        this.campaign = campaign;
        this.draft = draft;
        this.said = said;
        this.problems = problems;
        sets = new AliasSets(campaign.people(), campaign.patterns(), campaign.avoid());
    }

    void check() {
        int bought = campaign.buy() == null ? 0 : campaign.buy().count();
        List<Provider> types = SlotTypes.of(campaign, bought);
        for (int i = 0; i < types.size(); i++) {
            OwnedDomain own = i < campaign.own().size() ? campaign.own().get(i) : null;
            List<NamePattern> patterns = own == null || own.patterns() == null ? campaign.patterns() : own.patterns();
            (patterns.isEmpty() ? vendor : patterned).add(types.get(i));
            if (own == null || own.people() == null && own.patterns() == null) {
                usual.add(types.get(i));
            }
        }
        Call providers = said.get("providers");
        problems.attempt(() -> {
            usual.forEach(type -> aliases(sets, type, providers));
            for (int i = 0; i < campaign.own().size(); i++) {
                block(campaign.own().get(i), types.get(i));
            }
            return null;
        });
    }

    private void block(OwnedDomain own, Provider type) {
        if (own.people() == null && own.patterns() == null) {
            return;
        }
        OwnBlocks.Block block = draft.blocks.get(own.domain());
        List<NamePattern> patterns = own.patterns() == null ? campaign.patterns() : own.patterns();
        names += (own.people() == null ? 0 : own.people().size()) + patterns.size();
        if (names > MOST_NAMES) {
            throw new Unreadable(
                    block.call().line(),
                    block.call().column(),
                    "so many people and patterns in so many domains are too much for one file; split it");
        }
        aliases(sets.of(own, campaign), type, block.call());
        boolean mixed = vendor.contains(type) && patterned.contains(type);
        if (mixed && patterns.isEmpty() != campaign.patterns().isEmpty()) {
            problems.at(
                    block.calls().get("patterns"),
                    "'patterns vendor' and written patterns can't be mixed within a mailbox type, but other "
                            + type.word() + " domains have " + (patterns.isEmpty() ? "written ones" : "the vendor's")
                            + "; give all of them one kind, or this domain another type");
        }
    }

    private void aliases(AliasSets theirs, Provider type, Call at) {
        if (theirs.madeByVendor()) {
            return;
        }
        try {
            theirs.next(type);
        } catch (TooFewAliases e) {
            problems.at(at, e.getMessage());
        }
    }
}
