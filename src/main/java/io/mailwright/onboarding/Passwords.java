package io.mailwright.onboarding;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import io.mailwright.scaledmail.Wire;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mailboxes' passwords, read at the vendor when they are asked for, and kept nowhere. */
@Component
public class Passwords {
    private static final String HOW =
            ": nothing was exported; try again in a minute or once that is mended, or leave passwords out";

    /** Of waits for a turn at the vendor, for one domain. */
    private static final int TRIES = 8;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int LOOKS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ScaledMail vendor;
    private final Clock clock;

    Passwords(ScaledMail vendor, Clock clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    /** Not every password could be read; the message says why and what to do (HTTP 503). */
    public static class Unread extends RuntimeException {
        Unread(String what) {
            super(what + HOW);
        }
    }

    /**
     * One read at the vendor for each domain, at its pace.
     *
     * @param mailboxes of these domains
     * @return by address, one for each mailbox
     * @throws Unread when one is missing
     */
    Map<String, String> read(String organization, List<DomainRow> domains, List<MailboxView> mailboxes) {
        Map<String, String> all = new HashMap<>();
        for (DomainRow domain : domains) {
            List<String> wanted = mailboxes.stream()
                    .filter(mailbox -> mailbox.domain().equals(domain.domain()))
                    .map(MailboxView::email)
                    .toList();
            if (wanted.isEmpty()) continue;
            Map<String, String> found = of(organization, domain);
            for (String email : wanted) {
                String password = found.get(email);
                if (password == null) throw new Unread("the vendor shows no password for " + email);
                all.put(email, password);
            }
        }
        return all;
    }

    private Map<String, String> of(String organization, DomainRow domain) {
        Map<String, String> found = new HashMap<>();
        for (Wire.Mailbox mailbox : listed(organization, domain)) {
            String address = Mailboxes.address(mailbox, domain);
            if (address != null
                    && mailbox.password() != null
                    && !mailbox.password().isEmpty()) found.putIfAbsent(address, mailbox.password());
        }
        return found;
    }

    /** A list that is missing is looked at again: the vendor has left it out before. */
    private List<Wire.Mailbox> listed(String organization, DomainRow domain) {
        for (int looks = 1; domain.vendorDomainId() != null && looks <= LOOKS; looks++) {
            Optional<List<Wire.Mailbox>> listed = look(organization, domain);
            if (listed.isPresent()) return listed.get();
            sleep(BETWEEN_LOOKS);
        }
        throw new Unread("the vendor lists no mailboxes for " + domain.domain());
    }

    private Optional<List<Wire.Mailbox>> look(String organization, DomainRow domain) {
        for (int tries = 1; ; tries++)
            try {
                return vendor.mailboxes(organization, domain.vendorDomainId(), true);
            } catch (VendorException failed) {
                throw new Unread("the passwords of " + domain.domain() + " can't be read at the vendor ("
                        + failed.getMessage() + ")");
            } catch (TryAgainAt early) {
                Duration wait = Duration.between(clock.instant(), early.time());
                if (tries == TRIES || wait.compareTo(LONGEST_WAIT) > 0)
                    throw new Unread("the vendor is busy (" + early.getMessage() + ")");
                sleep(wait);
            }
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(Math.max(50, wait.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unread("the wait for the vendor was interrupted");
        }
    }
}
