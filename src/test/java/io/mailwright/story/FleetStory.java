package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The fleet in a real browser: found, filtered, followed without reload. */
class FleetStory {
    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void campaignsAreFoundAndFollowed() {
        try (Console console = new Console(server, "demo")) {
            RunningCampaign waiting = server.campaign(CampaignFiles.small("cedar"));
            RunningCampaign rich = server.campaign(CampaignFiles.small("larch")
                    .replace("buy 1", "buy 3")
                    .replace("google: 1", "google: 1, smtp: 2")
                    .replace("'{first}.{last}'", "'{first}.{last}', '{first}{n}'"));
            waiting.awaitStage("awaiting-approval");
            rich.awaitStage("awaiting-approval");
            String domain = rich.plan().at("/domains/0/domain").asText();

            Page page = console.page;
            page.navigate("/");
            assertThat(row(page, waiting)).containsText("Approve this plan?");
            page.getByRole(AriaRole.SEARCHBOX).fill(domain);
            page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Show"))
                    .click();
            assertThat(row(page, rich)).isVisible();
            assertThat(row(page, waiting)).hasCount(0);

            Object loaded = page.evaluate("performance.timeOrigin");
            assertThat(rich.approve().status()).isEqualTo(200);
            assertThat(row(page, rich)).containsText("onboarded", soon());
            assertThat(row(page, rich)).containsText("10 of 10");
            assertThat(page.evaluate("performance.timeOrigin"))
                    .as("without a reload")
                    .isEqualTo(loaded);
            row(page, rich).getByText("2 orders").click();
            assertThat(row(page, rich).locator("details tbody tr").last()).containsText("8 of 8");
            page.navigate("/");
            console.looksRight("fleet");
            page.navigate("/nowhere");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("There is no page");
            console.looksRight("refusal");
        }
    }

    private static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(120_000);
    }

    private static Locator row(Page page, RunningCampaign campaign) {
        return page.locator("#row-" + campaign.id());
    }
}
