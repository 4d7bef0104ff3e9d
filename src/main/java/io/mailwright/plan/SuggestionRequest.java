package io.mailwright.plan;

import java.util.List;

/**
 * What the vendor is asked for when a campaign's own candidates run out.
 *
 * @param keyword without spaces, as it stands in names
 * @param tlds without a leading dot, in written order
 * @param page from 1
 */
public record SuggestionRequest(String keyword, List<String> tlds, int page) {}
