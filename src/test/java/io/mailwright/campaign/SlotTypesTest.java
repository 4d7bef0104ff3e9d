package io.mailwright.campaign;

import static io.mailwright.campaign.Provider.GOOGLE;
import static io.mailwright.campaign.Provider.OUTLOOK;
import static io.mailwright.campaign.Provider.SMTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlotTypesTest {
    private static final OwnedDomain PLAIN = OwnedDomain.of("a.example");
    private static final OwnedDomain OF_SMTP = new OwnedDomain("b.example", null, SMTP, null, null, null, null);

    private static Campaign campaign(List<OwnedDomain> own, Object... types) {
        Map<Provider, Integer> providers = new LinkedHashMap<>();
        for (int i = 0; i < types.length; i += 2) {
            providers.put((Provider) types[i], (Integer) types[i + 1]);
        }
        return new Campaign(
                "a",
                null,
                null,
                null,
                null,
                null,
                own,
                null,
                providers,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                ApprovalPolicy.DEFAULT,
                null,
                null,
                List.of(),
                null);
    }

    @Test
    void whatDomainsNameIsTakenFirstAndTheRestInWrittenOrder() {
        assertThat(SlotTypes.of(campaign(List.of(PLAIN, OF_SMTP), SMTP, 2, GOOGLE, 1, OUTLOOK, 1), 2))
                .containsExactly(SMTP, SMTP, GOOGLE, OUTLOOK);
        assertThat(SlotTypes.of(campaign(List.of(PLAIN, OF_SMTP), GOOGLE, 2, SMTP, 1), 1))
                .containsExactly(GOOGLE, SMTP, GOOGLE);
        assertThat(SlotTypes.of(campaign(List.of()), 0)).isEmpty();
    }

    @Test
    void typesMustAddUp() {
        assertThatThrownBy(() -> SlotTypes.of(campaign(List.of(PLAIN, OF_SMTP), GOOGLE, 2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("smtp");
        assertThatThrownBy(() -> SlotTypes.of(campaign(List.of(PLAIN), GOOGLE, 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add up");
    }
}
