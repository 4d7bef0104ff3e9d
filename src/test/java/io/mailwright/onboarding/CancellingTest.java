package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cancelling a campaign wherever it stands, and a watch that does not forget it. */
@FlowTest
class CancellingTest {
    @Autowired
    Flows flows;

    @Autowired
    WatchStart watchStart;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.usual();
        flows.nothingTwice();
    }

    @Test
    void before_approval_its_name_is_free_again() {
        String text = file(word(), 1, "");
        String id = flows.start(text).id();
        assertThatThrownBy(() -> flows.start(text))
                .isInstanceOfSatisfying(
                        Onboarding.NameTaken.class,
                        taken -> assertThat(taken.id).isEqualTo(id));
        flows.until(id, task("approvePlan"));
        assertThat(cancelled(id).tasks()).isEmpty();
        assertThat(flows.start(text).id()).isNotEqualTo(id);
        assertThat(cancelled(id).stage()).isEqualTo("cancelled");
    }

    @Test
    void at_once_while_it_is_checked_or_searched() {
        cancelled(flows.start(file(word(), 1, "")).id());
    }

    @Test
    void while_the_file_is_to_be_corrected() {
        String id = flows.start(file(word(), 1, "budget 1")).id();
        assertThat(flows.until(id, task("correctCampaign")).problem()).contains("budget");
        cancelled(id);
    }

    @Test
    void while_its_payment_is_awaited() {
        flows.modes("{'unpaidOrders':true}");
        String id = flows.approved(file(word(), 2, ""));
        flows.until(id, stage(Stage.AWAITING_PAYMENT));
        cancelled(id);
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    @Test
    void while_its_mailboxes_are_made() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), "smtp: 1, google: 1", "buy 2", ""));
        flows.until(id, stage(Stage.PROVISIONING));
        cancelled(id);
    }

    @Test
    void while_a_call_is_under_way() {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        flows.admin(
                "PUT",
                "faults",
                "{'hang':'PT9S','script':[{'endpoint':'create-custom-order','nth':1,'fault':'hang-after'}]}");
        flows.approve(id);
        flows.until(id, view -> flows.at("orders", flows.names(id)) == 1);
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        assertThat(flows.until(id, view -> view.problem() != null).problem()).contains("cancelled");
        assertThat(flows.view(id).stage()).isEqualTo("ordering");
        flows.until(id, stage(Stage.CANCELLED));
        assertThat(flows.at("orders", flows.names(id))).isEqualTo(1);
    }

    @Test
    void never_once_it_is_onboarded() {
        String id = flows.approved(file(word(), 1, ""));
        flows.onboarded(id);
        assertThatThrownBy(() -> flows.onboarding.cancel(id, "demo")).isInstanceOf(Onboarding.Conflict.class);
    }

    @Test
    void a_watch_that_is_gone_begins_anew_with_the_server() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        flows.until(id, stage(Stage.PROVISIONING));
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("watch")
                .list()
                .forEach(watch -> runtime.deleteProcessInstance(watch.getId(), "gone"));
        flows.modes("{'stuckInProgress':false}");
        watchStart.started();
        flows.onboarded(id);
    }

    private CampaignView cancelled(String id) {
        flows.asDemo(() -> flows.onboarding.cancel(id, "demo"));
        return flows.until(id, stage(Stage.CANCELLED));
    }
}
