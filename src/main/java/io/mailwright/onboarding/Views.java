package io.mailwright.onboarding;

import io.mailwright.ledger.Ledger;
import io.mailwright.plan.Plan;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts together how a campaign stands. */
@Component
class Views {
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final Processes processes;
    private final Ledger ledger;
    private final Hindrances hindrances;
    private final DomainChanges changes;
    private final Records records;
    private final ScheduleRecords schedules;
    private final ScheduleViews scheduleViews;
    private final JdbcClient jdbc;

    Views(
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            Processes processes,
            Ledger ledger,
            Hindrances hindrances,
            DomainChanges changes,
            Records records,
            ScheduleRecords schedules,
            ScheduleViews scheduleViews,
            JdbcClient jdbc) {
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.processes = processes;
        this.ledger = ledger;
        this.hindrances = hindrances;
        this.changes = changes;
        this.records = records;
        this.schedules = schedules;
        this.scheduleViews = scheduleViews;
        this.jdbc = jdbc;
    }

    CampaignView of(CampaignRow campaign) {
        return schedules.find(campaign.id()).isEmpty()
                ? alone(campaign)
                : scheduleViews.of(campaign, alone(campaign), runs(campaign));
    }

    /** Of a campaign that has a schedule. */
    ScheduleView schedule(CampaignRow campaign) {
        List<CampaignView> runs = runs(campaign);
        return scheduleViews.schedule(campaign, scheduleViews.of(campaign, alone(campaign), runs), runs);
    }

    private List<CampaignView> runs(CampaignRow campaign) {
        return schedules.runs(campaign.id()).stream()
                .map(run -> alone(records.campaign(run)))
                .toList();
    }

    private CampaignView alone(CampaignRow campaign) {
        Optional<Plan> plan = planRecords.plan(campaign.id());
        List<OrderRow> orders = orderRecords.orders(campaign.id());
        List<DomainRow> domains = orderRecords.domains(campaign.id()).stream()
                .filter(domain -> domain.state() != DomainRow.State.DROPPED)
                .toList();
        List<OrderRow> wanted = orders.stream()
                .filter(order -> domains.stream().anyMatch(domain -> domain.order() == order.number()))
                .toList();
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                StageNotes.shown(
                                campaign.stage(),
                                orders.stream().map(OrderRow::stage).toList())
                        .word(),
                plan.map(Plan::hash).orElse(null),
                new CampaignView.Domains(
                        domains.size(),
                        count(domains, domain -> domain.state().ordinal() >= DomainRow.State.BOUGHT.ordinal()),
                        count(domains, domain -> domain.state() == DomainRow.State.ACTIVE)),
                new CampaignView.Orders(
                        (int) wanted.stream()
                                .filter(order -> order.stage().ordinal() > Stage.ORDERING.ordinal()
                                        && order.cancelledAt() == null)
                                .count(),
                        wanted.size()),
                new CampaignView.Mailboxes(
                        domains.stream().mapToInt(DomainRow::expected).sum(),
                        mailboxRecords.mailboxes(campaign.id()).size()),
                plan.map(Plan::cost)
                        .map(cost -> new CampaignView.Cost(cost.now(), cost.monthly()))
                        .orElse(null),
                tasks(campaign),
                lastChecked(campaign.organization()),
                problem(campaign),
                changes.of(campaign.id()),
                null);
    }

    private List<CampaignView.Task> tasks(CampaignRow campaign) {
        List<CampaignView.Task> tasks = new ArrayList<>(processes.tasks(campaign.id()));
        tasks.addAll(processes.settleTasks(ledger.openOf(campaign.id()).stream()
                .map(attempt -> String.valueOf(attempt.id()))
                .toList()));
        return tasks;
    }

    private String problem(CampaignRow campaign) {
        Optional<String> alarm = ledger.alarm(campaign.id());
        if (alarm.isPresent()) return alarm.get();
        if (campaign.stage() == Stage.ONBOARDED)
            return Hindrances.said(Stream.of(hindrances.cancelled(campaign.id()), hindrances.notOrdered(campaign.id()))
                            .flatMap(Optional::stream))
                    .orElse(campaign.problem());
        if (campaign.problem() != null) return campaign.problem();
        if (campaign.stage().ended()) return hindrances.cancelled(campaign.id()).orElse(null);
        Optional<String> known = hindrances.of(campaign.id()).or(() -> processes.incident(campaign.id()));
        Optional<String> unknown = known.isPresent() ? Optional.empty() : hindrances.unknown(campaign.id());
        boolean watched = known.isEmpty() || hindrances.unknown(campaign.id()).isPresent();
        Optional<String> unread = watched ? unread(campaign.organization()) : Optional.empty();
        return Hindrances.said(Stream.of(known, unknown, unread).flatMap(Optional::stream))
                .or(() -> hindrances.notOrdered(campaign.id()))
                .orElse(null);
    }

    /** Why the vendor could not be read at the last look. */
    Optional<String> unread(String organization) {
        return jdbc.sql("select last_failure from watch where organization = ? and last_failure is not null")
                .param(organization)
                .query(String.class)
                .optional();
    }

    Instant lastChecked(String organization) {
        return jdbc.sql("select max(read_at) from reading where organization = ?")
                .param(organization)
                .query((row, i) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .orElse(null);
    }

    private static int count(List<DomainRow> domains, java.util.function.Predicate<DomainRow> which) {
        return (int) domains.stream().filter(which).count();
    }
}
