package io.mailwright.onboarding.parts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mailwright.onboarding.BusinessFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What parts take and give: JSON with the vendor's own names. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /**
     * Domain names, lower case: of a list of texts, or of objects with a {@code domain}; a text may hold several with commas
     * between.
     */
    static List<String> names(JsonNode given) {
        List<String> names = new ArrayList<>();
        if (given == null || given.isNull()) return names;
        if (given.isTextual()) for (String name : given.textValue().split("[,\\s]+")) add(names, name);
        else if (given.isObject()) add(names, given.path("domain").asText(""));
        else given.forEach(item -> names.addAll(names(item)));
        return names;
    }

    private static void add(List<String> names, String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty() && !names.contains(plain)) names.add(plain);
    }

    /** @throws BusinessFailure saying what is missing where */
    static String text(JsonNode object, String field, String where) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.textValue().isBlank())
            throw wrong("'" + where + "' needs a text '" + field + "', e.g. {\"" + field + "\": \"…\"}");
        return value.textValue().strip();
    }

    /** Null where it is left out. */
    static String optional(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.textValue().isBlank()
                ? value.textValue().strip()
                : null;
    }

    /** Dollars. */
    static BigDecimal amount(JsonNode object, String field, String where) {
        JsonNode value = object.path(field);
        if (!value.isNumber() || value.decimalValue().signum() < 0)
            throw wrong(
                    "'" + where + "' needs the approved '" + field + "' in dollars, e.g. {\"" + field + "\": 15.5}");
        return value.decimalValue();
    }

    static BusinessFailure wrong(String why) {
        return new BusinessFailure("problem", why);
    }
}
