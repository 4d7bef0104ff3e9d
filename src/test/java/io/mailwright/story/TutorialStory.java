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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * docs/tutorial.md as it stands there: somebody new comes from the empty fleet to mailboxes, and sees a lost reply survived.
 * What is typed and pressed is read from the page; that Maven builds the jar is what brought this story here.
 */
@Execution(ExecutionMode.CONCURRENT)
class TutorialStory {
    private static final double PATIENCE = 180_000;
    private static final int MAILBOXES = 33;

    private final Tutorial tutorial = new Tutorial();

    @Test
    void somebodyNewComesToMailboxes() throws Exception {
        try (MailwrightServer server = started();
                Console console = new Console(server, "demo")) {
            Page page = console.page;
            page.navigate("/");
            assertThat(page.getByRole(AriaRole.MAIN)).containsText("No campaign yet");
            console.looksRight("fleet-empty");

            button(page, "New campaign").click();
            link(page, "Quickstart").click();
            assertThat(page.locator("#side")).containsText("33");
            List<String> code = tutorial.code(2);
            String keyword = code.get(1);
            String good = inLine(text(page), code.get(0), line -> line.replace(code.get(2), keyword));
            write(page, good);
            assertThat(page.locator("#side")).containsText(code.get(3) + ".com");
            write(page, good.replace(keyword, keyword.substring(0, keyword.length() - 1)));
            assertThat(page.locator("#errors")).containsText(Pattern.compile("line \\d+"));
            page.locator("#errors").scrollIntoViewIfNeeded();
            console.picture("tutorial-mistake");
            write(page, good);
            assertThat(page.locator("#errors")).containsText("No errors");

            button(page, "Ask the price").click();
            assertThat(page.locator("#price")).containsText("Nothing was bought", soon());
            page.locator("#price").scrollIntoViewIfNeeded();
            console.picture("tutorial-price");
            button(page, "Start this campaign").click();

            assertThat(button(page, "Approve")).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
            assertThat(page.getByRole(AriaRole.MAIN)).containsText(tutorial.named("Approve this plan?"));
            assertThat(page.locator("#plan")).containsText(code.get(3));
            page.evaluate("window.scrollTo(0, 0)");
            console.picture("tutorial-approve");
            button(page, "Approve").click();
            assertThat(page.locator("#progress .pill"))
                    .hasText(tutorial.named("onboarded"), new HasTextOptions().setTimeout(PATIENCE));
            assertThat(page.locator("#progress")).containsText("33 of 33");
            for (String name :
                    List.of("Spends and their receipts", "csv", "instantly", "smartlead", "emailbison", "json"))
                assertThat(page.getByRole(AriaRole.MAIN)).containsText(tutorial.named(name));
            page.evaluate("window.scrollTo(0, 0)");
            console.picture("tutorial-onboarded");
            assertThat(mailboxes(page)).isEqualTo(MAILBOXES);
            theSameInATerminal(server, page.url().replaceAll(".*/campaigns/([^/?#]+).*", "$1"));

            loseTheReplyOfTheNextOrder(page);
            page.navigate("/playground?example=quickstart");
            List<String> second = tutorial.code(8);
            String renamed = inLine(text(page), "campaign", line -> second.get(2));
            write(page, inLine(renamed, "buy", line -> line.replaceFirst("keywords: \\[[^]]*]", second.get(3))));
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
            assertThat(tutorial.unused())
                    .as("what passes, and what is not asked")
                    .containsExactlyInAnyOrder("unknown", "Did this happen at the vendor?");
        }
    }

    /** Where the page's commands find the jar. */
    private MailwrightServer started() throws IOException {
        List<String> commands = tutorial.commands(1);
        assertThat(commands).startsWith("mvn -q -DskipTests package").hasSize(2);
        assertThat(Files.readString(Path.of("README.md"))).contains("\n" + commands.get(1) + "\n");
        List<String> words = List.of(commands.get(1).split(" "));
        assertThat(words).startsWith("java");
        MailwrightServer server = new MailwrightServer(Map.of(), words.subList(1, words.size()));
        Path jar = server.directory.resolve(words.get(words.size() - 1));
        Files.createDirectories(jar.getParent());
        Files.createSymbolicLink(jar, Path.of(Child.jar().get(1)));
        return server.start();
    }

    private void theSameInATerminal(MailwrightServer server, String campaign) throws Exception {
        String typed = String.join("\n", tutorial.commands(7)).replaceAll("\\bID\\b", campaign);
        ProcessBuilder shell = new ProcessBuilder("bash", "-ec", typed)
                .directory(server.directory.toFile())
                .redirectErrorStream(true);
        shell.environment().keySet().removeIf(name -> name.matches("(SCALEDMAIL|MAILWRIGHT|SPRING)_.*"));
        shell.environment().put("SERVER_PORT", String.valueOf(server.port));
        shell.environment().merge("PATH", System.getProperty("java.home") + "/bin:", (path, java) -> java + path);
        Process process = shell.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        assertThat(out).containsPattern(campaign + " .*onboarded").contains("Written to mailboxes.csv");
        assertThat(Files.readAllLines(server.directory.resolve("mailboxes.csv")))
                .hasSize(MAILBOXES + 1);
    }

    private static String inLine(String text, String begins, UnaryOperator<String> change) {
        return text.lines()
                .map(line -> line.startsWith(begins + " ") ? change.apply(line) : line)
                .collect(Collectors.joining("\n"));
    }

    private void loseTheReplyOfTheNextOrder(Page page) {
        link(page, "Vendor").click();
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(tutorial.named("Faults"));
        page.locator("select[name=fault]").selectOption(tutorial.code(8).get(0));
        page.locator("select[name=endpoint]").selectOption(tutorial.code(8).get(1));
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

    private Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK,
                new GetByRoleOptions().setName(tutorial.named(name)).setExact(true));
    }

    private Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(tutorial.named(name)));
    }
}
