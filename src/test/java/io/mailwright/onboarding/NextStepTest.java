package io.mailwright.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.mailwright.ledger.Ledger;
import io.mailwright.ledger.SpendingOff;
import io.mailwright.onboarding.NextStep.Kind;
import io.mailwright.scaledmail.VendorSettings;
import io.mailwright.scaledmail.VendorSettings.OrderStyle;
import io.mailwright.scaledmail.VendorSettings.Spending;
import org.junit.jupiter.api.Test;

/** Who is to do something about a problem; nothing is tried again, and no card waits. */
class NextStepTest {
    @Test
    void spending_that_is_off_is_somebodys_only_where_it_is_the_problem() {
        assertThat(next(Spending.OFF, SpendingOff.NOT_ARMED)).isEqualTo(Kind.ELSEWHERE);
        assertThat(next(Spending.OFF, "the vendor answered 503 (it is tried again by itself)"))
                .isEqualTo(Kind.BY_ITSELF);
        assertThat(next(Spending.OFF, null)).isEqualTo(Kind.BY_ITSELF);
        // since the restart, until it is looked at again
        assertThat(next(Spending.ARMED, SpendingOff.NOT_ARMED)).isEqualTo(Kind.BY_ITSELF);
    }

    private static Kind next(Spending spending, String problem) {
        VendorSettings vendor =
                new VendorSettings("http://vendor.test", "key", "", spending, OrderStyle.AUTO, 4, 14, 10);
        return new NextStep(mock(Processes.class), mock(Ledger.class), vendor)
                .of("acme-1", problem, false, false)
                .kind();
    }
}
