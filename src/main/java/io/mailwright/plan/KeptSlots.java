package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.Provider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts chosen names into slots: kept ones where they were, or where their type is now, the others by rank. */
final class KeptSlots {
    private final List<Provider> types;
    private final int owned;
    private final List<Quote> places;

    private KeptSlots(Campaign campaign, int bought) {
        owned = campaign.own().size();
        types = Slots.types(campaign, bought);
        places = new ArrayList<>(Collections.nCopies(bought, null));
    }

    static List<Quote> fill(Campaign campaign, List<Quote> names, List<KeptName> kept) {
        if (kept.isEmpty()) {
            return names;
        }
        KeptSlots slots = new KeptSlots(campaign, names.size());
        Map<String, KeptName> before =
                kept.stream().collect(Collectors.toMap(KeptName::domain, Function.identity(), (a, b) -> a));
        List<Quote> elsewhere = slots.place(names, quote -> slots.sameSlot(before.get(quote.domain())));
        List<Quote> others = slots.place(elsewhere, quote -> slots.sameType(before.get(quote.domain())));
        slots.place(others, quote -> place -> true);
        return slots.places;
    }

    /** @return those for whom there is no free place */
    private List<Quote> place(List<Quote> names, Function<Quote, IntPredicate> fits) {
        List<Quote> left = new ArrayList<>();
        for (Quote quote : names) {
            IntPredicate fit = fits.apply(quote);
            IntStream.range(0, places.size())
                    .filter(place -> places.get(place) == null && fit.test(place))
                    .findFirst()
                    .ifPresentOrElse(place -> places.set(place, quote), () -> left.add(quote));
        }
        return left;
    }

    /** @param name null when it is not kept */
    private IntPredicate sameSlot(KeptName name) {
        return place -> name != null && owned + place + 1 == name.slot() && types.get(owned + place) == name.provider();
    }

    private IntPredicate sameType(KeptName name) {
        return place -> name != null && types.get(owned + place) == name.provider();
    }
}
