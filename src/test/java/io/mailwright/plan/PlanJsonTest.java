package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanJsonTest {
    private final Locale usual = Locale.getDefault();
    private final Example example = new Example();

    @AfterEach
    void restore() {
        Locale.setDefault(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-US", "tr-TR", "ar-EG-u-nu-arab"})
    void thePlanOfTheExampleIsTheSnapshotUnderAnyLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(PlanJson.write(example.plan(example.allAt("10.50")))).isEqualTo(snapshot());
    }

    @Test
    void readingGivesTheSamePlan() throws IOException {
        Plan plan = PlanJson.read(snapshot());
        assertThat(plan).isEqualTo(example.plan(example.allAt("10.5")));
        assertThat(PlanJson.write(plan)).isEqualTo(snapshot());
        assertThat(PlanJson.intact(plan)).isTrue();
    }

    @Test
    void equalAmountsAndAnyOrderOfQuotesAreTheSameBytes() {
        String plan = PlanJson.write(example.plan(example.allAt("10.5")));
        assertThat(PlanJson.write(example.plan(new TreeMap<>(example.allAt("10.5000")))))
                .isEqualTo(plan);
        assertThat(PlanJson.write(example.plan(new HashMap<>(example.allAt("1.05E+1")))))
                .isEqualTo(plan);
    }

    @Test
    void amountsAreWrittenPlain() {
        Map<String, Quote> hundreds = example.allAt("1E+1");
        assertThat(PlanJson.write(example.plan(hundreds)))
                .contains("\"price\":10,")
                .doesNotContain("E+");
    }

    @Test
    void whateverIsChangedChangesTheHash() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode whole = mapper.readTree(snapshot());
        int values = leaves(whole, new ArrayList<>()).size();
        for (int i = 0; i < values; i++) {
            JsonNode copy = whole.deepCopy();
            leaves(copy, new ArrayList<>()).get(i).run();
            Plan changed = PlanJson.read(mapper.writeValueAsString(copy));
            assertThat(PlanJson.intact(changed)).as("%s", copy).isFalse();
        }
        assertThat(values).isGreaterThan(150);
    }

    @Test
    void anotherTextIsNoPlan() {
        for (String text : List.of("", "null", "[]", "{", "{\"foo\":1}", "{\"cost\":\"x\"}")) {
            assertThatThrownBy(() -> PlanJson.read(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** A change for each value of the plan, to something else of the same type. */
    private static List<Runnable> leaves(JsonNode node, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> {
                JsonNode value = object.get(field);
                if (value.isContainerNode()) {
                    leaves(value, changes);
                } else {
                    changes.add(() -> change(object, field, value));
                }
            });
        }
        if (node instanceof ArrayNode array) {
            array.forEach(item -> leaves(item, changes));
            if (array.size() > 1) {
                changes.add(() -> array.add(array.remove(0)));
            }
            changes.add(() -> array.remove(0));
        }
        return changes;
    }

    private static void change(ObjectNode object, String field, JsonNode value) {
        if (value.isNull()) {
            object.put(field, field.equals("price") || field.equals("renewal") ? "1" : "x");
        } else if (value.isBoolean()) {
            object.put(field, !value.booleanValue());
        } else if (value.isInt() && !field.equals("price")) {
            object.put(field, value.intValue() + 1);
        } else if (value.isNumber()) {
            object.put(field, value.decimalValue().add(new BigDecimal("0.01")));
        } else if (field.equals("provider")) {
            object.put(field, value.textValue().equals("SMTP") ? "GOOGLE" : "SMTP");
        } else {
            object.put(field, value.textValue() + "x");
        }
    }

    private static String snapshot() throws IOException {
        try (var in = PlanJsonTest.class.getResourceAsStream("/plan/acme-q3.plan.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
