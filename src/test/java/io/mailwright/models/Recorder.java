package io.mailwright.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes down what a model calls and answers as it was told; the last answer stands for all that follow. */
final class Recorder {
    private final List<String> calls = new ArrayList<>();
    private final Map<String, Deque<Object>> answers = new HashMap<>();

    /** @param answers values to return one after the other; a RuntimeException is thrown instead */
    void answer(String method, Object... answers) {
        this.answers.put(method, new ArrayDeque<>(List.of(answers)));
    }

    @SuppressWarnings("unchecked")
    <T> T call(String method, Object argument) {
        calls.add(method + " " + argument);
        var queue = answers.get(method);
        Object answer = queue == null ? null : queue.size() > 1 ? queue.poll() : queue.peek();
        if (answer instanceof RuntimeException failure) {
            throw failure;
        }
        return (T) answer;
    }

    void clear() {
        calls.clear();
        answers.clear();
    }

    List<String> calls() {
        return calls;
    }
}
