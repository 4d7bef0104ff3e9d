package io.mailwright.onboarding;

import static io.mailwright.onboarding.Flows.file;
import static io.mailwright.onboarding.Flows.stage;
import static io.mailwright.onboarding.Flows.task;
import static io.mailwright.onboarding.Flows.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that lack by mistake what they had: nothing is taken back, and nothing is done again. */
@FlowTest
@Tag("long")
class ShortListsTest {
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

    private void allLists(String fault) {
        flows.admin(
                "PUT",
                "faults",
                Stream.of("pending-forms", "orders", "domains", "purchased-domains")
                        .map(list -> "{'endpoint':'%s','nth':1,'fault':'%s','for':'PT2.5S'}".formatted(list, fault))
                        .collect(Collectors.joining(",", "{'script':[", "]}")));
    }

    private int calls(String id) {
        return flows.jdbc
                .sql("select count(*) from attempt where campaign_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    private void isOnboarded(String id) {
        assertThat(flows.onboarded(id).problem()).isNull();
        assertThat(calls(id)).isEqualTo(3);
        for (String list : List.of("purchases", "orders", "forms"))
            assertThat(flows.at(list, flows.names(id))).as(list).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty-list", "short-list", "cut-list"})
    void a_whole_campaign_under_lists_that_come_back_short(String fault) {
        String id = flows.start(file(word(), 1, "")).id();
        flows.until(id, task("approvePlan"));
        allLists(fault);
        flows.approve(id);
        isOnboarded(id);
    }

    @Test
    void what_was_seen_stays_seen() {
        flows.modes("{'stuckInProgress':true}");
        String id = flows.approved(file(word(), 1, ""));
        CampaignView before = flows.until(id, stage(Stage.PROVISIONING));
        allLists("empty-list");
        Flows.sleep(1_500);
        CampaignView after = flows.view(id);
        assertThat(after.stage()).isEqualTo("provisioning");
        assertThat(List.of(after.domains(), after.orders())).containsExactly(before.domains(), before.orders());
        flows.modes("{'stuckInProgress':false}");
        isOnboarded(id);
    }

    @Test
    void mailboxes_that_come_back_empty_or_as_null_are_read_again() {
        flows.admin(
                "PUT",
                "faults",
                ("{'script':[{'endpoint':'mailboxes','nth':1,'fault':'empty-list'},"
                        + "{'endpoint':'mailboxes','nth':2,'fault':'mailboxes-null'},"
                        + "{'endpoint':'mailboxes','nth':3,'fault':'short-list'},"
                        + "{'endpoint':'mailboxes','nth':4,'fault':'missing-email'}]}"));
        String id = flows.approved(file(word(), 1, ""));
        isOnboarded(id);
        assertThat(flows.mailboxes(id)).hasSize(4);
    }
}
