package io.mailwright.scaledmail;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Last before the wire: takes the pace, and lets a call that may cost money leave within five seconds of its claim only
 * (docs/money.md).
 */
final class AtTheSend implements Interceptor {
    private static final long CLAIM_WINDOW_NANOS = Duration.ofSeconds(5).toNanos();
    private final Pace pace;

    AtTheSend(Pace pace) {
        this.pace = pace;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Effect.Kind effect = EffectGuard.effectOf(request);
        pace.takeSecond(effect);
        SendPermit permit = request.tag(SendPermit.class);
        if (permit != null && System.nanoTime() - permit.claimedNanos() > CLAIM_WINDOW_NANOS) {
            throw new IOException("the claim is more than five seconds old");
        }
        Response response = chain.proceed(request);
        return effect == Effect.Kind.READ
                ? response
                : response.newBuilder().removeHeader("Retry-After").build();
    }
}
