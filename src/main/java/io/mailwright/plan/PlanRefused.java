package io.mailwright.plan;

import java.util.List;

/** The campaign cannot become a plan as it stands; each reason is one sentence that says what would mend it. */
public class PlanRefused extends RuntimeException {
    private final List<String> reasons;

    public PlanRefused(List<String> reasons) {
        super(String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    public PlanRefused(String reason) {
        this(List.of(reason));
    }

    public List<String> reasons() {
        return reasons;
    }
}
