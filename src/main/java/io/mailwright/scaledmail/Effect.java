package io.mailwright.scaledmail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a call does at the vendor. {@link EffectGuard} lets nothing pass that does not say so. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Effect {
    Kind value();

    enum Kind {
        /** Changes nothing, may be repeated; a POST too (search-domains, calculate-package). */
        READ,
        /** Changes something at no charge. Submitting a form is one: paid already, but to be done once. */
        WRITE,
        /** Costs money. */
        SPEND,
        /** Ends a subscription. */
        CANCEL
    }
}
