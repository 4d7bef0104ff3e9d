package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step that was under way when a new version of the plan was made. */
@FlowTest
class PlanVersionsTest {
    @Autowired
    Flows flows;

    @Autowired
    OrderRecords orderRecords;

    @Autowired
    Substitutes substitutes;

    @Autowired
    Plans plans;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void changes_nothing_in_the_new_version_and_spends_nothing_under_it() {
        String word = word();
        String id = flows.start(file(word, 1, "approve always")).id();
        flows.until(id, task("approvePlan"));
        OrderRow order = orderRecords.order(id + "/1");
        DomainRow domain = orderRecords.domains(id).get(0);
        flows.decide(id, "approvePlan", "change");
        flows.open(id, "correctCampaign");
        flows.asDemo(() -> flows.onboarding.replace(id, file("other" + word, 1, "tag 'new'"), "demo"));
        flows.until(id, task("approvePlan"));

        orderRecords.stage(order, Stage.PROVISIONING);
        orderRecords.state(domain, DomainRow.State.BOUGHT);
        substitutes.substitute(domain);

        assertThat(orderRecords.order(id + "/1").stage()).isEqualTo(Stage.BUYING);
        assertThat(orderRecords.domains(id))
                .singleElement()
                .satisfies(row -> assertThat(row.state()).isEqualTo(DomainRow.State.PLANNED))
                .satisfies(row -> assertThat(row.domain()).contains("other"));
        assertThatThrownBy(() -> plans.authority(order)).hasMessageContaining("plan version 1");
    }
}
