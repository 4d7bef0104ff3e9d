package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailwright.campaign.Alias;
import io.mailwright.plan.SenderName;
import io.mailwright.scaledmail.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VendorAliasesTest {
    private static final SenderName SENDER = new SenderName("José", "van der Berg");
    private final Map<String, Wire.Mailbox> made = new LinkedHashMap<>();

    private void made(String address, String first, String last) {
        made.put(address, new Wire.Mailbox(first, last, null, address, "Active", null));
    }

    private List<Alias> taken() {
        return VendorAliases.of(SENDER, "a.com", 2, made);
    }

    @Test
    void whatTheVendorMadeIsTakenAsItIs() {
        made("jose@a.com", "Jose\u0301", "Van der  Berg");
        made("j.berg7@a.com", null, "");
        assertThat(taken())
                .containsExactly(
                        new Alias("José", "van der Berg", "jose", null),
                        new Alias("José", "van der Berg", "j.berg7", null));
    }

    @Test
    void anotherNumberIsNone() {
        made("jose@a.com", "José", "van der Berg");
        assertThat(taken()).isEmpty();
        made("j@a.com", "José", "van der Berg");
        made("b@a.com", "José", "van der Berg");
        assertThat(taken()).isEmpty();
    }

    @Test
    void anotherNameIsNone() {
        made("jose@a.com", "José", "van der Berg");
        made("j@a.com", "Robin", "van der Berg");
        assertThat(taken()).isEmpty();
    }

    @Test
    void anAddressElsewhereIsNone() {
        made("jose@a.com", "José", "van der Berg");
        made("jose@b.com", "José", "van der Berg");
        assertThat(taken()).isEmpty();
    }
}
