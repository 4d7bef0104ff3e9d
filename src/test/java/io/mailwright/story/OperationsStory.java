package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The vendor, the charts and the schedules in the console, in a real browser. */
class OperationsStory {
    private static final String SCHEDULED = """
            campaign 'monday-harbor'
            buy 6, keywords: ['mondayharbor'], prefixes: ['get', 'try', 'use', 'go', 'with', 'my'], tlds: ['com', 'io'], maxPrice: 60
            providers google: 4, smtp: 2
            person 'Anna', 'Smith'
            person 'Ben', 'Okafor'
            patterns '{first}.{last}', '{f}{last}', '{first}', '{first}{last}{n}'
            redirect 'https://harbor.example'
            budget 500
            schedule '0 9 * * MON', perRun: 2
            """;

    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void theVendorIsWatchedAndTheSimulatorSteered() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("vendorpage"));
        campaign.approveAndAwaitMailboxes();
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/vendor");
            assertThat(page.getByText("in this time, at most")).isVisible();
            drawn(page);
            page.locator("#calls-table > summary").click();
            assertThat(page.locator("#calls-table tbody tr").first()).isVisible();

            Locator now = page.locator("[data-show=now]");
            assertThat(now).containsText("UTC");
            button(page, "Let a day pass").click();
            assertThat(page.getByText("The vendor's time has moved on.")).isVisible();
            page.locator("select[name=fault]").selectOption("500-before");
            page.locator("select[name=endpoint]").selectOption("suggest-domains");
            button(page, "Set these faults").click();
            assertThat(page.locator("[data-show=faults]")).containsText("suggest-domains: 500-before, once");
            assertThat(server.http.get("/simulator/faults").body()).contains("suggest-domains");
            page.getByLabel("Of 100 calls fail").fill("200");
            button(page, "Set these faults").click();
            // the browser itself refuses it
            assertThat(server.http.get("/simulator/faults").json().path("rate").asDouble())
                    .isZero();
            button(page, "Clear all").click();
            assertThat(page.locator("[data-show=faults]")).containsText("None");
            page.locator("#calls-table > summary").click();
            console.looksRight("vendor");

            page.navigate("/charts");
            drawn(page);
            assertThat(page.getByText("Half of the orders took at most the median"))
                    .isVisible();
            page.locator("details.table > summary").first().click();
            assertThat(page.locator("details.table").first().locator("tbody")).containsText("$");
            page.locator("details.table > summary").first().click();
            page.getByLabel("Period").selectOption("6");
            button(page, "Show").click();
            page.waitForURL(url -> url.contains("months=6"));
            drawn(page);
            console.looksRight("charts");
        }
    }

    @Test
    void aScheduleIsPausedAndRun() {
        RunningCampaign schedule = server.campaign(SCHEDULED);
        schedule.await("its row", view -> !view.path("schedule").isMissingNode());
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/schedules");
            Locator card = page.locator("#" + schedule.id());
            assertThat(card).containsText("0 of 3");
            assertThat(card).containsText("No run yet.");
            button(page, "Pause monday-harbor").click();
            assertThat(card.locator(".pill").first()).hasText("paused");
            button(page, "Resume monday-harbor").click();
            button(page, "Run now monday-harbor").click();
            schedule.await(
                    "a run",
                    view -> server.http
                            .get("/api/schedules/" + schedule.id())
                            .body()
                            .contains("monday-harbor-r1"));
            page.reload();
            assertThat(card.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("monday-harbor-r1")))
                    .isVisible();
            console.looksRight("schedules");
        }
        try (Console console = new Console(server, "approver")) {
            console.page.navigate("/schedules");
            assertThat(console.page.locator("#" + schedule.id())).isVisible();
            assertThat(button(console.page, "Pause monday-harbor")).hasCount(0);
        }
        server.http.post("/api/campaigns/" + schedule.id() + "/cancel", "");
    }

    private static void drawn(Page page) {
        assertThat(page.locator("canvas[data-chart]").first()).isVisible();
        page.waitForCondition(
                () -> Boolean.TRUE.equals(
                        page.evaluate(
                                "window.Chart != undefined"
                                        + " && [...document.querySelectorAll('canvas[data-chart]')].every(c => Chart.getChart(c) != undefined)")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
