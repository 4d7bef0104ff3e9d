package io.mailwright.plan;

import java.util.List;

/**
 * What the vendor suggested.
 *
 * @param names in its order
 * @param last whether it has no further page for this keyword
 */
public record SuggestedPage(SuggestionRequest request, List<String> names, boolean last) {}
