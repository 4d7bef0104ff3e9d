package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.NamePattern;
import io.mailwright.campaign.Prewarmed;
import io.mailwright.campaign.Provider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private final Example example = new Example();

    @Test
    void jsonIsWhatTheApiPromises() throws JsonProcessingException {
        example.own = Example.owned("acme-mail.com");
        example.buy = Example.buy(1, List.of("acme"), List.of(), List.of(), List.of("io"));
        example.providers = Example.providers(2, 0, 0);
        assertThat(new ObjectMapper().writeValueAsString(Preview.of(example.campaign())))
                .isEqualTo("""
                        {"campaign":"acme-q3","domains":[{"domain":"acme-mail.com","provider":"google","aliases":[\
                        {"first_name":"Anna","last_name":"Smith","alias":"anna.smith"},\
                        {"first_name":"José","last_name":"Núñez","alias":"jose.nunez"}]},\
                        {"domain":"acme.io","provider":"google","aliases":[\
                        {"first_name":"Vincent","last_name":"van der Berg","alias":"vincent.vanderberg"},\
                        {"first_name":"Anna","last_name":"Smith","alias":"anna.smith"}]}]}""");
    }

    @Test
    void itShowsWhatThePlanWillHoldWhenAllCanBeHad() {
        Plan plan = example.plan(example.allAt("10"));
        assertThat(Preview.of(example.campaign()).domains())
                .extracting(Preview.Domain::domain)
                .isEqualTo(plan.domains().stream().map(PlannedDomain::domain).toList());
    }

    @Test
    void whatTheVendorWillBeAskedToSuggestHasNoNameYet() {
        example.only = TestRule.of("length <= 4", facts -> (Integer) facts.get("length") <= 4, "length");
        assertThat(Preview.of(example.campaign()).domains())
                .extracting(Preview.Domain::domain)
                .containsExactly("acme.com", "acme.io", "(suggested 1)", "(suggested 2)");
    }

    @Test
    void itRunsShortAsPlanningDoes() {
        example.buy = Example.buy(1, List.of("mü"), List.of(), List.of(), List.of("com"));
        assertThatThrownBy(() -> Preview.of(example.campaign()))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("1 name is missing: 'buy' wants 1 and only 0 of its candidates fit; "
                        + "add keywords, prefixes, suffixes or tlds");
        example.buy = Example.buy(4, List.of("acme"), List.of("get"), List.of(), List.of("com", "io"));
        example.patterns = List.of(NamePattern.of("{nick}"));
        assertThatThrownBy(() -> Preview.of(example.campaign()))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("make only 1");
    }

    @Test
    void itShowsWhomTheVendorMakesAliasesForAndHowManyArePrewarmed() throws JsonProcessingException {
        example.buy = null;
        example.own = Example.owned("acme-mail.com");
        example.providers = Example.providers(0, 0, 1);
        example.patterns = List.of();
        example.prewarmed = new Prewarmed(Map.of(Provider.GOOGLE, 2), null);
        Preview preview = Preview.of(example.campaign());
        assertThat(preview.domains().get(0).mailboxes()).isEqualTo(25);
        assertThat(new ObjectMapper().writeValueAsString(preview)).isEqualTo("""
                        {"campaign":"acme-q3","domains":[{"domain":"acme-mail.com","provider":"outlook","aliases":[],\
                        "sender":{"first_name":"Anna","last_name":"Smith"}}],"prewarmed":{"google":2}}""");
    }
}
