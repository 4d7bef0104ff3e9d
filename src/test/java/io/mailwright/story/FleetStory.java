package io.mailwright.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The fleet, in a real browser. */
class FleetStory {
    private final MailwrightServer server = MailwrightServer.shared();

    @Test
    void theFleetIsThere() {
        try (Console console = new Console(server, "demo")) {
            console.page.navigate("/");
            assertThat(console.page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName("Fleet")))
                    .isVisible();
            console.looksRight("fleet");
        }
    }
}
