package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A campaign whose own candidates are fewer than it buys. */
@FlowTest
class SuggestedNamesTest {
    @Autowired
    Flows flows;

    @Autowired
    PlanRecords planRecords;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @Test
    void the_vendor_makes_up_the_number_and_its_page_is_kept() {
        String word = flows.free("com");
        String id = flows.start(few(word)).id();
        flows.until(id, task("approvePlan"));
        assertThat(flows.names(id)).hasSize(3).startsWith(word + ".com").allMatch(name -> name.contains(word));
        assertThat(planRecords.suggested(id)).singleElement().satisfies(page -> {
            assertThat(page.request().keyword()).isEqualTo(word);
            assertThat(page.names()).hasSize(10).contains(flows.names(id).get(1));
            assertThat(page.last()).isTrue();
        });
        flows.approve(id);
        assertThat(flows.onboarded(id).mailboxes()).isEqualTo(new CampaignView.Mailboxes(12, 12));
        flows.nothingTwice();
    }

    @Test
    void a_plan_alone_asks_too() {
        String word = flows.free("com");
        Onboarding.PlanRequest answer = flows.planned(few(word));
        assertThat(answer.errors()).isEmpty();
        assertThat(answer.plan().domains()).hasSize(3);
    }

    private static String few(String word) {
        return file(word, 3, "").replaceAll("prefixes: .*, maxPrice", "tlds: ['com'], maxPrice");
    }
}
