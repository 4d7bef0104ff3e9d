package io.mailwright.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.story.KillRound.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** One small round of the kills that {@link KillRounds} has a hundred campaigns of. */
@Execution(ExecutionMode.CONCURRENT)
class KillsStory {
    @Test
    void moneyMovesOnceAllTheSame() throws Exception {
        Figures figures = new KillRound(20, 2, 3).run();

        assertThat(figures.kills()).isPositive();
        assertThat(figures.faults()).isPositive();
    }
}
