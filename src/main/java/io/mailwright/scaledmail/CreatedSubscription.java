package io.mailwright.scaledmail;

import java.util.regex.Pattern;

/**
 * How the vendor says no although it did it: "Subscription created but unable to charge" came with a 400, and the
 * subscription was there, unpaid until the card is confirmed (docs/scaledmail-api.md §1.4 and §5 number 1).
 */
public final class CreatedSubscription {
    private static final Pattern SPOKEN_OF = Pattern.compile("(?is)subscription.*(creat|made|open|start)"
            + "|(creat|made|open|start).*subscription"
            + "|(order|purchase|payment|invoice)s? (was |were |is |has been |have been )?(already )?(created|made|placed)\\b"
            + "|(unable to|could ?n[o']t|cannot|can't|failed to) (be )?charged?\\b"
            + "|requires? (a )?(card )?(confirmation|authentication|action)");

    private CreatedSubscription() {}

    /** Whether a refusal's text says, or may mean, that something to pay was made; in doubt it does. */
    public static boolean in(String text) {
        return text != null && SPOKEN_OF.matcher(text).find();
    }
}
