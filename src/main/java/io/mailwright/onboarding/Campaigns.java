package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.OwnedDomain;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.ledger.Readings;
import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.Wire;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps that concern a campaign as a whole. */
@Step("campaigns")
class Campaigns {
    private final Records records;
    private final Attempting attempting;
    private final ScaledMail vendor;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Secrets secrets;
    private final Processes processes;
    private final Waking waking;
    private final Runs runs;
    private final ScheduleRecords schedules;

    Campaigns(
            Records records,
            Attempting attempting,
            ScaledMail vendor,
            Organizations organizations,
            Ledger ledger,
            Secrets secrets,
            Processes processes,
            Waking waking,
            Runs runs,
            ScheduleRecords schedules) {
        this.records = records;
        this.attempting = attempting;
        this.vendor = vendor;
        this.organizations = organizations;
        this.ledger = ledger;
        this.secrets = secrets;
        this.processes = processes;
        this.waking = waking;
        this.runs = runs;
        this.schedules = schedules;
    }

    /** Whether the vendor knows what the file speaks of: workspace, owned domains; and we its group of approvers. */
    public void check(String id) {
        CampaignRow row = records.campaign(id);
        records.aside(() -> records.stage(id, Stage.CHECKING));
        attempting.of(row, () -> {
            Campaign campaign = runs.of(row);
            String organization = organizations.id(campaign.workspace());
            records.organization(id, organization);
            know(campaign, organization, id);
        });
    }

    /**
     * The same for a plan that is asked for on its own: what a start would be refused for is not priced.
     *
     * @throws BusinessFailure saying what is not known
     */
    void know(Campaign campaign, String organization) {
        know(
                campaign,
                organization,
                records.living(CampaignNames.live(campaign))
                        .map(CampaignRow::id)
                        .orElse(null));
    }

    /** @param id whose orders may hold owned domains already, or null */
    private void know(Campaign campaign, String organization, String id) {
        knowOurs(campaign);
        if (!campaign.own().isEmpty()) checkOwned(id, campaign, organization);
    }

    /** Its group of approvers and its logins. */
    void knowOurs(Campaign campaign) {
        if (!processes.groupExists(campaign.approve().by()))
            throw new BusinessFailure(
                    "file-refused",
                    "'approve' names the group '"
                            + campaign.approve().by() + "', which does not exist; the groups are "
                            + String.join(", ", processes.groups()));
        checkSecrets(campaign);
    }

    /** Everything is there: the mailboxes are handed over. */
    public void onboarded(String id) {
        records.aside(() -> {
            records.stage(id, Stage.ONBOARDED);
            records.problem(id, null);
        });
    }

    public void rejected(String id) {
        records.aside(() -> records.end(id, Stage.REJECTED));
    }

    /** Stops new spending; the stage stays until every call of the campaign has a known outcome. */
    public void cancelled(String id) {
        records.aside(() -> records.stop(id));
        endIfSettled(id);
        CampaignRow row = records.campaign(id);
        if (!row.stage().ended() && row.organization() != null) waking.wake(row.organization());
    }

    /** The end of a cancelled campaign, once no call of it is open any more; a request ends with its own process. */
    void endIfSettled(String id) {
        CampaignRow row = records.find(id).orElse(null);
        if (row == null || !row.stopped() || row.stage().ended()) return;
        int open = Stream.concat(Stream.of(id), schedules.runs(id).stream())
                .mapToInt(one -> ledger.openOf(one).size())
                .sum();
        records.aside(() -> {
            if (open == 0) records.end(id, Stage.CANCELLED);
            else
                records.problem(
                        id,
                        "cancelled: nothing more is bought; " + open
                                + " call(s) whose outcome is not known yet are still being settled");
        });
    }

    static Campaign read(CampaignRow row) {
        try {
            return CampaignReader.read(row.text());
        } catch (OutOfTime later) {
            throw later;
        } catch (CampaignErrors errors) {
            throw new BusinessFailure("file-refused", errors.getMessage());
        }
    }

    private void checkSecrets(Campaign campaign) {
        Stream<Runnable> logins = campaign.own().stream()
                .map(OwnedDomain::hosting)
                .filter(Objects::nonNull)
                .distinct()
                .map(name -> () -> secrets.hosting(name));
        Stream<Runnable> sequencers = Stream.ofNullable(campaign.sequencer()).map(named -> () -> {
            if (campaign.prewarmed() == null) secrets.sequencer(named);
            else secrets.linkedSequencer(named);
        });
        String missing = Stream.concat(logins, sequencers)
                .map(Campaigns::complaint)
                .flatMap(Optional::stream)
                .distinct()
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) throw new BusinessFailure("file-refused", missing);
    }

    private static Optional<String> complaint(Runnable reading) {
        try {
            reading.run();
            return Optional.empty();
        } catch (NeedsPerson unreadable) {
            return Optional.of(unreadable.getMessage());
        }
    }

    private void checkOwned(String id, Campaign campaign, String organization) {
        Map<String, Wire.Registration> registered = vendor.purchasedDomains(organization).stream()
                .collect(Collectors.toMap(row -> Readings.name(row.domain()), Function.identity(), (a, b) -> a));
        boolean elsewhere = campaign.own().stream().anyMatch(own -> own.hosting() != null);
        Set<String> inOrders = elsewhere
                ? vendor.domains(organization).stream()
                        .map(row -> Readings.name(row.domain()))
                        .collect(Collectors.toSet())
                : Set.of();
        Set<String> ours = id == null ? Set.of() : ledger.orderedBy(id, organization);
        for (OwnedDomain own : campaign.own()) {
            String domain = own.domain();
            Wire.Registration row = registered.get(domain);
            if (own.hosting() == null && row == null)
                throw refused(
                        domain,
                        "is not registered in this workspace; take it out, register it at the vendor first, or say by"
                                + " 'hosting:' who holds its registrar's login");
            if (own.hosting() != null && row != null)
                throw refused(domain, "is registered at the vendor itself; take its 'hosting:' out");
            boolean taken = own.hosting() == null
                    ? row.domainId() != null && !row.domainId().isBlank()
                    : inOrders.contains(domain);
            if (taken && !ours.contains(domain))
                throw refused(domain, "is in another order already; take it out, or cancel that order first");
        }
    }

    private static BusinessFailure refused(String domain, String why) {
        return new BusinessFailure("file-refused", "'own' names " + domain + ", which " + why);
    }
}
