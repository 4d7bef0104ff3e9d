package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** An order paid in the vendor's web app gets its mailboxes from the console, in a real browser. */
class AdoptStory {
    private static final String FILE = """
            campaign 'harbor-forms'
            person 'Anna', 'Lindqvist'
            person 'Mateo', 'García'
            patterns '{first}.{last}', '{f}{last}', '{first}{l}', '{first}.{last}{n}'
            redirect 'https://harbor.example'
            """;

    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void aWebOrderIsAdopted() {
        String body =
                "{\"providers\":{\"smtp\":2},\"provider\":\"scaledmail\",\"domains\":[\"harbor-north.io\",\"harbor-south.io\"]}";
        assertThat(server.http.postJson("/simulator/web-order", body).status()).isEqualTo(200);
        server.http.put("/api/recipes/northwind-forms", CampaignFiles.example("recipe.groovy"));
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/");
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("Web orders"))
                    .click();
            Locator order = page.locator("tr").filter(new Locator.FilterOptions().setHasText("harbor-north.io"));
            assertThat(order).containsText("open");
            console.looksRight("forms");

            order.getByRole(AriaRole.BUTTON).click();
            page.getByLabel("Campaign file that buys nothing").fill("campaign 'harbor-forms'\nbuy 2");
            button(page, "Preview the aliases").click();
            assertThat(page.locator("#preview")).containsText("The file does not fit");
            page.getByLabel("Campaign file that buys nothing").fill(FILE);
            button(page, "Preview the aliases").click();
            assertThat(page.locator("#preview")).containsText("mateo.garcia");
            console.looksRight("form");

            button(page, "Adopt it").click();
            page.waitForURL("**/campaigns/*");
            String id = page.url().replaceAll(".*/", "");
            RunningCampaign campaign = new RunningCampaign(server.http, id);
            assertThat(page.locator("main")).containsText("fills the form of an order paid in the web app");
            assertThat(page.locator("#waits h3")).hasText("Approve this plan?");
            assertThat(page.locator(".stops li")).hasCount(5);
            page.getByRole(
                            AriaRole.BUTTON,
                            new GetByRoleOptions().setName("Approve").setExact(true))
                    .click();
            assertThat(page.locator(".said")).containsText("submits exactly what was shown; nothing is bought");
            assertThat(campaign.awaitStage("onboarded").at("/mailboxes/ready").asInt())
                    .isEqualTo(8);
            assertThat(campaign.csv().toString()).contains("anna.lindqvist@harbor-north.io");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
