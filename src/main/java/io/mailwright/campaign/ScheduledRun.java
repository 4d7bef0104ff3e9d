package io.mailwright.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What one run of a scheduled campaign takes of it. */
public final class ScheduledRun {
    private ScheduledRun() {}

    /** {@code acme-spring-r2} */
    public static String name(Campaign whole, int number) {
        return whole.name() + "-r" + number;
    }

    /** How many names are still to be bought; 0 when more were bought than the file asks for. */
    public static int left(Campaign whole, List<TakenSlot> taken) {
        return Math.max(0, whole.buy().count() - bought(taken));
    }

    /**
     * The next run as a campaign of its own. Owned domains that no run has taken go with it, all at once; of what is bought
     * it takes {@code perRun} or what is left, and its types by largest remaining share. An owned domain's own type comes
     * first, as always.
     *
     * @param whole with a schedule
     * @param taken by all earlier runs
     * @param prewarmed whether it takes the pre-warmed ones too
     * @throws IllegalArgumentException with one sentence, when the file asks for less than earlier runs have taken
     */
    public static Campaign of(Campaign whole, int number, List<TakenSlot> taken, boolean prewarmed) {
        Set<String> gone = taken.stream().map(TakenSlot::domain).collect(Collectors.toSet());
        List<OwnedDomain> own = whole.own().stream()
                .filter(domain -> !gone.contains(domain.domain()))
                .toList();
        int count = Math.min(whole.schedule().perRun(), left(whole, taken));
        return new Campaign(
                name(whole, number),
                whole.workspace(),
                whole.tag(),
                count == 0 ? null : whole.buy().with(count),
                whole.only(),
                whole.prefer(),
                own,
                prewarmed ? whole.prewarmed() : null,
                types(whole, own, taken, count),
                whole.people(),
                whole.patterns(),
                whole.avoid(),
                whole.redirect(),
                whole.photo(),
                whole.budget(),
                whole.approve(),
                null,
                whole.sequencer(),
                whole.exports(),
                whole.coupon());
    }

    /** What a file must not ask for less of. @return one sentence, when it does */
    private static Optional<String> fallsShort(Campaign whole, List<TakenSlot> taken) {
        if (whole.buy().count() < bought(taken))
            return Optional.of("'buy " + whole.buy().count() + "' is less than the " + bought(taken)
                    + " domains that runs have taken already; write " + bought(taken) + " or more");
        for (Map.Entry<Provider, Integer> type : taken(taken).entrySet()) {
            int counted = whole.providers().getOrDefault(type.getKey(), 0);
            if (counted < type.getValue())
                return Optional.of(
                        "'providers' counts " + counted + " " + type.getKey().word() + ", but runs have taken "
                                + type.getValue() + " already; count at least as many");
        }
        return missing(whole, taken);
    }

    private static Optional<String> missing(Campaign whole, List<TakenSlot> taken) {
        Set<String> own = whole.own().stream().map(OwnedDomain::domain).collect(Collectors.toSet());
        return taken.stream()
                .filter(slot -> !slot.bought() && !own.contains(slot.domain()))
                .map(slot -> "a run has taken " + slot.domain() + " already; leave it in an 'own' line")
                .findFirst();
    }

    private static Map<Provider, Integer> types(
            Campaign whole, List<OwnedDomain> own, List<TakenSlot> taken, int count) {
        fallsShort(whole, taken).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
        Map<Provider, Integer> used = taken(taken);
        Map<Provider, Integer> fixed = new LinkedHashMap<>();
        own.stream()
                .filter(domain -> domain.provider() != null)
                .forEach(domain -> fixed.merge(domain.provider(), 1, Integer::sum));
        Map<Provider, Integer> left = new LinkedHashMap<>();
        whole.providers()
                .forEach((type, all) -> left.put(type, all - used.getOrDefault(type, 0) - fixed.getOrDefault(type, 0)));
        left.forEach((type, number) -> {
            if (number < 0)
                throw new IllegalArgumentException("'providers' has no " + type.word()
                        + " left for the owned domains that are to have it; count one more there");
        });
        int slots = own.size()
                + count
                - fixed.values().stream().mapToInt(number -> number).sum();
        if (left.values().stream().mapToInt(number -> number).sum() < slots)
            throw new IllegalArgumentException(
                    "'providers' counts fewer domains than are left to be bought and owned; make them add up");
        Map<Provider, Integer> shares = Shares.of(left, slots);
        Map<Provider, Integer> types = new LinkedHashMap<>();
        whole.providers().keySet().forEach(type -> {
            int number = shares.getOrDefault(type, 0) + fixed.getOrDefault(type, 0);
            if (number > 0) types.put(type, number);
        });
        return types;
    }

    private static Map<Provider, Integer> taken(List<TakenSlot> taken) {
        Map<Provider, Integer> types = new LinkedHashMap<>();
        taken.forEach(slot -> types.merge(slot.provider(), 1, Integer::sum));
        return types;
    }

    private static int bought(List<TakenSlot> taken) {
        return (int) taken.stream().filter(TakenSlot::bought).count();
    }
}
