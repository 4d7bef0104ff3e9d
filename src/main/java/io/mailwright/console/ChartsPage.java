package io.mailwright.console;

import io.mailwright.onboarding.Figures.Age;
import io.mailwright.onboarding.Figures.Backlog;
import io.mailwright.onboarding.Figures.Spent;
import io.mailwright.onboarding.Figures.Took;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The charts as their page shows them.
 *
 * @param workspaces by id
 * @param workspace the id of the one that is shown, or null: all
 * @param last the month now
 * @param months how many, with this one
 */
public record ChartsPage(
        Map<String, String> workspaces,
        String workspace,
        YearMonth last,
        int months,
        List<Spent> spent,
        List<Took> took,
        List<Age> ages,
        List<Backlog> backlog) {
    /** Further workspaces share a colour. */
    private static final int COLORS = 6;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final List<String> PROVIDERS = List.of("google", "outlook", "smtp");

    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    public BigDecimal total() {
        return spent.stream().map(Spent::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Chart spentChart() {
        List<String> names =
                spent.stream().map(Spent::workspace).distinct().sorted().toList();
        List<Chart.Series> series = new ArrayList<>();
        for (String name : names)
            series.add(new Chart.Series(
                    name,
                    "--chart-" + (Math.min(series.size(), COLORS - 1) + 1),
                    period().map(month -> spent(month, name)).toList()));
        return new Chart(labels(), series, "$", true, null);
    }

    private BigDecimal spent(YearMonth month, String name) {
        return spent.stream()
                .filter(row -> row.month().equals(month) && row.workspace().equals(name))
                .map(Spent::dollars)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In the unit that suits the longest of them. */
    public Chart tookChart() {
        Duration longest = took.stream().map(Took::p90).max(Duration::compareTo).orElse(Duration.ZERO);
        Map.Entry<String, Double> unit = longest.compareTo(Duration.ofHours(36)) > 0
                ? Map.entry("days", 86_400.0)
                : longest.compareTo(Duration.ofMinutes(90)) > 0
                        ? Map.entry("hours", 3_600.0)
                        : longest.compareTo(Duration.ofSeconds(90)) > 0
                                ? Map.entry("minutes", 60.0)
                                : Map.entry("seconds", 1.0);
        List<Chart.Series> series = new ArrayList<>();
        for (String provider : PROVIDERS) {
            if (took.stream().noneMatch(row -> row.provider().equals(provider))) continue;
            String color = "--chart-" + (PROVIDERS.indexOf(provider) + 1);
            series.add(new Chart.Series(
                    provider + ", median",
                    color,
                    period().map(month -> took(month, provider, false, unit.getValue()))
                            .toList()));
            series.add(new Chart.Series(
                    provider + ", p90",
                    color + "-soft",
                    period().map(month -> took(month, provider, true, unit.getValue()))
                            .toList()));
        }
        return new Chart(labels(), series, unit.getKey(), false, null);
    }

    private Double took(YearMonth month, String provider, boolean p90, double unit) {
        return took.stream()
                .filter(row -> row.month().equals(month) && row.provider().equals(provider))
                .map(row -> (p90 ? row.p90() : row.median()).toMillis() / 1000.0 / unit)
                .map(value -> Math.round(value * 10) / 10.0)
                .findFirst()
                .orElse(null);
    }

    public Chart backlogChart() {
        List<Chart.Series> series = PROVIDERS.stream()
                .filter(provider ->
                        backlog.stream().anyMatch(row -> row.provider().equals(provider)))
                .map(provider -> new Chart.Series(
                        provider,
                        "--chart-" + (PROVIDERS.indexOf(provider) + 1),
                        ages.stream().map(age -> backlog(age, provider)).toList()))
                .toList();
        return new Chart(ages.stream().map(ChartsPage::age).toList(), series, "mailboxes", true, null);
    }

    private long backlog(Age age, String provider) {
        return backlog.stream()
                .filter(row -> row.age().equals(age) && row.provider().equals(provider))
                .mapToLong(Backlog::mailboxes)
                .sum();
    }

    public long waiting() {
        return backlog.stream().mapToLong(Backlog::mailboxes).sum();
    }

    public static String age(Age age) {
        if (age.to() == null) return "over " + age.from() + " days";
        return age.from() == 0 ? "under a day" : age.from() + " to " + age.to() + " days";
    }

    private Stream<YearMonth> period() {
        return Stream.iterate(last.minusMonths(months - 1L), month -> month.plusMonths(1))
                .limit(months);
    }

    private List<String> labels() {
        return period().map(ChartsPage::month).toList();
    }
}
