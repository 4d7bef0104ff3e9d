package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.onboarding.Onboarding.NameTaken;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a campaign begins: its file is read, its rows are written and its process starts, all at once or not at all. */
@Component
class Starting {
    private final Records records;
    private final Schedules schedules;
    private final Processes processes;
    private final TransactionTemplate transaction;

    Starting(Records records, Schedules schedules, Processes processes, PlatformTransactionManager transactions) {
        this.records = records;
        this.schedules = schedules;
        this.processes = processes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @return its id
     * @throws io.mailwright.dsl.CampaignErrors when the file can't be read
     * @throws NameTaken when a campaign of that name lives or is onboarded
     */
    String start(String text, String user) {
        Campaign campaign = CampaignReader.readToStart(text);
        String id = freshId(campaign);
        processes.persist(() -> unlessTaken(
                campaign,
                () -> transaction.executeWithoutResult(tx -> {
                    insert(id, campaign, text, user);
                    processes.start(process(campaign), id);
                })));
        return id;
    }

    /** @throws NameTaken when a campaign of that name lives or is onboarded */
    String freshId(Campaign campaign) {
        records.living(CampaignNames.live(campaign)).ifPresent(taken -> {
            throw new NameTaken(taken.id(), campaign.name());
        });
        return CampaignNames.newId(campaign.name());
    }

    private static String process(Campaign campaign) {
        if (campaign.schedule() != null) return "scheduled-onboarding";
        return campaign.prewarmedAlone() ? "prewarmed" : "onboarding";
    }

    /** The rows that a campaign begins with, in the caller's transaction. */
    void insert(String id, Campaign campaign, String text, String user) {
        records.insert(id, campaign.name(), CampaignNames.live(campaign), text, user);
        if (campaign.schedule() != null) schedules.open(id, campaign);
    }

    /** Two files of one name that come at the same moment: the second is told of the first. */
    void unlessTaken(Campaign campaign, Runnable writes) {
        try {
            writes.run();
        } catch (DuplicateKeyException sameMoment) {
            throw records.living(CampaignNames.live(campaign))
                    .<RuntimeException>map(taken -> new NameTaken(taken.id(), campaign.name()))
                    .orElse(sameMoment);
        }
    }
}
