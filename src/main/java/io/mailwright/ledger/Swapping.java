package io.mailwright.ledger;

import io.mailwright.ledger.Ledger.Outcome;
import io.mailwright.ledger.Ledger.Result;
import io.mailwright.scaledmail.Reply;
import io.mailwright.scaledmail.SendPermit;
import io.mailwright.scaledmail.Sender;
import io.mailwright.scaledmail.Wire;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Another name or redirect for a domain in an order: asked for now, done later by the vendor's people. It costs nothing; a
 * second wish while one is under way is refused, which proves the first.
 */
@Component
class Swapping {
    private static final Pattern UNDER_WAY = Pattern.compile("(?i)in progress|pending|under ?way|already requested");
    private static final Pattern SET_ALREADY = Pattern.compile("(?i)already|same as|unchanged|not (been )?changed");
    private static final int LONGEST_REDIRECT = 2_000;

    private final Attempts attempts;
    private final Held held;
    private final Door door;
    private final Recorder recorder;
    private final Readings readings;
    private final Sender sender;
    private final Clock clock;

    Swapping(
            Attempts attempts, Held held, Door door, Recorder recorder, Readings readings, Sender sender, Clock clock) {
        this.attempts = attempts;
        this.held = held;
        this.door = door;
        this.recorder = recorder;
        this.readings = readings;
        this.sender = sender;
        this.clock = clock;
    }

    private record Swap(
            SpendKind kind,
            String domain,
            List<String> names,
            String to,
            Object asked,
            Function<SendPermit, Reply> send) {}

    Result domain(Authority who, String domain, String newDomain, String source, Wire.Login hosting) {
        String name = Readings.name(domain);
        String wanted = Readings.name(newDomain);
        Wire.DomainSwap body = new Wire.DomainSwap(wanted, hosting);
        return swap(
                who,
                new Swap(
                        SpendKind.SWAP_DOMAIN,
                        name,
                        List.of(name, wanted),
                        wanted,
                        asked("domain", name, "provider", source, "swap", body),
                        permit -> sender.swapDomain(permit, who.organization(), name, source, body)));
    }

    Result redirect(Authority who, String domain, String redirect) {
        if (redirect.length() > LONGEST_REDIRECT)
            throw new NeedsPerson(
                    "a redirect has at most " + LONGEST_REDIRECT + " characters; give " + domain + " a shorter one");
        String name = Readings.name(domain);
        return swap(
                who,
                new Swap(
                        SpendKind.SWAP_REDIRECT,
                        name,
                        List.of(name),
                        plain(redirect),
                        asked("domain", name, "swap", new Wire.RedirectSwap(redirect)),
                        permit -> sender.swapRedirect(permit, who.organization(), name, redirect)));
    }

    private Result swap(Authority who, Swap swap) {
        String organization = who.organization();
        // whoever asks again later, back to an earlier value too, is another request
        String key = key(swap, who.campaign());
        Optional<Result> known = held.once(organization, swap.kind(), key);
        if (known.isPresent()) return known.get();

        Instant lookedAt = clock.instant();
        var listed = readings.domains(organization);
        List<Attempt> before = attempts.history(swap.kind(), organization, key);
        Optional<Attempt> voided = before.stream()
                .filter(attempt -> attempt.state() == Attempt.State.VOIDED)
                .findFirst();
        int number = attempts.of(who.campaign(), who.order(), swap.kind()).size() + 1;
        Door.Claim claim = new Door.Claim(
                swap.kind(), who, List.of(key), swap.names(), number, null, swap.asked(), BigDecimal.ZERO);
        if (shown(swap.kind(), swap.domain(), swap.to(), listed.rows()) && !anotherUnderWay(organization, swap)) {
            if (voided.isPresent())
                recorder.settledHappened(voided.get().id(), null, Settling.READING, "it did happen: it is shown");
            else door.found(claim, null, "it is shown already");
            return new Result(Outcome.DONE, null, null, null);
        }
        boolean there = named(swap.domain(), listed.rows());
        boolean both = there && swap.kind() == SpendKind.SWAP_DOMAIN && named(swap.to(), listed.rows());
        if (!listed.sure() && (!there || both)) throw held.unsure("domains");
        if (!there)
            throw new NeedsPerson(swap.domain() + " is in no order of this workspace; take a name from its domains");
        return outcome(door.send(claim, lookedAt, swap.send()), swap, voided);
    }

    private Result outcome(Attempt attempt, Swap swap, Optional<Attempt> voided) {
        boolean refused = attempt.state() == Attempt.State.REFUSED;
        boolean underWay = refused && UNDER_WAY.matcher(attempt.reply()).find();
        if (underWay && voided.isPresent())
            recorder.settledHappened(
                    voided.get().id(), null, "reply", "it did happen: the vendor says it is under way");
        else if (refused
                && !underWay
                && swap.kind() == SpendKind.SWAP_REDIRECT
                && SET_ALREADY.matcher(attempt.reply()).find())
            recorder.settledHappened(attempt.id(), null, "reply", "the vendor says that it is set already");
        else return Held.result(attempt);
        return new Result(Outcome.DONE, null, null, null);
    }

    /** Whether the last change of it that the vendor took from us was to something else: that may still be to come. */
    private boolean anotherUnderWay(String organization, Swap swap) {
        return attempts.lastOf(swap.kind(), organization, swap.names().get(0))
                .filter(last -> !aimsAt(last, swap))
                .isPresent();
    }

    private boolean aimsAt(Attempt last, Swap swap) {
        return attempts.history(swap.kind(), last.organization(), key(swap, last.campaign())).stream()
                .anyMatch(same -> same.id() == last.id());
    }

    private static String key(Swap swap, String asker) {
        return swap.domain() + ">" + swap.to() + " " + asker;
    }

    /** What a domain, or its redirect, is to become. */
    static String wanted(String key, String domain, String asker) {
        return key.substring(domain.length() + 1, key.length() - asker.length() - 1);
    }

    /** Whether {@code /domains} shows it done. */
    static boolean shown(SpendKind kind, String domain, String to, List<Wire.ListedDomain> listed) {
        if (kind == SpendKind.SWAP_REDIRECT)
            return listed.stream()
                    .filter(row -> Readings.name(row.domain()).equals(domain))
                    .anyMatch(row -> plain(row.redirect()).equals(plain(to)));
        return named(to, listed) && !named(domain, listed);
    }

    private static boolean named(String name, List<Wire.ListedDomain> listed) {
        return listed.stream().anyMatch(row -> Readings.name(row.domain()).equals(name));
    }

    /** As the vendor compares it: with a scheme, without a last slash. */
    private static String plain(String redirect) {
        String text = redirect == null ? "" : redirect.strip();
        String whole = text.isEmpty() || text.matches("(?i)https?://.*") ? text : "https://" + text;
        return whole.replaceFirst("/$", "");
    }

    private static Map<String, Object> asked(Object... pairs) {
        Map<String, Object> asked = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) asked.put((String) pairs[i], pairs[i + 1]);
        return asked;
    }
}
