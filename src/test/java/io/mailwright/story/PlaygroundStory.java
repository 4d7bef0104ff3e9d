package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A campaign is written, mended, priced and started in a browser. */
class PlaygroundStory {
    private final MailwrightServer server = MailwrightServer.shared();
    private final Console console = new Console(server, "demo");

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void fromTheEmptyPageToAStartedCampaignOutOfAnExample() {
        console.page.navigate("/playground");
        assertThat(side()).containsText("Nothing is written yet");
        link("Quickstart").click();
        assertThat(side()).containsText("useacme.com outlook, 25 mailboxes");
        assertThat(errors()).containsText("stops before the first dollar");
        console.looksRight("playground");
        // the campaign's line of the example; its keyword, so that no other story's names are taken
        rename("quickstart", "pgfirst");
        console.page.reload();
        assertThat(side()).containsText("pgfirst");

        button("Ask the price").click();
        assertThat(price()).containsText("Nothing was bought");
        assertThat(price().locator(".figures")).containsText(Pattern.compile("Now\\s*\\$\\d+\\.\\d\\d"));
        console.looksRight("playground-price");
        assertThat(server.http.get("/api/campaigns").body()).doesNotContain("pgfirst");

        button("Start this campaign").click();
        assertThat(console.page).hasURL(Pattern.compile("/campaigns/pgfirst-\\w{6}$"));
        String id = console.page.url().replaceFirst(".*/", "");

        console.page.navigate("/playground");
        assertThat(side()).containsText("pgfirst");
        button("Start this campaign").click();
        assertThat(console.page.getByRole(AriaRole.ALERT)).containsText("exists already");
        assertThat(link("Look at it")).hasAttribute("href", "/campaigns/" + id);
        assertThat(side()).containsText("pgfirst");
        assertThat(server.http.post("/api/campaigns/" + id + "/cancel", "").status())
                .isEqualTo(200);
    }

    @Test
    void aFileWithErrorsIsMendedWhereTheyStand() {
        console.page.navigate("/playground");
        write(CampaignFiles.small("playground-errors")
                .replace("person 'Ben', 'Okafor'", "person 'Ben', 'Okafor', foto: ''"));
        assertThat(errors().getByRole(AriaRole.LISTITEM))
                .hasText("line 5: 'person' has no 'foto:'; did you mean 'photo'?");
        assertThat(console.page.locator(".ace_gutter-cell.ace_error")).containsText("5");
        assertThat(console.page.locator("#editor .wrong")).isVisible();
        assertThat(side()).containsText("Mend the errors");
        console.looksRight("playground-errors");

        link("line 5").click();
        // the cursor stands before foto:, of which the rest of the line is wrong
        console.page.keyboard().press("Shift+End");
        console.page.keyboard().type("nick: 'Bob");
        assertThat(side()).containsText("anna.smith");
        assertThat(side()).containsText("12 candidate names for 1");
        assertThat(console.page.locator("#editor .wrong")).hasCount(0);
        assertThat(errors()).containsText("No errors");

        console.page.keyboard().press("Control+End");
        console.page.keyboard().type("\nred");
        assertThat(console.page.locator(".ace_doc-tooltip")).containsText("Where visitors of the domains are sent.");
        console.page.keyboard().press("Escape");
        console.page.keyboard().press("Escape");
        // past the editor's own scroll bars
        for (int i = 0; i < 4 && console.page.locator("#editor :focus").count() > 0; i++)
            console.page.keyboard().press("Tab");
        assertThat(button("Ask the price")).isFocused();
    }

    @Test
    void aServerThatIsAwayIsSaidAndAskedAgain() {
        console.page.navigate("/playground?example=recipe");
        assertThat(errors()).containsText("starts nothing by itself");
        console.page.route("**/playground/check", Route::abort);
        focus();
        console.page.keyboard().press("Control+End");
        console.page.keyboard().type("nonsense");
        assertThat(console.page.locator("body.stale")).isVisible();
        console.page.unroute("**/playground/check");
        assertThat(errors()).containsText("'nonsense' is no word of campaign files");
        assertThat(console.page.locator("body.stale")).hasCount(0);
    }

    @Test
    void aCampaignThatWaitsForAnotherFileGetsIt() {
        String wrong = CampaignFiles.small("playground-corrected").replace("buy 1", "workspace 'Nowhere'\nbuy 1");
        RunningCampaign campaign = server.campaign(wrong);
        campaign.awaitTask("correctCampaign");
        console.page.navigate("/playground?from=" + campaign.id());
        assertThat(console.page.locator(".note.warn").first()).containsText("waits for a corrected file");
        assertThat(console.page.locator(".note.warn").first()).containsText("Nowhere");
        write(CampaignFiles.small("playground-corrected"));
        assertThat(errors()).containsText("No errors");
        button("Send the corrected file").click();
        assertThat(console.page).hasURL(Pattern.compile("/campaigns/" + campaign.id() + "$"));
        campaign.awaitStage("awaiting-approval");
    }

    private void rename(String from, String to) {
        String text = console.page.locator("#file").inputValue();
        write(text.replace("'" + from + "'", "'" + to + "'").replace("'acme'", "'" + to + "'"));
    }

    /** As if pasted: what is typed letter by letter is indented by the editor. */
    private void write(String text) {
        focus();
        console.page.keyboard().press("Control+a");
        console.page.keyboard().insertText(text);
    }

    private void focus() {
        console.page.locator("#editor .ace_text-input").focus();
    }

    private Locator errors() {
        return console.page.locator("#errors");
    }

    private Locator side() {
        return console.page.locator("#side");
    }

    private Locator price() {
        return console.page.locator("#price");
    }

    private Locator link(String name) {
        return console.page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator button(String name) {
        return console.page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name));
    }
}
