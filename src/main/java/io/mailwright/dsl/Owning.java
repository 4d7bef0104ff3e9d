package io.mailwright.dsl;

/** {@code own 'acme-mail.com', 'acme-team.de'}; elsewhere with {@code hosting: 'namecheap'}. */
final class Owning {
    private static final int MOST = 10_000;

    private Owning() {}

    static void read(Call call, Draft draft, Problems problems) {
        Value secret = call.named("hosting");
        String hosting = secret == null ? null : problems.attempt(() -> Labels.secret(secret, "'hosting:'"));
        for (Value value : Expect.some(call, "own 'acme-mail.com', 'acme-team.de'")) {
            String domain = problems.attempt(() -> DomainNames.domain(value, Expect.text(value, "'own'")));
            if (domain != null && draft.own.containsKey(domain)) {
                problems.at(value, Problems.quote(domain) + " is owned twice; keep one");
            } else if (domain != null) {
                draft.own.put(domain, hosting);
            }
        }
        if (draft.own.size() > MOST) {
            problems.at(call, "one campaign owns at most 10,000 domains; split it");
        }
    }
}
