package io.mailwright.onboarding;

import io.mailwright.ledger.Attempt;
import io.mailwright.ledger.LedgerSettings;
import io.mailwright.ledger.Settling;
import io.mailwright.ledger.TooEarly;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finding out what became of one call whose outcome is not known; the key is the attempt's id. */
@Step("settling")
class SettlingSteps {
    private static final Logger LOG = LoggerFactory.getLogger(SettlingSteps.class);

    private final Settling settling;
    private final LedgerSettings settings;
    private final Records records;
    private final Campaigns campaigns;
    private final Clock clock;

    SettlingSteps(Settling settling, LedgerSettings settings, Records records, Campaigns campaigns, Clock clock) {
        this.settling = settling;
        this.settings = settings;
        this.records = records;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Never given up: what can't be read, or fails, is looked at again. */
    @OnlyAt(Place.OWN_TRANSACTION)
    public void look(String key) {
        try {
            settling.look(Long.parseLong(key));
        } catch (TryAgainAt early) {
            throw early;
        } catch (RuntimeException unread) {
            if (unread instanceof VendorException)
                records.aside(() -> settling.notRead(Long.parseLong(key), unread.getMessage()));
            else LOG.warn("settling attempt {} is tried again", key, unread);
            throw new TryAgainAt(clock.instant().plus(settings.apart()).plusSeconds(5), unread.getMessage());
        }
        if (settled(key)) campaigns.endIfSettled(attempt(key).campaign());
    }

    public boolean settled(String key) {
        return !attempt(key).open();
    }

    public boolean needsPerson(String key) {
        return attempt(key).needsPerson();
    }

    public Date nextLook(String key) {
        return Date.from(settling.nextLook(Long.parseLong(key)));
    }

    /** How often looking goes on behind a person's back; ISO 8601. */
    public String lookCycle() {
        return "R/" + settings.apart().plusSeconds(1);
    }

    /** @throws Onboarding.Conflict saying from when on it can be decided */
    void decide(String key, String decision, String user, String remark) {
        try {
            switch (decision) {
                case "happened" -> settling.decide(Long.parseLong(key), true, user, remark);
                case "did-not-happen" -> settling.decide(Long.parseLong(key), false, user, remark);
                default -> {}
            }
        } catch (TooEarly early) {
            throw new Onboarding.Conflict(early.getMessage());
        }
        if (settled(key)) campaigns.endIfSettled(attempt(key).campaign());
    }

    private Attempt attempt(String key) {
        return settling.find(Long.parseLong(key)).orElseThrow();
    }
}
