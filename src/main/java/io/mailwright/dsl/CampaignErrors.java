package io.mailwright.dsl;

import java.util.List;
import java.util.stream.Collectors;

/** A campaign file can't be read: up to twenty errors, in the order of the text. The only exception the reader throws. */
public class CampaignErrors extends RuntimeException {
    private final transient List<CampaignError> errors;

    /**
     * @param line from 1
     * @param column from 1
     * @param message what is wrong and what would be right, one sentence
     */
    public record CampaignError(int line, int column, String message) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column + ": " + message;
        }
    }

    public CampaignErrors(List<CampaignError> errors) {
        super(errors.stream().map(CampaignError::toString).collect(Collectors.joining("\n")), null, false, false);
        this.errors = List.copyOf(errors);
    }

    public List<CampaignError> errors() {
        return errors;
    }
}
