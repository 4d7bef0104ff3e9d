package io.mailwright.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The browser a person would use; without it a story is skipped, or fails with MAILWRIGHT_REQUIRE_CHROMIUM=true. */
final class Chromium implements AutoCloseable {
    /** What a page shows comes when the server has done it; a machine that runs other stories takes its time. */
    private static final int PATIENCE_MILLIS = 90_000;

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        Path chromium = Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!"true".equals(System.getenv("MAILWRIGHT_REQUIRE_CHROMIUM"))) {
            assumeTrue(
                    Files.isExecutable(chromium),
                    "no Chromium at " + chromium
                            + ": apt-get install chromium, or set CHROMIUM to where it is, to run this story");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    Page page(int width, int height) {
        return patient(browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height)));
    }

    /** Logged in at a server by HTTP Basic, password as the name. */
    Page page(Http server, String user, int width, int height) {
        return patient(browser.newPage(new Browser.NewPageOptions()
                .setBaseURL(server.address())
                .setHttpCredentials(user, user)
                .setViewportSize(width, height)));
    }

    private static Page patient(Page page) {
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
