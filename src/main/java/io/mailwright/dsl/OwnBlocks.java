package io.mailwright.dsl;

import io.mailwright.campaign.OwnedDomain;
import io.mailwright.campaign.Provider;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code domain('acme-team.de', provider: 'smtp') { … }}: what one owned domain has of its own. */
final class OwnBlocks {
    static final String EXAMPLE = "write domain('acme-team.de', provider: 'smtp') { … }";

    /**
     * @param provider or null
     * @param said what stands in the braces
     * @param calls the first call of each word in the braces
     */
    record Block(Call call, Provider provider, Draft said, Map<String, Call> calls) {
        OwnedDomain of(String domain, String hosting) {
            return new OwnedDomain(
                    domain,
                    hosting,
                    provider,
                    said.people.isEmpty() ? null : List.copyOf(said.people),
                    said.patterns == null ? null : List.copyOf(said.patterns),
                    said.redirect,
                    said.photo);
        }
    }

    private OwnBlocks() {}

    static void read(Call call, Draft draft, Problems problems) {
        if (call.values().size() != 1) {
            throw new Unreadable(call.line(), call.column(), "'domain' takes the name of one owned domain; " + EXAMPLE);
        }
        Value name = call.values().get(0);
        String domain = problems.attempt(() -> DomainNames.domain(name, Expect.text(name, "'domain'")));
        Value type = call.named("provider");
        Provider provider = type == null ? null : problems.attempt(() -> provider(type));
        if (type == null && call.inside().isEmpty() && !draft.blankedInside) {
            problems.at(call, "this 'domain' says nothing of its own; " + EXAMPLE);
        }
        Draft said = new Draft(draft.source);
        Words words = Words.ofDomain(said, problems);
        call.inside().forEach(words::read);
        Block block = new Block(call, provider, said, words.first());
        Block before = domain == null ? null : draft.blocks.putIfAbsent(domain, block);
        if (before != null) {
            problems.at(
                    call,
                    Problems.quote(domain) + " has a block twice, first in line "
                            + before.call().line() + "; keep one");
        }
    }

    private static Provider provider(Value type) {
        return Provider.of(Expect.oneOf(
                type,
                "'provider:'",
                Stream.of(Provider.values()).map(Provider::word).toList()));
    }
}
