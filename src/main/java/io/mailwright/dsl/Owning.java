package io.mailwright.dsl;

/** {@code own 'acme-mail.com', 'acme-team.de'}. */
final class Owning {
    private static final int MOST = 10_000;

    private Owning() {}

    static void read(Call call, Draft draft, Problems problems) {
        Call.Named hosting = call.named().get("hosting");
        if (hosting != null) {
            problems.at(
                    hosting.line(),
                    hosting.column(),
                    "'hosting:' is not yet built; name only domains that are registered at the vendor for now");
        }
        for (Value value : Expect.some(call, "own 'acme-mail.com', 'acme-team.de'")) {
            String domain = problems.attempt(() -> DomainNames.domain(value, Expect.text(value, "'own'")));
            if (domain != null && !draft.own.add(domain)) {
                problems.at(value, Problems.quote(domain) + " is owned twice; keep one");
            }
        }
        if (draft.own.size() > MOST) {
            problems.at(call, "one campaign owns at most 10,000 domains; split it");
        }
    }
}
