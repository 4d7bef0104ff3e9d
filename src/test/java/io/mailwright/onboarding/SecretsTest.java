package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.campaign.Sequencer;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.scaledmail.Wire;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SecretsTest {
    private static Secrets holding(String json) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("MAILWRIGHT_SECRET_NAME_CHEAP", json, "b", "other")));
        return new Secrets(environment);
    }

    @Test
    void aLoginIsWhatTheVariableSays() {
        assertThat(holding("{'provider':'Namecheap','username':'ann','password':'p${b} ','link':'https://x.example'}"
                                .replace('\'', '"'))
                        .hosting("name-cheap"))
                .isEqualTo(new Wire.Login("Namecheap", "ann", "p${b} ", "https://x.example", null, null));
    }

    @Test
    void whatTheFileSaysOfASequencerGoesFirst() {
        Secrets secrets = holding("{'provider':'other','username':'ann','password':'p','workspace':'theirs','tag':'t'}"
                .replace('\'', '"'));
        assertThat(secrets.sequencer(new Sequencer("Instantly", "name-cheap", "ours", null)))
                .isEqualTo(new Wire.Login("Instantly", "ann", "p", null, "ours", "t"));
        assertThat(secrets.sequencer(new Sequencer("Instantly", "name-cheap", null, "{{ID}}")))
                .isEqualTo(new Wire.Login("Instantly", "ann", "p", null, "theirs", "{{ID}}"));
    }

    @Test
    void aMissingOneIsNamed() {
        assertThatThrownBy(() -> holding("{}").hosting("go-daddy"))
                .isInstanceOf(NeedsPerson.class)
                .hasMessageContaining("'go-daddy' is not there: set MAILWRIGHT_SECRET_GO_DADDY to {\"provider\"");
        assertThatThrownBy(() -> holding(" ").hosting("name-cheap")).hasMessageContaining("is not there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hunter2|not readable",
                "{'provider':'hunter2','username':'hunter2','password':'hunter2'|not readable",
                "{'provider':'hunter2','username':'hunter2','password':'hunter2'} hunter2|not readable",
                "['hunter2']|not readable",
                "{'username':'hunter2','password':'hunter2'}|has no 'provider'",
                "{'provider':'hunter2','password':'hunter2'}|has no 'username'",
                "{'provider':'hunter2','username':'hunter2','password':null}|has no 'password'",
                "{'provider':'hunter2','username':'hunter2','password':12}|'password' in",
                "{'provider':'hunter2','username':' ','password':'hunter2'}|'username' in",
                "{'provider':'hunter2','username':'hunter2','password':'hunter2','link':''}|'link' in",
            },
            quoteCharacter = '~')
    void aBrokenOneIsNamedAndNotTold(String json, String why) {
        assertThatThrownBy(() -> holding(json.replace('\'', '"')).hosting("name-cheap"))
                .isInstanceOf(NeedsPerson.class)
                .hasNoCause()
                .hasMessageContaining("MAILWRIGHT_SECRET_NAME_CHEAP")
                .hasMessageContaining(why)
                .hasMessageNotContaining("hunter2");
    }
}
