package io.mailwright.scaledmail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Reads what a method with {@link Wrapped} returns, in every wrapping clients have met (docs/scaledmail-api.md §5): {@code
 * {"organizations": […]}}, {@code {"data": …}} or bare. A list that is null is null here; one that is missing, and
 * anything that is no JSON, is an {@link UnreadableReply}.
 */
final class LenientReplies extends Converter.Factory {
    @Override
    public Converter<ResponseBody, ?> responseBodyConverter(Type type, Annotation[] annotations, Retrofit retrofit) {
        return Arrays.stream(annotations)
                .filter(Wrapped.class::isInstance)
                .map(Wrapped.class::cast)
                .findFirst()
                .map(wrapped -> converter(WireJson.MAPPER.constructType(type), List.of(wrapped.value())))
                .orElse(null);
    }

    private static Converter<ResponseBody, Object> converter(JavaType type, List<String> keys) {
        return body -> {
            try (body) {
                JsonNode reply = WireJson.MAPPER.readTree(body.string());
                refuseComplaint(reply);
                JsonNode value = type.isCollectionLikeType() ? list(reply, keys) : single(reply, keys);
                return value == null ? null : WireJson.MAPPER.readerFor(type).readValue(value);
            } catch (JsonProcessingException e) {
                // its message may quote the reply
                throw new UnreadableReply(
                        e instanceof JsonMappingException ? "its JSON has another shape than known" : "it is not JSON");
            }
        };
    }

    private static void refuseComplaint(JsonNode reply) throws IOException {
        if (ErrorText.complains(reply)) {
            throw new UnreadableReply("it is a success that says " + ErrorText.of(reply.toString()));
        }
    }

    private static JsonNode list(JsonNode reply, List<String> keys) throws IOException {
        JsonNode found = reply;
        while (found.isObject()) {
            found = unwrapped(found, keys);
        }
        if (found.isNull() && found != reply) {
            return null;
        }
        if (!found.isArray()) {
            throw new UnreadableReply("it holds no list of " + keys.get(0));
        }
        ArrayNode rows = WireJson.MAPPER.createArrayNode();
        found.forEach(row -> {
            if (!row.isNull()) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static JsonNode unwrapped(JsonNode reply, List<String> keys) {
        return keys.stream().filter(reply::has).findFirst().map(reply::get).orElseGet(() -> reply.path(""));
    }

    private static JsonNode single(JsonNode reply, List<String> keys) throws IOException {
        JsonNode inner = reply.isObject() && !reply.has("id") ? unwrapped(reply, keys) : reply;
        JsonNode found = inner.isObject() ? inner : reply;
        if (!found.isObject() || found.isEmpty()) {
            throw new UnreadableReply("it holds nothing");
        }
        return found;
    }
}
