package io.mailwright.scaledmail;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;

/** The HTTP client behind {@link ScaledMailApi}. It repeats nothing and follows no redirect, so the key goes nowhere else. */
@Component
class VendorClient {
    static final Duration SEND_TIMEOUT = Duration.ofSeconds(20);

    private final VendorAddress address;
    private final OkHttpClient reads;
    private final OkHttpClient sends;
    private volatile ScaledMailApi api;

    @Autowired
    VendorClient(VendorSettings settings, VendorAddress address, Pace pace) {
        this(settings, address, pace, Dns.SYSTEM);
    }

    VendorClient(VendorSettings settings, VendorAddress address, Pace pace, Dns names) {
        this.address = address;
        reads = new OkHttpClient.Builder()
                .dns(names)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(Duration.ofSeconds(4))
                .readTimeout(SEND_TIMEOUT)
                .writeTimeout(SEND_TIMEOUT)
                .eventListenerFactory(Departure::of)
                .addInterceptor(new EffectGuard())
                .addInterceptor(authorized(settings))
                .addNetworkInterceptor(new AtTheSend(pace))
                .build();
        // a fresh connection for each send: one from a pool may be dead, and the outcome then unknown
        sends = reads.newBuilder()
                .callTimeout(SEND_TIMEOUT)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    /** @throws TryAgainAt while the simulator in this process is not listening yet */
    ScaledMailApi api() {
        if (api == null) {
            HttpUrl url = HttpUrl.get(address.baseUrl());
            if (url == null) {
                throw new IllegalStateException("Set SCALEDMAIL_BASE_URL to an http or https address.");
            }
            api = new Retrofit.Builder()
                    .baseUrl(url.newBuilder().addPathSegment("").build())
                    .callFactory(
                            request -> clientFor(EffectGuard.effectOf(request)).newCall(request))
                    .addConverterFactory(new LenientReplies())
                    .addConverterFactory(JacksonConverterFactory.create(WireJson.MAPPER))
                    .validateEagerly(true)
                    .build()
                    .create(ScaledMailApi.class);
        }
        return api;
    }

    private Call.Factory clientFor(Effect.Kind effect) {
        return effect == Effect.Kind.READ ? reads : sends;
    }

    private static Interceptor authorized(VendorSettings settings) {
        String key = keyOf(settings);
        return chain -> chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer " + key)
                .header("Accept", "application/json")
                .header("User-Agent", "mailwright")
                .build());
    }

    static String keyOf(VendorSettings settings) {
        return settings.apiKey() == null || settings.apiKey().isBlank()
                ? "simulator"
                : settings.apiKey().strip();
    }
}
