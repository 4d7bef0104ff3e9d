package io.mailwright.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Bars that {@code charts.js} draws into a canvas from its {@code data-chart}; a table beside it says the same.
 *
 * @param unit put after figures, or {@code $} before them
 * @param stacked whether the bars of a label stand on each other
 * @param allowed a line across, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Chart(List<String> labels, List<Series> series, String unit, boolean stacked, Integer allowed) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param color the name of a style variable */
    public record Series(String label, String color, List<? extends Number> values) {}

    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
