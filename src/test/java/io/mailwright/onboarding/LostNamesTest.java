package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Names that go between approval and purchase. */
@FlowTest
class LostNamesTest {
    @Autowired
    Flows flows;

    @BeforeEach
    void usual() {
        flows.usual();
    }

    @AfterEach
    void once() {
        flows.nothingTwice();
    }

    @Test
    void an_alternate_takes_the_slot_of_a_name_that_went() {
        String id = planned(file(word(), 2, ""));
        List<String> first = flows.names(id);
        flows.gone(first.get(0));
        flows.approve(id);
        CampaignView view = flows.onboarded(id);
        assertThat(flows.names(id)).doesNotContain(first.get(0)).contains(first.get(1));
        assertThat(view.mailboxes()).isEqualTo(new CampaignView.Mailboxes(8, 8));
        assertThat(view.problem()).isNull();
    }

    @Test
    void an_alternate_dearer_than_its_slot_is_passed_over() {
        String id = planned(file(word(), 1, "budget 400"));
        flows.jdbc
                .sql("update alternate set price = price + 0.01 where campaign_id = ?")
                .param(id)
                .update();
        flows.gone(flows.names(id).get(0));
        flows.approve(id);
        flows.open(id, "chooseReplacement");
    }

    @Test
    void a_name_grown_dearer_is_lost_too() {
        String id = planned(file(word(), 1, "budget 400"));
        String first = flows.names(id).get(0);
        flows.modes("{'prices':{'%s':50}}".formatted(first));
        flows.approve(id);
        flows.onboarded(id);
        assertThat(flows.names(id)).doesNotContain(first);
    }

    @Test
    void without_an_alternate_a_person_may_go_on_with_fewer_domains() {
        String id = planned(exact(flows.free("com", "io"), 2, "'com', 'io'"));
        List<String> first = flows.names(id);
        flows.gone(first.get(1));
        flows.approve(id);
        assertThat(flows.shown(id, "chooseReplacement")).containsEntry("lostNames", first.get(1));
        assertThat(flows.view(id).problem()).contains(first.get(1));
        flows.decide(id, "chooseReplacement", "without");
        CampaignView view = flows.onboarded(id);
        assertThat(view.domains()).isEqualTo(new CampaignView.Domains(1, 1, 1));
        assertThat(view.problem()).isNull();
    }

    @Test
    void all_names_of_an_order_may_be_dropped() {
        String id = planned(exact(flows.free("com"), 1, "'com'"));
        List<String> names = flows.names(id);
        flows.gone(names.get(0));
        flows.approve(id);
        flows.decide(id, "chooseReplacement", "without");
        CampaignView view = flows.onboarded(id);
        assertThat(view.orders()).isEqualTo(new CampaignView.Orders(0, 0));
        assertThat(flows.at("orders", names)).isZero();
    }

    @Test
    void a_new_search_makes_a_new_version_for_approval_and_keeps_what_is_bought() {
        String word = word();
        String id = planned(file(word, "smtp: 1, google: 1", "buy 2", "only { renewal > 0 && price > 0 }")
                .replace(", maxPrice: 60", ", maxPrice: 20"));
        List<String> first = flows.names(id);
        flows.jdbc
                .sql("update alternate set state = 'used' where campaign_id = ?")
                .param(id)
                .update();
        flows.gone(first.get(1));
        flows.approve(id);
        flows.open(id, "chooseReplacement");
        flows.until(id, view -> view.domains().bought() == 1);
        flows.decide(id, "chooseReplacement", "retry");
        flows.until(id, task("approvePlan"));
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(2);
        assertThat(flows.onboarding.plan(id).orElseThrow().approved()).isFalse();
        assertThat(flows.names(id)).contains(first.get(0)).doesNotContain(first.get(1));
        flows.approve(id);
        flows.onboarded(id);
        assertThat(flows.at("purchases", List.of(first.get(0)))).isEqualTo(1);
        assertThat(flows.at("orders", List.of(first.get(0)))).isEqualTo(1);
    }

    @Test
    void a_search_that_finds_nothing_new_keeps_the_plan_and_asks_again_later() {
        // what the vendor suggests is longer
        String id = planned(exact(flows.free("com"), 1, "'com'") + "only { length <= 9 }\n");
        flows.gone(flows.names(id).get(0));
        flows.approve(id);
        flows.decide(id, "chooseReplacement", "retry");
        CampaignView view =
                flows.until(id, seen -> seen.problem() != null && seen.problem().contains("asked again"));
        assertThat(view.stage()).isEqualTo("buying");
        assertThat(view.tasks()).isEmpty();
        assertThat(flows.onboarding.plan(id).orElseThrow().version()).isEqualTo(1);
        flows.jdbc
                .sql("update quote set quoted_at = dateadd(minute, -150, quoted_at) where campaign_id = ?")
                .param(id)
                .update();
        flows.jdbc
                .sql("update plan set made_at = dateadd(minute, -200, made_at) where campaign_id = ?")
                .param(id)
                .update();
        flows.hasten(id + "/1");
        flows.decide(id, "chooseReplacement", "without");
        flows.onboarded(id);
    }

    @Test
    void cancelled_at_the_question() {
        String id = planned(exact(flows.free("com"), 1, "'com'"));
        flows.gone(flows.names(id).get(0));
        flows.approve(id);
        flows.decide(id, "chooseReplacement", "cancel");
        assertThat(flows.until(id, Flows.stage(Stage.CANCELLED)).tasks()).isEmpty();
    }

    @Test
    void of_two_campaigns_that_want_the_same_names_each_gets_its_own() {
        String word = word();
        String one = planned(file(word, 2, ""));
        String two = planned(file(word, 2, "").replace("campaign '" + word, "campaign '" + word + "-2"));
        assertThat(flows.names(one)).isEqualTo(flows.names(two));
        flows.approve(one);
        flows.approve(two);
        flows.onboarded(one);
        flows.onboarded(two);
        assertThat(flows.names(one)).doesNotContainAnyElementsOf(flows.names(two));
    }

    @Test
    void names_that_another_campaign_may_have_bought_are_not_planned() {
        String word = word();
        String one = planned(file(word, 2, ""));
        flows.fault("buy-domains", "drop-before", 1);
        flows.approve(one);
        flows.until(
                one,
                view -> flows.jdbc
                                .sql("select count(*) from attempt where campaign_id = ? and state = 'unknown'")
                                .param(one)
                                .query(Integer.class)
                                .single()
                        == 1);
        String two = planned(file(word, 2, "").replace("campaign '" + word, "campaign '" + word + "-2"));
        assertThat(flows.names(two)).hasSize(2).doesNotContainAnyElementsOf(flows.names(one));
    }

    private String planned(String text) {
        String id = flows.start(text).id();
        flows.until(id, task("approvePlan"));
        return id;
    }

    /** No more candidates than domains. */
    private static String exact(String word, int domains, String tlds) {
        return file(word, domains, "").replaceAll("prefixes: .*, maxPrice", "tlds: [" + tlds + "], maxPrice");
    }
}
