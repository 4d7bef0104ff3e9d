package io.mailwright.onboarding;

import io.mailwright.scaledmail.Wire;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose a pending form is. A form of an order that a living campaign of ours placed, or whose names stand in its plan, is
 * ours, though the reply that told us may be lost: that campaign submits it.
 */
@Component
class FormOwners {
    private static final String LIVING =
            " join campaign c on c.id = x.campaign_id and c.form_uuid is null and c.live_name is not null"
                    + " and c.organization = ? where ";

    private final JdbcClient jdbc;

    FormOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The campaign that fills it: one that lives or is onboarded, or one that sent it, or may have. */
    Optional<String> adopter(String organization, String uuid) {
        return first("select id from campaign where live_form = ?", uuid)
                .or(() -> first(
                        "select a.campaign_id from spend s join attempt a on a.id = s.attempt_id join campaign c"
                                + " on c.id = a.campaign_id and c.form_uuid = s.spend_key"
                                + " where s.kind = 'SUBMIT_FORM' and s.organization = ? and s.spend_key = ?",
                        organization,
                        uuid));
    }

    /** @param tag of its order, or null */
    Optional<String> orderer(String organization, Wire.PendingForm form, List<String> names, String tag) {
        return first(
                        "select x.campaign_id from campaign_order x" + LIVING
                                + "(x.vendor_order_id = ? or x.form_uuid = ?)",
                        organization,
                        form.paymentId(),
                        form.uuid())
                .or(() -> first(
                        "select x.campaign_id from attempt x" + LIVING
                                + "x.kind in ('CREATE_ORDER', 'CREATE_CUSTOM_ORDER') and (x.vendor_id = ? or x.tag = ?)",
                        organization,
                        form.paymentId(),
                        tag))
                .or(() -> planner(organization, names));
    }

    private Optional<String> planner(String organization, List<String> names) {
        return names.stream()
                .map(name -> first(
                        "select x.campaign_id from campaign_domain x" + LIVING
                                + "x.domain = ? and x.state not in ('lost', 'dropped')",
                        organization,
                        name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> first(String question, Object... parameters) {
        return jdbc.sql(question).params(parameters).query(String.class).list().stream()
                .findFirst();
    }
}
