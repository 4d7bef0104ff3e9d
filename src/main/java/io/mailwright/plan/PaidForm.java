package io.mailwright.plan;

/**
 * The form of an order that was paid in the vendor's web app.
 *
 * @param uuid the form's
 * @param order the order's id at the vendor
 */
public record PaidForm(String uuid, String order) {}
