package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every campaign file that is handed out, from file to mailboxes over HTTP. All run at once; each is judged alone. */
class ExamplesStory {
    private static final Map<String, RunningCampaign> CAMPAIGNS = new LinkedHashMap<>();

    @BeforeAll
    static void allAreStarted() {
        MailwrightServer server = MailwrightServer.shared();
        CAMPAIGNS.put("quickstart", server.campaign(CampaignFiles.example("quickstart.groovy")));
        CAMPAIGNS.put("agency", server.campaign(CampaignFiles.example("agency.groovy")));
        CAMPAIGNS.put("outlook", server.campaign(CampaignFiles.example("outlook.groovy")));
        CAMPAIGNS.put("recipe", server.adopted(CampaignFiles.example("recipe.groovy")));
        // the shortest useful file of the language's description
        CAMPAIGNS.put("shortest", server.campaign(CampaignFiles.resource("shortest.groovy")));
        CAMPAIGNS
                .values()
                .forEach(campaign -> assertThat(campaign.approve().status()).isEqualTo(200));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // file, domains, orders, mailboxes
        "quickstart, 4, 3, 33",
        "agency, 12, 3, 53",
        "outlook, 2, 1, 50",
        "recipe, 2, 1, 8",
        "shortest, 4, 3, 33"
    })
    void fromFileToMailboxes(String file, int domains, int orders, int mailboxes) {
        RunningCampaign campaign = CAMPAIGNS.get(file);
        JsonNode plan = campaign.plan();
        assertThat(plan.get("planHash").asText()).matches("[0-9a-f]{64}");
        assertThat(plan.get("domains")).hasSize(domains);
        assertThat(plan.get("orders")).hasSize(orders);
        assertThat(plan.get("approved").asBoolean()).isTrue();
        if (plan.has("form")) assertThat(plan.at("/cost/now").decimalValue()).isZero();
        else assertThat(plan.at("/cost/now").decimalValue()).isPositive();
        Set<String> aliases = new HashSet<>();
        plan.get("domains")
                .forEach(domain -> domain.get("aliases")
                        .forEach(alias -> aliases.add(alias.get("alias").asText() + "@"
                                + domain.get("domain").asText())));
        assertThat(aliases).hasSize(mailboxes);

        JsonNode end = campaign.awaitStage("onboarded");
        assertThat(end.at("/domains/active").asInt()).isEqualTo(domains);
        assertThat(end.at("/orders/placed").asInt()).isEqualTo(orders);
        assertThat(end.at("/mailboxes/ready").asInt()).isEqualTo(mailboxes);
        assertThat(end.get("tasks")).isEmpty();
        assertThat(end.get("problem").isNull()).isTrue();

        List<String> csv = campaign.csv();
        assertThat(csv.get(0)).isEqualTo("email,first_name,last_name,domain,provider,status");
        assertThat(csv.subList(1, csv.size()))
                .allMatch(line -> line.endsWith(",Active"))
                .extracting(line -> line.substring(0, line.indexOf(',')))
                .containsExactlyInAnyOrderElementsOf(aliases);
        MailwrightServer.shared().vendor().judge(plan);
    }
}
