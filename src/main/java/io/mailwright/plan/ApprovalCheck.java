package io.mailwright.plan;

import io.mailwright.campaign.ApprovalPolicy;
import io.mailwright.campaign.Provider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether a campaign's {@code approve} line asks a person for a plan. */
public final class ApprovalCheck {
    private ApprovalCheck() {}

    /**
     * True when a person is asked. A rule that gives anything but a plain false asks one: silence never approves.
     *
     * @throws io.mailwright.campaign.RuleException when the rule does not fit its facts
     */
    public static boolean asksPerson(ApprovalPolicy policy, Plan plan) {
        return switch (policy.kind()) {
            case ALWAYS -> true;
            case NEVER -> false;
            case OVER -> plan.cost().now().compareTo(policy.over()) > 0;
            case RULE -> !Boolean.FALSE.equals(policy.rule().evaluate(facts(plan)));
        };
    }

    /**
     * What rules may ask of a plan: {@code total monthly domains mailboxes google smtp outlook}. Pre-warmed domains count
     * among {@code domains} and {@code mailboxes}; the types count slots, as {@code providers} does.
     */
    public static Map<String, Object> facts(Plan plan) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("total", plan.cost().now());
        facts.put("monthly", plan.cost().monthly());
        facts.put("domains", plan.domains().size() + plan.prewarmed().size());
        facts.put(
                "mailboxes",
                plan.orders().stream().mapToInt(PlannedOrder::mailboxes).sum()
                        + plan.prewarmed().stream()
                                .mapToInt(WarmDomain::mailboxes)
                                .sum());
        for (Provider type : Provider.values()) {
            facts.put(type.word(), (int) plan.domains().stream()
                    .filter(domain -> domain.provider() == type)
                    .count());
        }
        return facts;
    }
}
