package io.mailwright.scaledmail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code blacklisted} of a search row, whose elements no page describes: anything in it counts as a listing. */
class Blacklists extends JsonDeserializer<List<String>> {
    @Override
    public List<String> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode found = context.readTree(parser);
        List<String> listings = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(listing -> listings.add(text(listing)));
        } else if (!found.isNull()
                && !found.asText().equals("false")
                && !(found.isTextual() && found.asText().isBlank())) {
            listings.add(text(found));
        }
        return listings;
    }

    private static String text(JsonNode listing) {
        return listing.isTextual() ? listing.asText() : listing.toString();
    }
}
