package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** docs/tutorial.md as it stands there: somebody new comes from the empty fleet to mailboxes, and sees a lost reply survived. */
@Execution(ExecutionMode.CONCURRENT)
class TutorialStory {
    private static final double PATIENCE = 180_000;

    @Test
    void somebodyNewComesToMailboxes() throws IOException {
        try (MailwrightServer server = new MailwrightServer(Map.of()).start();
                Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("No campaign yet");
            console.looksRight("fleet-empty");

            button(page, "New campaign").click();
            link(page, "Quickstart").click();
            assertThat(page.locator("#side")).containsText("33");
            write(page, text(page).replace("'acme', 'acme labs'", "'lighthouse', 'acme labs'"));
            assertThat(page.locator("#side")).containsText("lighthouse.com");
            write(page, text(page).replace("'lighthouse',", "'lighthouse,"));
            assertThat(page.locator("#errors")).containsText(Pattern.compile("line \\d+"));
            page.locator("#errors").scrollIntoViewIfNeeded();
            console.picture("tutorial-mistake");
            write(page, text(page).replace("'lighthouse,", "'lighthouse',"));
            assertThat(page.locator("#errors")).containsText("No errors");

            button(page, "Ask the price").click();
            assertThat(page.locator("#price")).containsText("Nothing was bought", soon());
            page.locator("#price").scrollIntoViewIfNeeded();
            console.picture("tutorial-price");
            button(page, "Start this campaign").click();

            assertThat(button(page, "Approve")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#plan")).containsText("lighthouse");
            page.evaluate("window.scrollTo(0, 0)");
            console.picture("tutorial-approve");
            button(page, "Approve").click();
            assertThat(page.locator("#progress .pill")).hasText("onboarded", new HasTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#progress")).containsText("33 of 33");
            page.evaluate("window.scrollTo(0, 0)");
            console.picture("tutorial-onboarded");
            assertThat(mailboxes(page)).isEqualTo(33);

            loseTheReplyOfTheNextOrder(page);
            page.navigate("/playground?example=quickstart");
            write(
                    page,
                    text(page)
                            .replace("campaign 'quickstart'", "campaign 'lighthouse-2'")
                            .replace("'acme', 'acme labs'", "'beacon'"));
            button(page, "Start this campaign").click();
            button(page, "Approve").click(new Locator.ClickOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#progress .pill")).hasText("onboarded", new HasTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#timeline")).containsText("not known");
            assertThat(server.http
                            .get("/simulator/ledger")
                            .json()
                            .get("duplicates")
                            .isEmpty())
                    .as("nothing twice")
                    .isTrue();
        }
    }

    private static void loseTheReplyOfTheNextOrder(Page page) {
        link(page, "Vendor").click();
        page.locator("select[name=fault]").selectOption("drop-after");
        page.locator("select[name=endpoint]").selectOption("create-custom-order");
        button(page, "Set these faults").click();
        assertThat(page.locator("[data-show=faults]")).containsText("drop-after");
    }

    /** How many stand in the CSV that the page offers. */
    private static long mailboxes(Page page) throws IOException {
        Download csv =
                page.waitForDownload(() -> page.locator("a.export").first().click());
        return Files.readAllLines(csv.path()).size() - 1;
    }

    private static String text(Page page) {
        return page.locator("#file").inputValue();
    }

    /** As if pasted: what is typed letter by letter is indented by the editor. */
    private static void write(Page page, String text) {
        page.locator("#editor .ace_text-input").focus();
        page.keyboard().press("Control+a");
        page.keyboard().insertText(text);
    }

    private static ContainsTextOptions soon() {
        return new ContainsTextOptions().setTimeout(60_000);
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
