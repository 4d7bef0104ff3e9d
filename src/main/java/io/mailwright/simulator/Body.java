package io.mailwright.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A request's JSON, whatever its content type says (section 1.1). */
final class Body {
    private Body() {}

    static JsonNode object(byte[] body) {
        try {
            JsonNode node = body == null ? null : StateFile.JSON.readTree(body);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (IOException e) {
            throw Rejected.because("body is not JSON");
        }
        throw Rejected.because("body must be a JSON object");
    }
}
