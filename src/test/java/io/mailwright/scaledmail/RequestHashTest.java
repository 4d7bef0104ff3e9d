package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestHashTest {
    private static String of(Object body) {
        return RequestHash.sha256(RequestHash.json(body));
    }

    @Test
    void sameContentSameHash() {
        Map<String, Wire.ProviderDomains> one = new LinkedHashMap<>();
        Map<String, Wire.ProviderDomains> other = new LinkedHashMap<>();
        Wire.ProviderDomains domains = Bench.ORDER.providers().get("google");
        one.put("google", domains);
        one.put("smtp", domains);
        other.put("smtp", domains);
        other.put("google", domains);
        assertThat(of(new Wire.OrderBody("t", one)))
                .isEqualTo(of(new Wire.OrderBody("t", other)))
                .hasSize(64)
                .isNotEqualTo(of(new Wire.OrderBody("u", other)));
    }

    @Test
    void orderOfNamesCounts() {
        assertThat(of(new Wire.Names(List.of("a.com", "b.com"))))
                .isEqualTo(of(Map.of("domains", List.of("a.com", "b.com"))))
                .isNotEqualTo(of(new Wire.Names(List.of("b.com", "a.com"))));
    }
}
