package io.mailwright.plan;

import java.util.List;

/**
 * The names to be bought, best first, and their substitutes in the order in which they are used.
 */
record Choice(List<Quote> names, List<Quote> alternates) {}
