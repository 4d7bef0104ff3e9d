package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A person approves in the real Tasklist, in a real browser. */
class TasklistStory {
    private static final int WIDTH = 1500;
    private static final int HEIGHT = 1560;
    /** Of the webapps' own advertisement. */
    private static final int BANNER = 23;

    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void aPersonSeesThePlanAndApprovesIt() {
        try (Chromium chromium = new Chromium()) {
            RunningCampaign campaign = server.campaign(CampaignFiles.resource("tasklist.groovy"));
            campaign.awaitStage("awaiting-approval");
            JsonNode plan = campaign.plan();
            Page page = chromium.page(WIDTH, HEIGHT);
            logIn(page);
            openTask(page);
            seesThePlan(page, plan);
            approves(page);
            campaign.await("its approval", view -> view.get("tasks").isEmpty());
            JsonNode end = campaign.awaitStage("onboarded");
            assertThat(end.at("/mailboxes/ready").asInt()).isEqualTo(8);
            server.vendor().judge(plan);
        }
    }

    private void logIn(Page page) {
        page.navigate(server.http.address() + "/camunda/app/tasklist/default/");
        page.getByPlaceholder("Username").fill("approver");
        page.getByPlaceholder("Password").fill("approver");
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))
                .click();
    }

    private static void openTask(Page page) {
        Locator task = page.locator(
                "li.task",
                new Page.LocatorOptions().setHasText("Approve this plan?").setHasText("willow"));
        task.click();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        page.locator(".fjs-container").waitFor();
    }

    /** Everything that is approved stands in the form. */
    private static void seesThePlan(Page page, JsonNode plan) {
        Locator form = page.locator(".fjs-container");
        for (JsonNode domain : plan.get("domains")) {
            Locator row = form.locator(
                            "tr",
                            new Locator.LocatorOptions()
                                    .setHasText(domain.get("slot").asText()))
                    .filter(new Locator.FilterOptions()
                            .setHasText(domain.get("domain").asText()))
                    .first();
            assertThat(row).containsText(domain.get("price").asText());
            for (JsonNode alias : domain.get("aliases")) {
                assertThat(row).containsText(alias.get("alias").asText());
            }
        }
        assertThat(form).containsText("$ " + plan.at("/cost/now").asText());
        assertThat(form).containsText("$ " + plan.at("/cost/monthly").asText());
        assertThat(form).containsText(plan.get("planHash").asText());
        String folder =
                Optional.ofNullable(System.getenv("MAILWRIGHT_SCREENSHOTS")).orElse("target");
        page.mouse().move(5, 5);
        page.screenshot(new ScreenshotOptions()
                .setPath(Path.of(folder, "tasklist-approve.png"))
                .setClip(0, BANNER, WIDTH, HEIGHT - BANNER));
    }

    private static void approves(Page page) {
        page.getByText("Approve: do exactly this").click();
        page.getByLabel("Comment").fill("as agreed");
        Locator complete = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Complete"));
        // Tasklist overlooks a click while it still takes in what was typed
        for (int clicks = 0; clicks < 30 && complete.isVisible(); clicks++) {
            complete.click();
            page.waitForTimeout(1_000);
        }
        assertThat(complete).isHidden();
    }
}
