package io.mailwright.plan;

import io.mailwright.campaign.Campaign;
import io.mailwright.campaign.TakenSlot;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the earlier runs of a schedule took. The slots of a run go on after theirs: so do its people.
 *
 * @param whole the campaign with all its owned domains; null without earlier slots
 * @param slots in order
 * @param spent dollars
 * @param monthly dollars, what their orders go on costing
 */
public record Earlier(Campaign whole, List<TakenSlot> slots, BigDecimal spent, BigDecimal monthly) {
    public static final Earlier NONE = new Earlier(null, List.of(), BigDecimal.ZERO, BigDecimal.ZERO);
}
