package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mailwright.campaign.ExportFormat;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Mailboxes are handed over, with passwords and without, and again after a domain was replaced; over HTTP. */
@FlowTest
class ExportingTest {
    @Autowired
    Flows flows;

    @Autowired
    Fleet fleet;

    @Autowired
    Exports exports;

    @Autowired
    Environment environment;

    private Asking operator;
    private String word;
    private String campaign;
    private String path;

    @BeforeEach
    void onboarded() {
        flows.usual();
        operator = new Asking(environment, "operator");
        word = flows.free("com");
        campaign = flows.approved(file(word, 1, ""));
        flows.onboarded(campaign);
        path = "/api/campaigns/" + campaign;
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void passwords_are_read_when_an_operator_asks_noted_and_kept_nowhere() {
        assertThat(operator.get(path + "/exports").json().path("exports")).isEmpty();
        Asking.Answer refused = operator.as("approver").get(path + "/mailboxes?format=csv&passwords=true");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("exporting passwords needs somebody of the group operators");

        Map<String, String> atVendor = passwordsAtVendor();
        assertThat(atVendor).hasSize(4);
        JsonNode json =
                operator.get(path + "/mailboxes?format=json&passwords=true").json();
        assertThat(StreamSupport.stream(json.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.path("email").asText(),
                                row -> row.path("password").asText())))
                .isEqualTo(atVendor);
        String csv = operator.get(path + "/mailboxes?format=csv&passwords=true").text();
        assertThat(csv.lines().toList())
                .hasSize(5)
                .first()
                .isEqualTo("email,first_name,last_name,domain,provider,status,password");
        atVendor.forEach((email, password) -> assertThat(csv).containsPattern(email + ",.*," + password + "\r\n"));

        assertThat(operator.get(path + "/mailboxes?format=csv").text())
                .doesNotContain("password")
                .contains(atVendor.keySet());
        operator.get(path + "/mailboxes?format=csv");
        JsonNode exports = operator.get(path + "/exports").json();
        assertThat(exports.path("exports").findValuesAsText("format"))
                .as("the same again without passwords says nothing new")
                .containsExactly("csv", "csv", "json");
        assertThat(exports.path("exports").findValuesAsText("passwords")).containsExactly("false", "true", "true");
        assertThat(exports.path("exports").findValuesAsText("by")).containsOnly("operator");
        assertThat(exports.path("exports").findValuesAsText("mailboxes")).containsOnly("4");
        assertThat(exports.path("exported").asInt()).isEqualTo(4);
        assertThat(exports.path("again").asBoolean()).isFalse();
        assertThat(row().counts()).isEqualTo(new FleetPage.Counts(1, 1, 1, 4, 4, 4));

        String database =
                String.join("\n", flows.jdbc.sql("script").query(String.class).list());
        assertThat(atVendor.values())
                .allSatisfy(password -> assertThat(database).doesNotContain(password));
    }

    @Test
    void an_answer_that_is_not_taken_whole_is_noted_as_that_and_counts_as_no_export() {
        assertThatThrownBy(() -> exports.handOver(campaign, ExportFormat.CSV, true, "operator", mailboxes -> {
                    assertThat(operator.get(path + "/exports").json().path("exports"))
                            .as("before a password leaves")
                            .hasSize(1);
                    throw new IOException("gone");
                }))
                .hasMessage("gone");
        JsonNode broken = operator.get(path + "/exports").json();
        assertThat(broken.path("exports").findValuesAsText("arrived")).containsExactly("false");
        assertThat(broken.path("exports").findValuesAsText("passwords")).containsExactly("true");
        assertThat(broken.path("exports").findValuesAsText("current")).containsExactly("false");
        assertThat(broken.path("exported").asInt()).isZero();
        assertThat(broken.path("again").asBoolean()).isFalse();
        assertThat(operator.get(path + "/mailboxes?format=csv").text().lines()).hasSize(5);
        JsonNode taken = operator.get(path + "/exports").json();
        assertThat(taken.path("exports").findValuesAsText("arrived")).containsExactly("true", "false");
        assertThat(taken.path("exported").asInt()).isEqualTo(4);
    }

    @Test
    void another_sites_link_exports_nothing() {
        for (String site : List.of("cross-site", "same-site"))
            assertThat(operator.get(path + "/mailboxes?passwords=true", "Sec-Fetch-Site", site)
                            .status())
                    .isEqualTo(403);
        assertThat(operator.send("HEAD", path + "/mailboxes?passwords=true", null)
                        .status())
                .isEqualTo(405);
        assertThat(operator.get(path + "/exports").json().path("exports")).isEmpty();
        assertThat(operator.get(path + "/mailboxes", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_cannot_be_read_whole_is_not_exported() {
        flows.fault("mailboxes", "401", 5);
        Asking.Answer refused = operator.get(path + "/mailboxes?format=instantly&passwords=true");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.json().path("error").asText())
                .contains(flows.names(campaign).get(0), "nothing was exported", "leave passwords out");
        assertThat(operator.get(path + "/exports").json().path("exports")).isEmpty();

        flows.fault("mailboxes", "mailboxes-null", 1);
        assertThat(operator.get(path + "/mailboxes?format=instantly&passwords=true")
                        .status())
                .as("a list that is missing once is looked at again")
                .isEqualTo(200);
        assertThat(operator.get("/api/campaigns/nobody/exports").status()).isEqualTo(404);
        assertThat(operator.get("/api/campaigns/nobody/domains").status()).isEqualTo(404);
    }

    @Test
    void after_a_replacement_the_export_is_out_of_date_until_the_new_domain_is_handed_over() {
        String burned = flows.names(campaign).get(0);
        String spare = "spare" + word + ".com";
        assertThat(domain(burned).path("mark").asText()).isEqualTo("fine");
        assertThat(domain(burned).path("ordered").path("addresses")).hasSize(4);
        assertThat(domain(burned).path("vendor").path("mailboxes").asInt()).isEqualTo(4);
        operator.get(path + "/mailboxes?format=smartlead");
        assertThat(domain(burned).path("exported").asInt()).isEqualTo(4);

        flows.admin("POST", "registrations", "{'organization_id':'recOrg00000000001','domains':['" + spare + "']}");
        Asking demo = operator.as("demo");
        String request = demo.asked("/api/domains/" + burned + "/replace", "{'with':'" + spare + "'}");
        demo.approve(request);
        demo.untilStage(request, "done");

        JsonNode stale = operator.get(path + "/exports").json();
        assertThat(stale.path("again").asBoolean()).isTrue();
        assertThat(stale.path("exported").asInt()).isZero();
        assertThat(stale.path("gone"))
                .hasSize(4)
                .allSatisfy(email -> assertThat(email.asText()).endsWith("@" + burned));
        JsonNode export = stale.path("exports").get(0);
        assertThat(export.path("current").asBoolean()).isFalse();
        assertThat(export.path("changed").asText()).isEqualTo(burned + " was replaced by " + spare);
        assertThat(row().counts().exported()).isZero();
        assertThat(domain(spare).path("mark").asText()).isEqualTo("export");
        assertThat(domain(spare).path("replaces").asText()).isEqualTo(burned);
        assertThat(domain(burned).path("mark").asText()).isEqualTo("replaced");
        assertThat(domain(burned).path("repair").asText()).contains("take its 4 mailboxes out of the sequencer");

        assertThat(operator.get(path + "/mailboxes?format=smartlead&passwords=true")
                        .text())
                .contains("@" + spare)
                .doesNotContain("@" + burned);
        JsonNode now = operator.get(path + "/exports").json();
        assertThat(now.path("exported").asInt()).isEqualTo(4);
        assertThat(now.path("exports").findValuesAsText("current")).containsExactly("true", "false");
        assertThat(now.path("again").asBoolean())
                .as("what was taken now is what there is")
                .isFalse();
        assertThat(now.path("gone"))
                .as("what was taken out of the sequencer is not known here")
                .hasSize(4);
        assertThat(domain(spare).path("mark").asText()).isEqualTo("fine");
    }

    private JsonNode domain(String name) {
        return StreamSupport.stream(
                        operator.get(path + "/domains").json().path("domains").spliterator(), false)
                .filter(row -> row.path("domain").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FleetPage.Row row() {
        return fleet.page(new FleetQuery(campaign, null, false, null, null, 0, 9))
                .rows()
                .get(0);
    }

    private Map<String, String> passwordsAtVendor() {
        List<String> ids = flows.jdbc
                .sql("select vendor_domain_id from campaign_domain where campaign_id = ?")
                .param(campaign)
                .query(String.class)
                .list();
        JsonNode listed = flows.vendor(
                "GET", "mailboxes/" + ids.get(0) + "?organization_id=recOrg00000000001&password=true", null);
        return StreamSupport.stream(listed.path("mailboxes").spliterator(), false)
                .collect(Collectors.toMap(
                        row -> row.path("email").asText(),
                        row -> row.path("mailbox_password").asText()));
    }
}
