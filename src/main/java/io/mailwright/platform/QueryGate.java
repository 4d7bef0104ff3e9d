package io.mailwright.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds expressions in query bodies (CVE-2026-109432): names are compared after JSON unescaping, at any depth, however often
 * they are repeated.
 */
final class QueryGate {
    private static final JsonFactory json = new JsonFactory();
    private static final String REFUSED = "Expressions in queries are refused; write the value itself instead of ";

    /** What carries data rather than a query, relative to the engine: texts in it may hold anything. */
    private static final Pattern DATA =
            Pattern.compile("/?(task/[^/]+/.+|process-definition/.+/(start|submit-form)|message"
                    + "|signal|condition|execution/[^/]+/.+|process-instance/[^/]+/.+|external-task/[^/]+/.+"
                    + "|decision-definition/.+/evaluate|user/.+|group/.+)");

    private QueryGate() {}

    static boolean isQuery(String enginePath) {
        return !DATA.matcher(enginePath).matches();
    }

    /**
     * @param query whether the whole body is a query, or only what it holds under {@code orQueries}
     * @return the refusal, or nothing
     * @throws IOException when the body is not JSON
     */
    static Optional<String> problem(byte[] body, boolean query) throws IOException {
        int guarded = query ? 0 : Integer.MAX_VALUE;
        int depth = 0;
        try (JsonParser parser = json.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                    if (!query && depth < guarded) {
                        guarded = Integer.MAX_VALUE;
                    }
                } else if (token == JsonToken.FIELD_NAME) {
                    if (depth >= guarded && isExpressionName(parser.currentName())) {
                        return Optional.of(REFUSED + "'" + parser.currentName() + "'.");
                    }
                    if (parser.currentName().equalsIgnoreCase("orQueries")) {
                        guarded = Math.min(guarded, depth + 1);
                    }
                } else if (token == JsonToken.VALUE_STRING && depth >= guarded && isExpression(parser.getText())) {
                    return Optional.of(REFUSED + "'" + parser.getText() + "'.");
                }
            }
        }
        return Optional.empty();
    }

    static Optional<String> problem(String parameter, String value) {
        return isExpressionName(parameter) || parameter.equalsIgnoreCase("orQueries") || isExpression(value)
                ? Optional.of(REFUSED + "'" + parameter + "'.")
                : Optional.empty();
    }

    private static boolean isExpressionName(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    private static boolean isExpression(String value) {
        return value.contains("${") || value.contains("#{");
    }
}
