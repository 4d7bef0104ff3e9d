package io.mailwright.onboarding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.mailwright.campaign.Sequencer;
import io.mailwright.ledger.NeedsPerson;
import io.mailwright.scaledmail.Wire;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/**
 * Logins that campaign files name: {@code MAILWRIGHT_SECRET_<NAME>} holds each as JSON. They are read at the moment of the
 * call and kept nowhere; what is said of a broken one names the variable and never its content.
 */
@Component
class Secrets {
    private static final String HOSTING = "{\"provider\": \"…\", \"username\": \"…\", \"password\": \"…\"}";
    private static final String SEQUENCER = "{\"username\": \"…\", \"password\": \"…\"}";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ConfigurableEnvironment environment;

    Secrets(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    /**
     * The login of a domain's registrar.
     *
     * @throws NeedsPerson when it is missing or unreadable
     */
    Wire.Login hosting(String name) {
        Read secret = read(name, HOSTING);
        return new Wire.Login(
                secret.needed("provider"),
                secret.needed("username"),
                secret.needed("password"),
                secret.optional("link"),
                null,
                null);
    }

    /**
     * The login of the sequencer that a file names; what the file says of it goes before what the secret says.
     *
     * @throws NeedsPerson when it is missing or unreadable
     */
    Wire.Login sequencer(Sequencer sequencer) {
        Read secret = read(sequencer.secret(), SEQUENCER);
        return new Wire.Login(
                sequencer.provider(),
                secret.needed("username"),
                secret.needed("password"),
                secret.optional("link"),
                sequencer.workspace() == null ? secret.optional("workspace") : sequencer.workspace(),
                sequencer.tag() == null ? secret.optional("tag") : sequencer.tag());
    }

    /** The same where the vendor wants to know where the sequencer is: with pre-warmed domains. */
    Wire.Login linkedSequencer(Sequencer sequencer) {
        Wire.Login login = sequencer(sequencer);
        if (login.link() == null)
            throw new NeedsPerson(
                    variable(sequencer.secret()) + " has no 'link', which the vendor needs with 'prewarmed': add"
                            + " \"link\": \"https://…\", the sequencer's address, and start Mailwright again");
        return login;
    }

    static String variable(String name) {
        return "MAILWRIGHT_SECRET_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** As it stands: Spring would put other properties into a password that holds <code>${</code>. */
    private Read read(String name, String example) {
        String variable = variable(name);
        String text = environment.getPropertySources().stream()
                .map(source -> source.getProperty(variable))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseThrow(() -> new NeedsPerson("the secret '" + name + "' is not there: set " + variable + " to "
                        + example + " and start Mailwright again"));
        JsonNode json = json(text);
        if (!json.isObject())
            throw new NeedsPerson(variable + " is not readable as JSON: it should hold " + example
                    + "; correct it and start Mailwright again");
        return new Read(variable, json, example);
    }

    /** Missing where the text is no JSON; what the parser says of it quotes the secret. */
    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private record Read(String variable, JsonNode json, String example) {
        String needed(String field) {
            String text = optional(field);
            if (text == null)
                throw new NeedsPerson(variable + " has no '" + field + "': it should hold " + example
                        + "; add it and start Mailwright again");
            return text;
        }

        /** Null where it is left out; the vendor takes no empty ones. */
        String optional(String field) {
            JsonNode value = json.path(field);
            if (value.isMissingNode() || value.isNull()) return null;
            if (!value.isTextual() || value.textValue().isBlank())
                throw new NeedsPerson("'" + field + "' in " + variable
                        + " should be a text in double quotes that is not empty; correct it or leave it out, and start"
                        + " Mailwright again");
            return value.textValue();
        }

        /** Without its content. */
        @Override
        public String toString() {
            return variable;
        }
    }
}
