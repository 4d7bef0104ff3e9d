package io.mailwright.onboarding;

import io.mailwright.ledger.NeedsPerson;
import io.mailwright.ledger.SpendingOff;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Runs what may fail and says on the campaign, order or request what stands in the way: what needs a person becomes the BPMN error
 * {@code problem}, what is retried by itself is left to the engine.
 */
@Component
class Attempting {
    private final Records records;
    private final OrderRecords orderRecords;
    private final RequestRecords requestRecords;

    Attempting(Records records, OrderRecords orderRecords, RequestRecords requestRecords) {
        this.records = records;
        this.orderRecords = orderRecords;
        this.requestRecords = requestRecords;
    }

    void of(CampaignRow campaign, Runnable work) {
        of(campaign.problem(), problem -> records.problem(campaign.id(), problem), work);
    }

    void of(OrderRow order, Runnable work) {
        of(order.problem(), problem -> orderRecords.problem(order, problem), work);
    }

    void of(RequestRow request, Runnable work) {
        of(request.problem(), problem -> requestRecords.problem(request.id(), problem), work);
    }

    /**
     * @param said what stands in the way so far, or null
     * @param say writes down what does
     */
    void of(String said, Consumer<String> say, Runnable work) {
        try {
            work.run();
            if (said != null) records.aside(() -> say.accept(null));
        } catch (SpendingOff off) {
            records.aside(() -> say.accept(off.getMessage()));
            throw off;
        } catch (TryAgainAt early) {
            throw early;
        } catch (NeedsPerson person) {
            throw failure(say, "problem", person.getMessage());
        } catch (BusinessFailure failure) {
            throw failure(say, failure.code(), failure.getMessage());
        } catch (VendorException vendor) {
            if (vendor.kind() != VendorException.Kind.RETRIED) throw failure(say, "problem", vendor.getMessage());
            records.aside(() -> say.accept(vendor.getMessage() + " (it is tried again by itself)"));
            throw vendor;
        }
    }

    private BusinessFailure failure(Consumer<String> say, String code, String message) {
        records.aside(() -> say.accept(message));
        return new BusinessFailure(code, message);
    }
}
