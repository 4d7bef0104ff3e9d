package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A campaign of pre-warmed domains alone, started in Tasklist with the text of its file. */
@Component
class PrewarmedStart implements Starter {
    private static final String FILE = "campaignFile";

    private final Records records;
    private final Processes processes;

    PrewarmedStart(Records records, Processes processes) {
        this.records = records;
        this.processes = processes;
    }

    @Override
    public String process() {
        return "prewarmed";
    }

    @Override
    public Set<String> fields() {
        return Set.of(FILE);
    }

    @Override
    public boolean knows(String businessKey) {
        return records.find(businessKey)
                .map(campaign -> Starter.first(
                        businessKey,
                        !campaign.stage().ended()
                                && Campaigns.read(campaign).prewarmedAlone()
                                && !processes.running(businessKey)))
                .orElse(false);
    }

    @Override
    public String begin(Map<String, String> form, String user) {
        String text = form.getOrDefault(FILE, "");
        Campaign campaign;
        try {
            campaign = CampaignReader.readToStart(text);
        } catch (OutOfTime later) {
            throw new Onboarding.Conflict(later.sentence());
        } catch (CampaignErrors errors) {
            throw new Onboarding.Conflict(errors.getMessage());
        }
        if (!campaign.prewarmedAlone())
            throw new Onboarding.Conflict(
                    "this starts campaigns of pre-warmed domains alone: write campaign 'a-name' and"
                            + " prewarmed google: 2, and start a file with 'buy' or 'own' by itself");
        String liveName = CampaignNames.live(campaign);
        records.living(liveName).ifPresent(taken -> {
            throw new Onboarding.Conflict("campaign '" + campaign.name() + "' exists already, as " + taken.id()
                    + "; give this one another name");
        });
        String id = CampaignNames.newId(campaign.name());
        records.insert(id, campaign.name(), liveName, text, user);
        return id;
    }
}
