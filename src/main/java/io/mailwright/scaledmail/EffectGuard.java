package io.mailwright.scaledmail;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import retrofit2.Invocation;

/**
 * The one place that holds what a call may do: a call that declares no {@link Effect} is refused, anything but a READ
 * needs a {@link SendPermit}, and no body is ever sent twice by the HTTP client itself.
 */
final class EffectGuard implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (effectOf(request) != Effect.Kind.READ && request.tag(SendPermit.class) == null) {
            throw new IllegalStateException("Only the ledger may send " + request.method() + " "
                    + request.url().encodedPath() + ": it needs a SendPermit.");
        }
        if (request.body() == null) {
            return chain.proceed(request);
        }
        return chain.proceed(request.newBuilder()
                .method(request.method(), new OneShotBody(request.body()))
                .build());
    }

    static Effect.Kind effectOf(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        Effect effect = invocation == null ? null : invocation.method().getAnnotation(Effect.class);
        if (effect == null) {
            throw new IllegalStateException("Declare with @Effect what " + request.method() + " "
                    + request.url().encodedPath() + " does at the vendor.");
        }
        return effect.value();
    }
}
