package io.mailwright.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;

/**
 * What a plan costs, in dollars.
 *
 * @param registrations first year of all names to be bought
 * @param oneTime of all pre-warmed items, or null without any
 * @param firstMonth first month of all orders and pre-warmed items
 * @param now all that is charged now: {@code total} in rules
 * @param monthly running cost of all orders and pre-warmed items: {@code monthly} in rules
 * @param yearly renewals of the names, a year from now on
 */
public record Cost(
        BigDecimal registrations,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal oneTime,
        BigDecimal firstMonth,
        BigDecimal now,
        BigDecimal monthly,
        BigDecimal yearly) {}
