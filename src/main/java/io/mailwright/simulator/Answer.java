package io.mailwright.simulator;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a call that changed something answers (U1). */
final class Answer {
    private Answer() {}

    /** @param fields name, value, name, value… */
    static Map<String, Object> of(Modes modes, Object... fields) {
        Map<String, Object> answer = new LinkedHashMap<>();
        for (int i = 0; i < fields.length && !modes.emptyReplies(); i += 2) {
            answer.put((String) fields[i], fields[i + 1]);
        }
        return answer;
    }
}
