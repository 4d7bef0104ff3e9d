package io.mailwright.plan;

import java.math.BigDecimal;

/**
 * What the vendor's search said of one name. A name its answer left out has {@code available} false.
 *
 * @param domain lower case
 * @param price dollars for the first year, null when it cannot be had
 * @param renewal dollars a year after that, or null
 * @param blacklisted also true when the answer did not say
 */
public record Quote(String domain, boolean available, BigDecimal price, BigDecimal renewal, boolean blacklisted) {}
