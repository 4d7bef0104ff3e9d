package io.mailwright.onboarding.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mailwright.campaign.Provider;
import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderedMailboxesTest {
    private final OrderedMailboxes ordered = new OrderedMailboxes(
            "a.com",
            Provider.GOOGLE,
            List.of(
                    new Wire.AliasBody("Anna", "Smith", "Anna", null),
                    new Wire.AliasBody("Ben", "Okafor", "ben", null)));

    @Test
    void exactlyWhatWasOrderedIsReady() {
        assertThat(ordered.among(listed("ben", "anna")).orElseThrow().findValuesAsText("email"))
                .containsExactly("anna@a.com", "ben@a.com");
    }

    @Test
    void tooFewAreNotReady() {
        assertThat(ordered.among(listed("anna"))).isEmpty();
        assertThat(ordered.among(listed("else"))).isEmpty();
    }

    @Test
    void oneMoreOrAnotherIsAProblemThatNamesIt() {
        assertThatThrownBy(() -> ordered.among(listed("anna", "ben", "carl"))).hasMessageContaining("carl@a.com");
        assertThatThrownBy(() -> ordered.among(listed("anna", "carl"))).hasMessageContaining("carl@a.com");
    }

    private static List<Wire.Mailbox> listed(String... aliases) {
        return Json.MAPPER.convertValue(
                Stream.of(aliases)
                        .map(alias -> Json.object().put("alias", alias))
                        .toList(),
                new TypeReference<>() {});
    }
}
