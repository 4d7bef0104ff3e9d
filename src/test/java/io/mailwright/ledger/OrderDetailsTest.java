package io.mailwright.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailwright.scaledmail.ScaledMail;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderDetailsTest {
    private final Bench bench = new Bench(Database.H2);

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSlowVendorsOrdersAreReadOverSeveralSteps() {
        for (int i = 0; i < 3; i++) bench.vendor.webOrder(List.of("w" + i + ".com"), null, false);
        bench.clock.pass(Duration.ofDays(1));
        List<Wire.Order> orders =
                bench.engine.readings.orders(Bench.ORGANIZATION).rows();
        OrderDetails details = new OrderDetails(bench.engine.bean(ScaledMail.class), bench.clock, Duration.ZERO);
        List<String> seen = new ArrayList<>();
        for (int step = 0; step < 2; step++)
            assertThatThrownBy(() -> details.look(Bench.ORGANIZATION, orders, (order, of) -> false))
                    .isInstanceOf(TryAgainAt.class)
                    .hasMessageContaining("more orders");
        details.look(Bench.ORGANIZATION, orders, (order, of) -> !seen.add(order.id()));
        assertThat(seen).hasSize(3);
    }
}
