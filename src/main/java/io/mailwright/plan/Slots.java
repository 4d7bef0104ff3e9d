package io.mailwright.plan;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.AliasSets;
import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Person;
import io.mailwright.campaign.Provider;
import io.mailwright.campaign.SlotTypes;
import io.mailwright.campaign.TakenSlot;
import io.mailwright.campaign.TooFewAliases;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the slots of a campaign: owned domains in file order, then the bought ones. */
final class Slots {
    private final Campaign campaign;
    private final AliasSets fleet;
    private final List<Slot> slots = new ArrayList<>();

    private Slots(Campaign campaign) {
        this.campaign = campaign;
        fleet = new AliasSets(campaign.people(), campaign.patterns(), campaign.avoid());
    }

    /** @throws PlanRefused when types and domains do not add up, aliases run short, or a type would mix their formats */
    static List<Slot> fill(Campaign campaign, List<String> bought) {
        return fill(campaign, bought, Earlier.NONE);
    }

    /** The same for a run of a schedule. */
    static List<Slot> fill(Campaign campaign, List<String> bought, Earlier earlier) {
        Slots filled = new Slots(campaign);
        filled.pass(earlier);
        List<OwnedDomain> domains = Stream.concat(
                        campaign.own().stream(), bought.stream().map(OwnedDomain::of))
                .toList();
        List<Provider> types = types(campaign, bought.size());
        for (int i = 0; i < domains.size(); i++) {
            filled.add(domains.get(i), types.get(i));
        }
        for (Provider type : campaign.providers().keySet()) {
            filled.refuseMixedFormats(type);
        }
        return filled.slots;
    }

    private void pass(Earlier earlier) {
        if (earlier.slots().isEmpty()) return;
        Map<String, OwnedDomain> own = earlier.whole().own().stream()
                .collect(Collectors.toMap(OwnedDomain::domain, Function.identity(), (a, b) -> a));
        for (TakenSlot slot : earlier.slots()) {
            OwnedDomain domain = own.getOrDefault(slot.domain(), OwnedDomain.of(slot.domain()));
            try {
                fleet.of(domain, campaign).pass(slot.provider());
            } catch (TooFewAliases e) {
                throw new PlanRefused(e.getMessage());
            }
        }
    }

    static List<Provider> types(Campaign campaign, int bought) {
        try {
            return SlotTypes.of(campaign, bought);
        } catch (IllegalArgumentException uneven) {
            throw new PlanRefused(uneven.getMessage());
        }
    }

    private void add(OwnedDomain domain, Provider type) {
        AliasSets sets = fleet.of(domain, campaign);
        try {
            Optional<Person> sender = sets.madeByVendor() ? Optional.of(sets.nextPerson()) : Optional.empty();
            List<Alias> aliases = sender.isPresent() ? List.of() : sets.next(type);
            String photo = or(domain.photo(), campaign.photo());
            slots.add(new Slot(
                    slots.size() + 1,
                    domain.domain(),
                    domain.hosting(),
                    type,
                    or(domain.redirect(), campaign.redirect()),
                    sender.map(person -> or(person.photo(), photo)).orElse(photo),
                    aliases,
                    sender.map(Slots::name).orElse(null)));
        } catch (TooFewAliases e) {
            boolean own = domain.people() != null || domain.patterns() != null;
            throw new PlanRefused(own ? domain.domain() + ": " + e.getMessage() : e.getMessage());
        }
    }

    /** The vendor takes one format for all domains of a type (docs/scaledmail-api.md, rule 17). */
    private void refuseMixedFormats(Provider type) {
        Optional<Slot> generated = firstOf(type, true);
        Optional<Slot> written = firstOf(type, false);
        if (generated.isPresent() && written.isPresent()) {
            throw new PlanRefused(
                    "%s domains mix aliases from patterns (%s) with 'patterns vendor' (%s); the vendor takes one of both for all domains of a type"
                            .formatted(
                                    type.word(),
                                    written.get().domain(),
                                    generated.get().domain()));
        }
    }

    private Optional<Slot> firstOf(Provider type, boolean madeByVendor) {
        return slots.stream()
                .filter(slot -> slot.provider() == type && slot.madeByVendor() == madeByVendor)
                .findFirst();
    }

    private static SenderName name(Person person) {
        return new SenderName(
                Normalizer.normalize(person.first(), Form.NFC), Normalizer.normalize(person.last(), Form.NFC));
    }

    private static String or(String own, String campaigns) {
        return own == null ? campaigns : own;
    }
}
