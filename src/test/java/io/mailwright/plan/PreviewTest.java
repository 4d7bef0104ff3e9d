package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mailwright.campaign.NamePattern;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private final Example example = new Example();

    @Test
    void jsonIsWhatTheApiPromises() throws JsonProcessingException {
        example.own = List.of("acme-mail.com");
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
    void itRunsShortAsPlanningDoes() {
        example.only = TestRule.of("length <= 4", facts -> (Integer) facts.get("length") <= 4, "length");
        assertThatThrownBy(() -> Preview.of(example.campaign()))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("2 names are missing: 'buy' wants 4 and only 2 of its candidates fit; "
                        + "'only' dropped most (6), so loosen it or add keywords, prefixes, suffixes or tlds");
        example.only = null;
        example.patterns = List.of(NamePattern.of("{nick}"));
        assertThatThrownBy(() -> Preview.of(example.campaign()))
                .isInstanceOf(PlanRefused.class)
                .hasMessageContaining("make only 1");
    }
}
