package io.mailwright.dsl;

import io.mailwright.campaign.Provider;

/** {@code providers google: 10, smtp: 4, outlook: 1}: domains per mailbox type, in written order. */
final class Providing {
    private static final String EXAMPLE = "providers google: 2, smtp: 1, outlook: 1";
    private static final int MOST = 20_000;

    private Providing() {}

    static void read(Call call, Draft draft, Problems problems) {
        if (!call.values().isEmpty() || call.named().isEmpty()) {
            throw new Unreadable(
                    call.line(),
                    call.column(),
                    "'providers' takes a number of domains for each type; write " + EXAMPLE);
        }
        for (Call.Named named : call.named().values()) {
            Integer count = problems.attempt(() -> Expect.count(named.value(), "'" + named.name() + ":'", MOST));
            if (count != null) {
                draft.providers.put(Provider.of(named.name()), count);
            }
        }
    }
}
