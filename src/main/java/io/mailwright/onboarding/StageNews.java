package io.mailwright.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells each change of a campaign's shown stage once. What was told last is a row that is locked while the campaign's
 * notes are read, so that nodes take turns; the last word has what all transactions have committed.
 */
@Component
class StageNews {
    private static final Logger LOG = LoggerFactory.getLogger(StageNews.class);

    private final JdbcClient jdbc;
    private final StageNotes notes;
    private final Records records;
    private final MailboxRecords mailboxes;
    private final Notices notices;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StageNews(
            JdbcClient jdbc,
            StageNotes notes,
            Records records,
            MailboxRecords mailboxes,
            Notices notices,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.notes = notes;
        this.records = records;
        this.mailboxes = mailboxes;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Note(long id, Stage stage, boolean own, Instant at) {}

    @Scheduled(fixedDelayString = "${mailwright.notices.every:PT1S}")
    void look() {
        jdbc.sql("select campaign_id from stage_note group by campaign_id order by min(id) limit 500")
                .query(String.class)
                .list()
                .forEach(this::look);
    }

    private void look(String campaign) {
        try {
            transaction.executeWithoutResult(tx -> tell(campaign));
        } catch (RuntimeException e) {
            LOG.warn("The stage of {} is told at the next look: {}", campaign, e.getMessage());
        }
    }

    private void tell(String id) {
        Stage told = jdbc.sql("select stage from stage_told where campaign_id = ? for update")
                .param(id)
                .query((row, i) -> Stage.of(row.getString(1)))
                .optional()
                .orElseGet(() -> notes.begun(id, Stage.CHECKING));
        List<Note> noted = jdbc.sql("select id, stage, own, at from stage_note where campaign_id = ? order by id")
                .param(id)
                .query((row, i) -> new Note(
                        row.getLong(1),
                        Stage.of(row.getString(2)),
                        row.getBoolean(3),
                        row.getTimestamp(4).toInstant()))
                .list();
        if (noted.isEmpty()) return;
        CampaignRow campaign = records.campaign(id);
        Stage last = told;
        for (Note note : noted) {
            // an order's step may have seen others as they were before, but none further than it was
            if (note.own() || note.stage().ordinal() > last.ordinal())
                last = told(campaign, last, note.stage(), note.at());
            jdbc.sql("delete from stage_note where id = ?").param(note.id()).update();
        }
        last = told(campaign, last, notes.shown(id), clock.instant());
        jdbc.sql("update stage_told set stage = ? where campaign_id = ?")
                .params(last.word(), id)
                .update();
    }

    private Stage told(CampaignRow campaign, Stage from, Stage to, Instant at) {
        if (from == to) return from;
        notices.stage(campaign, from.word(), to.word(), at);
        if (to == Stage.ONBOARDED) notices.ready(campaign, mailboxes.mailboxes(campaign.id()), at);
        return to;
    }
}
