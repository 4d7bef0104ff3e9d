package io.mailwright.onboarding;

import io.mailwright.ledger.Readings;
import io.mailwright.plan.Plan;
import io.mailwright.plan.PlannedDomain;
import io.mailwright.scaledmail.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What was ordered for each domain, beside what the vendor showed when it was last read and what was handed over. */
@Service
public class Comparison {
    private final Records records;
    private final PlanRecords planRecords;
    private final OrderRecords orderRecords;
    private final MailboxRecords mailboxRecords;
    private final ScheduleRecords schedules;
    private final ExportRecords exportRecords;
    private final DomainChanges changes;
    private final Readings readings;

    Comparison(
            Records records,
            PlanRecords planRecords,
            OrderRecords orderRecords,
            MailboxRecords mailboxRecords,
            ScheduleRecords schedules,
            ExportRecords exportRecords,
            DomainChanges changes,
            Readings readings) {
        this.records = records;
        this.planRecords = planRecords;
        this.orderRecords = orderRecords;
        this.mailboxRecords = mailboxRecords;
        this.schedules = schedules;
        this.exportRecords = exportRecords;
        this.changes = changes;
        this.readings = readings;
    }

    /** What is known of a campaign or run; maps by domain name, planned domains by slot. */
    private record Known(
            CampaignRow campaign,
            Map<Integer, PlannedDomain> planned,
            Map<Integer, OrderRow> orders,
            Map<String, List<String>> addresses,
            Map<String, Integer> exported,
            List<CampaignView.Changed> changes,
            Map<String, Wire.ListedDomain> listed,
            boolean sure,
            boolean handedOver) {}

    /** A campaign's domains and those of its runs. @throws Onboarding.NotFound when there is no such campaign */
    public ComparisonView of(String campaign) {
        CampaignRow row =
                records.find(campaign).orElseThrow(() -> new Onboarding.NotFound("there is no campaign " + campaign));
        List<String> parts = Stream.concat(Stream.of(campaign), schedules.runs(campaign).stream())
                .toList();
        boolean handedOver = !exportRecords.notes(parts).isEmpty();
        List<ExportRecords.Gone> gone = exportRecords.gone(parts);
        return new ComparisonView(
                campaign,
                last(row).map(Readings.Reading::at).orElse(null),
                parts.stream()
                        .map(part -> known(records.campaign(part), handedOver))
                        .flatMap(known -> Stream.concat(
                                orderRecords.domains(known.campaign().id()).stream()
                                        .map(domain -> domain(domain, known)),
                                replaced(known, gone)))
                        .toList());
    }

    private Optional<Readings.Reading<Wire.ListedDomain>> last(CampaignRow campaign) {
        return Optional.ofNullable(campaign.organization()).flatMap(readings::lastDomains);
    }

    private Known known(CampaignRow campaign, boolean handedOver) {
        Optional<Readings.Reading<Wire.ListedDomain>> reading = last(campaign);
        return new Known(
                campaign,
                planRecords.plan(campaign.id()).map(Plan::domains).orElse(List.of()).stream()
                        .collect(Collectors.toMap(PlannedDomain::slot, Function.identity())),
                orderRecords.orders(campaign.id()).stream()
                        .collect(Collectors.toMap(OrderRow::number, Function.identity())),
                mailboxRecords.mailboxes(campaign.id()).stream()
                        .collect(Collectors.groupingBy(
                                MailboxView::domain, Collectors.mapping(MailboxView::email, Collectors.toList()))),
                exportRecords.exported(campaign.id()),
                changes.of(campaign.id()),
                reading.map(Readings.Reading::rows).orElse(List.of()).stream()
                        .collect(
                                Collectors.toMap(row -> Readings.name(row.domain()), Function.identity(), (a, b) -> a)),
                reading.map(Readings.Reading::sure).orElse(false),
                handedOver);
    }

    private static ComparisonView.Domain domain(DomainRow row, Known known) {
        Optional<Wire.ListedDomain> listed = Optional.ofNullable(known.listed().get(row.domain()));
        List<String> ready = known.addresses().getOrDefault(row.domain(), List.of());
        int exported = known.exported().getOrDefault(row.domain(), 0);
        List<String> ordered = ordered(row, known, ready);
        List<String> there = listed.map(Comparison::addresses).orElse(List.of());
        boolean whole = !ordered.isEmpty()
                && listed.filter(l -> there.size() >= ChangeTexts.mailboxes(l)).isPresent();
        List<String> missing = !whole || there.isEmpty() ? List.of() : without(ordered, there);
        List<String> strange = Stream.concat(
                        Optional.ofNullable(row.notOrdered()).stream().flatMap(text -> Arrays.stream(text.split(", "))),
                        whole ? without(there, ordered).stream() : Stream.empty())
                .distinct()
                .toList();
        String redirect = redirect(row, known);
        OrderRow order = known.orders().get(row.order());
        DomainMark mark = DomainMark.of(new DomainMark.Facts(
                row.state(),
                order != null && order.cancelledAt() != null,
                listed.isPresent(),
                known.sure(),
                listed.filter(Wire.ListedDomain::active).isPresent(),
                listed.filter(l -> ChangeTexts.mailboxes(l) >= row.expected()).isPresent(),
                !missing.isEmpty(),
                !strange.isEmpty(),
                listed.map(Wire.ListedDomain::redirect)
                        .filter(leads -> redirect != null && !Redirects.same(leads, redirect))
                        .isPresent(),
                !known.handedOver() || exported >= ready.size()));
        return new ComparisonView.Domain(
                row.domain(),
                row.campaign(),
                row.order(),
                row.provider().word(),
                known.changes().stream()
                        .filter(change ->
                                change.replaces() != null && change.domain().equals(row.domain()))
                        .map(CampaignView.Changed::replaces)
                        .reduce((first, last) -> last)
                        .orElse(null),
                new ComparisonView.Ordered(row.bought(), row.expected(), ordered, redirect),
                listed.map(l -> new ComparisonView.Shown(l.status(), ChangeTexts.mailboxes(l), l.redirect()))
                        .orElse(null),
                ready.size(),
                exported,
                missing,
                strange,
                mark.word(),
                mark.repair + swap(mark, known.campaign()));
    }

    /** Names that stood there before; their addresses may still be where they were handed over to. */
    private static Stream<ComparisonView.Domain> replaced(Known known, List<ExportRecords.Gone> gone) {
        return known.changes().stream()
                .filter(change -> change.replaces() != null)
                .map(change -> {
                    String old = change.replaces();
                    int left = (int) gone.stream()
                            .filter(address ->
                                    address.campaign().equals(known.campaign().id())
                                            && address.domain().equals(old))
                            .count();
                    return new ComparisonView.Domain(
                            old,
                            known.campaign().id(),
                            0,
                            null,
                            null,
                            null,
                            null,
                            0,
                            left,
                            List.of(),
                            List.of(),
                            DomainMark.REPLACED.word(),
                            left == 0
                                    ? DomainMark.REPLACED.repair + ", " + change.domain()
                                    : "take its " + ChangeTexts.count(left, "mailbox") + " out of the sequencer: "
                                            + change.domain() + " stands in its place");
                });
    }

    private static List<String> ordered(DomainRow row, Known known, List<String> ready) {
        PlannedDomain planned = known.planned().get(row.slot());
        if (planned == null || planned.aliases().isEmpty()) return ready;
        return planned.aliases().stream()
                .map(alias -> (alias.localPart() + "@" + row.domain()).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Null where none was ordered, or where another name took the place and its own is not known. */
    private static String redirect(DomainRow row, Known known) {
        PlannedDomain planned = known.planned().get(row.slot());
        return known.changes().stream()
                .filter(change -> change.domain().equals(row.domain()))
                .reduce((first, last) -> last)
                .map(CampaignView.Changed::redirect)
                .orElse(planned != null && planned.domain().equals(row.domain()) ? planned.redirect() : null);
    }

    private static String swap(DomainMark mark, CampaignRow campaign) {
        return mark == DomainMark.SHORT && campaign.stage() == Stage.ONBOARDED
                ? "; if the vendor can't mend it, replace the domain, which costs nothing (replace-domain)"
                : "";
    }

    private static List<String> addresses(Wire.ListedDomain listed) {
        return ChangeTexts.addresses(listed).stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> without(List<String> some, List<String> others) {
        return some.stream().filter(one -> !others.contains(one)).toList();
    }
}
