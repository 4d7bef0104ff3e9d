package io.mailwright.console;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import io.mailwright.onboarding.CampaignView;
import io.mailwright.onboarding.Onboarding;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page at {@code /}: what runs here, and where people work. */
@RestController
class HomePage {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="5">
            <title>Mailwright</title>
            <style>
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
            body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem }
            nav a { margin-right: 1.25rem }
            article { border: 1px solid color-mix(in srgb, CanvasText 20%%, Canvas); border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0 }
            h1 { margin-bottom: 0 } h2 { font-size: 1.1rem; margin: 0 } p { margin: .25rem 0; overflow-wrap: anywhere }
            small { opacity: .75 } .waits { font-weight: 600 }
            </style>
            </head>
            <body>
            <h1>Mailwright</h1>
            <p>%s</p>
            <nav>%s</nav>
            %s
            </body>
            </html>
            """;

    private final Onboarding onboarding;
    private final AboutApi about;

    HomePage(Onboarding onboarding, AboutApi about) {
        this.onboarding = onboarding;
        this.about = about;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page() {
        boolean simulated = about.about().vendor().equals("simulator");
        String links = link("/camunda/app/tasklist/default/", "Tasklist")
                + link("/camunda/app/cockpit/default/", "Cockpit")
                + (simulated ? link("/simulator/ledger", "Simulator's ledger") : "");
        String campaigns = onboarding.list().stream().map(HomePage::campaign).collect(Collectors.joining());
        return PAGE.formatted(
                simulated
                        ? "Campaigns run against the simulator: no money moves."
                        : "Campaigns run against ScaledMail.",
                links,
                campaigns.isEmpty() ? "<p>No campaign yet. Start one: <code>start FILE</code></p>" : campaigns);
    }

    private static String campaign(CampaignView c) {
        String path = "/api/campaigns/" + htmlEscape(c.id());
        String tasks = c.tasks().stream()
                .map(t -> "<p class=waits>waits for a person: " + htmlEscape(t.question()) + "</p>")
                .collect(Collectors.joining());
        return "<article><h2>" + htmlEscape(c.name()) + "</h2><p>" + htmlEscape(c.stage()) + "</p>" + tasks
                + (c.problem() == null ? "" : "<p class=waits>" + htmlEscape(c.problem()) + "</p>")
                + "<p>domains %d of %d, orders %d of %d, mailboxes %d of %d</p>"
                        .formatted(
                                c.domains().bought(),
                                c.domains().wanted(),
                                c.orders().placed(),
                                c.orders().wanted(),
                                c.mailboxes().ready(),
                                c.mailboxes().expected())
                + (c.cost() == null
                        ? ""
                        : "<p>$" + c.cost().now().toPlainString() + " now, $"
                                + c.cost().monthly().toPlainString() + " a month</p>")
                + "<p>" + link(path, "state") + (c.planHash() == null ? "" : link(path + "/plan", "plan"))
                + link(path + "/mailboxes?format=csv", "mailboxes (CSV)") + "<small>" + htmlEscape(c.id())
                + "</small></p></article>";
    }

    private static String link(String path, String text) {
        return "<a href=\"" + path + "\">" + text + "</a> ";
    }
}
