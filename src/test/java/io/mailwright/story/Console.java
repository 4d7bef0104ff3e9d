package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The console in a browser, as one user sees it. */
final class Console implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;
    /** Of a common phone. */
    private static final int PHONE_WIDTH = 390;

    private static final int PHONE_HEIGHT = 844;

    /** Of a page with a diagram of something that goes on. */
    private static final String IN_SIGHT = """
            [...document.querySelectorAll("#canvas .djs-shape.at")].slice(0, 1).every(shape => {
              const inner = shape.getBoundingClientRect(), outer = document.getElementById("canvas").getBoundingClientRect();
              return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
            })""";

    private final Chromium chromium = new Chromium();
    private final MailwrightServer server;
    private final String user;
    final Page page;

    Console(MailwrightServer server, String user) {
        this.server = server;
        this.user = user;
        page = chromium.page(server.http, user, WIDTH, HEIGHT);
    }

    /** Accessible in light and dark and on a phone, with a picture of each: {@code NAME.png}, {@code NAME-dark.png}, {@code NAME-phone.png}. */
    void looksRight(String name) {
        look(name, ColorScheme.LIGHT, WIDTH, HEIGHT);
        look(name + "-dark", ColorScheme.DARK, WIDTH, HEIGHT);
        look(name + "-phone", ColorScheme.LIGHT, PHONE_WIDTH, PHONE_HEIGHT);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(WIDTH, HEIGHT);
    }

    /** The page as a phone loads it. */
    void onAPhone(String drawn) {
        try (Page phone = chromium.page(server.http, user, PHONE_WIDTH, PHONE_HEIGHT)) {
            phone.navigate(page.url());
            PlaywrightAssertions.assertThat(phone.locator("#canvas[data-drawn=" + drawn + "]"))
                    .isVisible();
            assertThat(phone.locator("#canvas .djs-shape.at").first().isVisible())
                    .isTrue();
            showsWhereItStands(phone);
        }
    }

    /** It is drawn anew when the window changes, soon. */
    private static void showsWhereItStands(Page page) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(IN_SIGHT)));
    }

    /** What stands in the window. */
    void picture(String name) {
        page.screenshot(to(name));
    }

    private static ScreenshotOptions to(String picture) {
        String folder =
                Optional.ofNullable(System.getenv("MAILWRIGHT_SCREENSHOTS")).orElse("target");
        return new ScreenshotOptions().setPath(Path.of(folder, picture + ".png"));
    }

    private void look(String picture, ColorScheme colors, int width, int height) {
        page.setViewportSize(width, height);
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(colors).setReducedMotion(ReducedMotion.REDUCE));
        showsWhereItStands(page);
        page.screenshot(to(picture).setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s needs no scrolling to the side", picture)
                .isEqualTo(true);
        List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
        assertThat(violations)
                .as("accessibility of %s", picture)
                .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
    }
}
