package io.mailwright.onboarding;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What a person says who completes a task, for as long as the completion is carried out. It is the only answer to a task:
 * variables, which a model can write as it likes, answer none.
 */
@Component
public class Answering {
    private final ThreadLocal<Answer> current = new ThreadLocal<>();

    /**
     * @param task the id of the task that is completed
     * @param activity the id of the activity instance that waits for it, or null: it stands in no process
     * @param decision like the others null when it was not given
     */
    public record Answer(String task, String activity, String decision, String comment, String reference) {}

    public <T> T during(Answer answer, Supplier<T> completion) {
        Answer before = current.get();
        current.set(answer);
        try {
            return completion.get();
        } finally {
            if (before == null) current.remove();
            else current.set(before);
        }
    }

    Optional<Answer> toTask(String task) {
        return given(answer -> task.equals(answer.task()));
    }

    Optional<Answer> atActivity(String activity) {
        return given(answer -> activity != null && activity.equals(answer.activity()));
    }

    private Optional<Answer> given(Predicate<Answer> to) {
        return Optional.ofNullable(current.get()).filter(to);
    }
}
