package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.export.Mailbox;
import io.mailwright.plan.PlannedDomain;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was approved is handed over, exactly, whatever else the vendor lists. */
@FlowTest
class AwkwardMailboxesTest {
    @Autowired
    Flows flows;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    private static String outlook(int others) {
        return file(
                word(),
                "outlook: 1" + (others == 0 ? "" : ", smtp: " + others),
                "buy " + (1 + others),
                "person 'Cleo', 'Marsh'\nperson 'Dan', 'Ito'\nperson 'Eva', 'Lund'\nperson 'Finn', 'Hale'\nperson 'Gia', 'Rossi'\nperson 'Hal', 'Young'");
    }

    private List<String> approved(String id) {
        return flows.onboarding.plan(id).orElseThrow().plan().domains().stream()
                .flatMap(domain -> addresses(id, domain).stream())
                .toList();
    }

    /** An alternate may be in the slot. */
    private List<String> addresses(String id, PlannedDomain domain) {
        String name = flows.names(id).get(domain.slot() - 1);
        return domain.aliases().stream()
                .map(alias -> alias.localPart() + "@" + name)
                .toList();
    }

    private List<String> handedOver(String id) {
        return flows.mailboxes(id).stream().map(Mailbox::email).toList();
    }

    @Test
    void addresses_that_exist_nowhere_are_told_and_never_handed_over() {
        flows.modes("{'outlookAddresses':'extra'}");
        String id = flows.approved(outlook(1));
        CampaignView view = flows.onboarded(id);
        assertThat(handedOver(id)).isEqualTo(approved(id)).hasSize(29);
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(29, 29));
        assertThat(view.problem()).contains("nobody.atall@" + flows.names(id).get(0), "nobody ordered");
    }

    @Test
    void addresses_in_place_of_the_right_ones_are_for_a_person() {
        flows.modes("{'outlookAddresses':'wrong'}");
        String id = flows.approved(outlook(0));
        String problem = (String) flows.shown(id, "fixProblem").get("problem");
        assertThat(problem)
                .contains(
                        "not ordered",
                        "nobody.atall@",
                        "nowhere1@",
                        "lacks " + approved(id).get(23));
        assertThat(flows.view(id).problem()).isEqualTo(problem);
        assertThat(handedOver(id))
                .doesNotContain("nobody.atall@" + flows.names(id).get(0));
        flows.decide(id, "fixProblem", "retry");
        assertThat((String) flows.shown(id, "fixProblem").get("problem")).contains("nobody.atall@");
        flows.modes("{'outlookAddresses':'right'}");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(handedOver(id)).isEqualTo(approved(id));
    }

    @Test
    void aliases_that_nobody_sent_are_for_a_person_until_they_are_mended() {
        flows.modes("{'foreignAliases':true,'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.PROVISIONING));
        flows.modes("{'stuckInProgress':false}");
        assertThat((String) flows.shown(id, "fixProblem").get("problem"))
                .contains("robin", "lacks " + approved(id).get(0), "have the vendor mend them");
        assertThat(handedOver(id)).isEmpty();
        flows.modes("{'foreignAliases':false}");
        flows.decide(id, "fixProblem", "retry");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(handedOver(id)).isEqualTo(approved(id));
    }

    @Test
    void a_domain_stuck_in_progress_is_asked_about_and_goes_on_by_itself() {
        String text = file(word(), 2, "");
        String id = flows.start(text).id();
        flows.until(id, task("approvePlan"));
        String stuck = flows.names(id).get(1);
        flows.modes("{'stuckDomains':['%s']}".formatted(stuck));
        flows.approve(id);
        flows.until(id, view -> view.domains().active() == 1);
        flows.decide(id, "mailboxesOverdue", "wait");
        assertThat((String) flows.shown(id, "mailboxesOverdue").get("domains"))
                .contains("\"domain\":\"%s\",\"status\":\"In Progress\",\"ready\":0,\"expected\":4".formatted(stuck))
                .contains("\"status\":\"Active\",\"ready\":4,\"expected\":4");
        assertThat(flows.view(id).problem()).contains("not ready", "ask the vendor");
        flows.modes("{'stuckDomains':[]}");
        assertThat(flows.onboarded(id).problem()).isNull();
    }

    @Test
    void values_and_fields_that_no_page_names_and_rows_in_any_order_are_normal() {
        flows.modes("{'unknownFields':true,'unknownValues':true,'listOrder':'shuffled'}");
        String id = flows.approved(file(word(), "smtp: 1, google: 1", "buy 2", ""));
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(handedOver(id)).isEqualTo(approved(id));
    }

    @Test
    void names_that_show_one_by_one_hold_their_own_order_only() {
        flows.modes("{'oneByOne':'PT3S'}");
        String id = flows.approved(file(word(), "smtp: 2, google: 1", "buy 3", ""));
        flows.until(id, view -> stages(id).contains("registering") && stages(id).contains("onboarded"));
        assertThat(flows.view(id).stage()).isEqualTo("registering");
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(2);
    }

    private List<String> stages(String id) {
        return flows.jdbc
                .sql("select stage from campaign_order where campaign_id = ? order by number")
                .param(id)
                .query(String.class)
                .list();
    }
}
