package io.mailwright.onboarding;

import io.mailwright.campaign.Campaign;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.dsl.OutOfTime;
import io.mailwright.onboarding.Onboarding.Conflict;
import io.mailwright.onboarding.Onboarding.NameTaken;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A campaign file with a schedule, filled in in Tasklist. */
@Component
class ScheduleStarter implements Starter {
    private final Starting starting;
    private final Records records;
    private final ScheduleRecords schedules;
    private final Processes processes;

    ScheduleStarter(Starting starting, Records records, ScheduleRecords schedules, Processes processes) {
        this.starting = starting;
        this.records = records;
        this.schedules = schedules;
        this.processes = processes;
    }

    @Override
    public String process() {
        return "scheduled-onboarding";
    }

    @Override
    public Set<String> fields() {
        return Set.of("file");
    }

    @Override
    public boolean knows(String businessKey) {
        return records.find(businessKey)
                .map(campaign -> Starter.first(
                        businessKey,
                        !campaign.stage().ended()
                                && schedules.find(businessKey).isPresent()
                                && !processes.running(businessKey)))
                .orElse(false);
    }

    @Override
    public String begin(Map<String, String> form, String user) {
        String text = form.getOrDefault("file", "");
        try {
            Campaign campaign = CampaignReader.readToStart(text);
            if (campaign.schedule() == null)
                throw new Conflict(
                        "the file has no 'schedule' line; write one such as schedule '0 9 * * MON', perRun: 3");
            String id = starting.freshId(campaign);
            starting.insert(id, campaign, text, user);
            return id;
        } catch (OutOfTime later) {
            throw new Conflict(later.sentence());
        } catch (CampaignErrors | NameTaken refused) {
            throw new Conflict(refused.getMessage());
        }
    }
}
