package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Campaigns are followed, answered and changed on their pages, in a real browser; beside other stories, one step after another. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@Execution(ExecutionMode.CONCURRENT)
class CampaignStory {
    /** Of a vendor day or two, at the speed below. */
    private static final double PATIENCE = 120_000;

    private final MailwrightServer server =
            new MailwrightServer(Map.of("SCALEDMAIL_NAMES_PER_SEARCH", "30", "MAILWRIGHT_RECONCILE_WINDOW", "PT1S"));
    private RunningCampaign unknown;
    private RunningCampaign willow;

    /** One campaign whose order got no reply; nobody can be asked about it before half a minute is over. */
    @BeforeAll
    void begin() {
        server.start();
        server.vendor().speed(86_400);
        unknown = server.campaign(CampaignFiles.small("larkspur"));
        unknown.awaitStage("awaiting-approval");
        server.vendor()
                .faults("{\"script\":[{\"endpoint\":\"create-custom-order\",\"nth\":1,\"fault\":\"drop-before\"}]}");
        assertThat(unknown.approve().status()).isEqualTo(200);
        unknown.await("an unknown outcome", view -> view.get("problem").asText().contains("not known yet"));
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(1)
    void aPersonApprovesAndWatchesItBecomeMailboxes() {
        willow = server.campaign(CampaignFiles.resource("tasklist.groovy"));
        JsonNode plan = awaited(willow);
        try (Console console = new Console(server, "approver")) {
            Page page = console.page;
            page.navigate("/tasks");
            assertThat(page.getByRole(AriaRole.ROW).filter(text("willow"))).containsText("approvers");
            console.looksRight("tasks");
            page.getByRole(AriaRole.ROW)
                    .filter(text("willow"))
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Approve this plan?"))
                    .click();
            for (JsonNode domain : plan.get("domains")) {
                Locator row = page.getByRole(AriaRole.ROW)
                        .filter(text(domain.get("domain").asText()));
                for (JsonNode alias : domain.get("aliases")) {
                    assertThat(row.first()).containsText(alias.get("alias").asText());
                }
            }
            console.looksRight("task");
            page.getByRole(
                            AriaRole.LINK,
                            new GetByRoleOptions().setName("willow").setExact(true))
                    .click();
            assertThat(page.locator("#canvas[data-drawn=approvePlan]")).isVisible();
            page.getByLabel("Comment").fill("as agr");
            awaitAnotherLook(page);
            assertThat(page.getByLabel("Comment")).hasValue("as agr");
            assertThat(page.getByLabel("Comment")).isFocused();
            page.getByLabel("Comment").fill("as agreed");
            console.looksRight("campaign-waiting");
            console.onAPhone("approvePlan");
            button(page, "Approve").click();
            assertThat(page.getByText("Approved. It goes on by itself now")).isVisible();
            page.evaluate("window.same = true");
            assertThat(page.locator("#progress .pill")).hasText("onboarded", new HasTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#progress")).containsText("8 of 8");
            assertThat(page.locator("#timeline")).containsText("Onboarded");
            assertThat(page.locator("#timeline"))
                    .containsText(Pattern.compile("Version 1 approved, by approver\\s*as agreed"));
            assertThat(page.locator("#plan")).containsText("Approved by approver");
            page.locator("#spends summary").first().click();
            assertThat(page.locator("#spends details").first()).containsText("“as agreed”");
            assertThat((Boolean) page.evaluate("window.same === true"))
                    .as("without a reload")
                    .isTrue();
            console.looksRight("campaign");
            server.vendor().judge(plan);
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(2)
    void aBurnedDomainIsReplaced() {
        assertThat(server.http
                        .postJson(
                                "/simulator/registrations",
                                "{\"organization_id\":\"recOrg00000000001\",\"domains\":[\"willow-spare.com\"]}")
                        .status())
                .isEqualTo(200);
        String burned = willow.plan().at("/domains/0/domain").asText();
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/campaigns/" + willow.id());
            page.getByText("Replace a burned domain").click();
            Locator form = page.locator("#replace");
            form.locator("[name=domain]").selectOption(burned);
            form.getByLabel("New domain").fill("willow-spare.com");
            form.getByLabel("Reason").fill("it landed on a blacklist");
            form.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("#canvas[data-drawn=approvePlan]")).isVisible();
            assertThat(button(page, "Approve")).isVisible();
            assertThat(page.locator("#change")).containsText("it landed on a blacklist");
            console.looksRight("request");
            button(page, "Approve").click();
            assertThat(page.locator(".said")).containsText("nothing is bought");
            assertThat(page.locator("#progress .pill")).hasText("done", new HasTextOptions().setTimeout(PATIENCE));
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("its campaign"))
                    .click();
            assertThat(page.locator("#timeline")).containsText(burned + " replaced by willow-spare.com");
            assertThat(page.locator("#plan")).containsText("now willow-spare.com");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(3)
    void whatIsAskedForOnThePageCanBeRejected() {
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/campaigns/" + willow.id());
            page.getByText("Change where a domain leads").click();
            page.locator("#redirect").getByLabel("Leads to").fill("https://willow.example/elsewhere");
            page.locator("#redirect").getByRole(AriaRole.BUTTON).click();
            button(page, "Reject").click();
            assertThat(page.locator(".said")).containsText("everything stays as it is");
            assertThat(page.locator("#progress .pill")).hasText("rejected");

            page.navigate("/campaigns/" + willow.id());
            page.getByText("Cancel an order at the vendor").click();
            page.locator("#cancel-order").getByRole(AriaRole.BUTTON).click();
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("all that is to be known before"))
                    .click();
            assertThat(page.locator("main")).containsText("every mailbox in it stops, and nothing is refunded");
            assertThat(page.locator("main")).not().containsText("This costs money");
            button(page, "Reject").click();
            assertThat(page.locator("#progress .pill")).hasText("rejected");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(4)
    void anUnknownSpendIsResolved() {
        try (Console console = new Console(server, "operator")) {
            Page page = console.page;
            page.navigate("/campaigns/" + unknown.id());
            assertThat(page.locator("#progress .note")).containsText("not known yet");
            assertThat(page.locator("#waits"))
                    .containsText("Did this happen at the vendor?", new ContainsTextOptions().setTimeout(PATIENCE));
            console.looksRight("campaign-unknown");
            button(page, "It did not happen").click();
            assertThat(page.getByText("Noted: it did not happen.")).isVisible();
            assertThat(page.locator("#progress .pill")).hasText("onboarded", new HasTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#timeline")).containsText("did-not-happen");
            assertThat(page.locator("#spends")).containsText("voided");
        }
        server.vendor().judge();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(5)
    void aPlanOfHundredsOfDomainsStaysReadable() {
        List<String> names = IntStream.rangeClosed(1, 300)
                .mapToObj(number -> "rowan-" + number + ".com")
                .toList();
        assertThat(server.http
                        .postJson(
                                "/simulator/registrations",
                                "{\"organization_id\":\"recOrg00000000001\",\"domains\":[\""
                                        + String.join("\",\"", names) + "\"]}")
                        .status())
                .isEqualTo(200);
        RunningCampaign rowan = server.campaign("""
                campaign 'rowan'
                own '%s'
                providers smtp: 300
                person 'Anna', 'Smith'
                patterns '{first}.{last}', '{f}{last}', '{first}', '{first}{last}{n}'
                redirect 'https://rowan.example'
                approve always
                """.formatted(String.join("', '", names)));
        rowan.awaitStage("awaiting-approval");
        try (Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/campaigns/" + rowan.id());
            Locator order = page.locator("#plan details").first();
            assertThat(order.locator("tbody tr")).hasCount(0);
            order.locator("summary").click();
            assertThat(order.locator("tbody tr")).hasCount(70);
            order.locator("summary").click();
            console.looksRight("campaign-hundreds");
            console.onAPhone("approvePlan");
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Order(6)
    void whoMayNotDecideIsToldWhoMay() {
        RunningCampaign campaign = server.campaign(CampaignFiles.small("saffron"));
        campaign.awaitStage("awaiting-approval");
        try (Console console = new Console(server, "operator")) {
            Page page = console.page;
            page.navigate("/campaigns/" + campaign.id());
            assertThat(page.locator("#waits")).containsText("Only members of approvers may decide this");
            assertThat(button(page, "Approve")).isHidden();
            page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName("all that is to be known before"))
                    .click();
            String task = page.url();
            assertThat(page.locator("main")).containsText("Only members of approvers may decide this");
            campaign.decide("approvePlan", "reject");
            page.navigate(task);
            assertThat(page.locator("main")).containsText("decided, or taken back, already");
        }
    }

    private static JsonNode awaited(RunningCampaign campaign) {
        campaign.awaitStage("awaiting-approval");
        return campaign.plan();
    }

    /** The part that is fetched every two seconds has been. */
    private static void awaitAnotherLook(Page page) {
        page.waitForResponse(response -> response.url().endsWith("/progress"), () -> {});
        page.waitForResponse(response -> response.url().endsWith("/progress"), () -> {});
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
