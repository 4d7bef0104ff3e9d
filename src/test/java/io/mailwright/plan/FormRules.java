package io.mailwright.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Alias;
import io.mailwright.campaign.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vendor's rules of orders and forms (docs/scaledmail-api.md, section 4) over what a plan sends. */
final class FormRules {
    private FormRules() {}

    static void check(Plan plan) {
        Map<Integer, List<PlannedDomain>> byOrder =
                plan.domains().stream().collect(Collectors.groupingBy(PlannedDomain::order));
        assertThat(plan.tag().length()).isLessThanOrEqualTo(11);
        assertThat(plan.orders()).extracting(PlannedOrder::number).doesNotHaveDuplicates();
        assertThat(byOrder.keySet())
                .isEqualTo(plan.orders().stream().map(PlannedOrder::number).collect(Collectors.toSet()));
        assertThat(Stream.concat(
                        plan.domains().stream().map(PlannedDomain::domain),
                        plan.prewarmed().stream().map(WarmDomain::domain)))
                .doesNotHaveDuplicates();
        plan.orders().forEach(order -> check(order, byOrder.get(order.number())));
        for (Provider type : Provider.values()) {
            assertThat(plan.domains().stream()
                            .filter(domain -> domain.provider() == type)
                            .map(domain -> domain.sender() == null)
                            .distinct())
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static void check(PlannedOrder order, List<PlannedDomain> domains) {
        assertThat(domains)
                .hasSize(order.domains())
                .hasSizeLessThanOrEqualTo(order.provider().domainsPerOrder())
                .allMatch(domain -> domain.provider() == order.provider());
        assertThat(order.source()).isEqualTo(order.hosting() == null ? "scaledmail" : "other");
        assertThat(order.mailboxes())
                .isEqualTo(domains.size() * order.provider().aliasesPerDomain());
        domains.forEach(FormRules::check);
    }

    private static void check(PlannedDomain domain) {
        assertThat(domain.domain()).matches("[a-z0-9-]+(\\.[a-z0-9-]+)+");
        assertThat(domain.redirect() == null || !domain.redirect().isBlank()).isTrue();
        checkPicture(domain.photo());
        if (domain.sender() != null) {
            assertThat(domain.aliases()).isEmpty();
            checkName(domain.sender().firstName());
            checkName(domain.sender().lastName());
            return;
        }
        assertThat(domain.aliases()).hasSize(domain.provider().aliasesPerDomain());
        assertThat(domain.aliases().stream().map(Alias::localPart).map(text -> text.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() <= 64 && text.matches("[a-z0-9]+([._-][a-z0-9]+)*"));
        for (Alias alias : domain.aliases()) {
            checkName(alias.firstName());
            checkName(alias.lastName());
            checkPicture(alias.photo());
        }
    }

    private static void checkName(String name) {
        assertThat(name).isNotBlank();
        assertThat(name.length()).isLessThanOrEqualTo(50);
    }

    private static void checkPicture(String address) {
        assertThat(address == null || address.length() <= 150 && address.matches("https?://.+"))
                .isTrue();
    }
}
