package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Retrofit;
import retrofit2.http.DELETE;
import retrofit2.http.GET;

class EffectGuardTest {
    /** All that the vendor's menu has (docs/scaledmail-api.md 2.0). */
    private static final int OPERATIONS = 21;

    interface Careless {
        @GET("undeclared")
        Call<ResponseBody> undeclared();

        @Effect(Effect.Kind.CANCEL)
        @DELETE("orders/recPay1")
        Call<ResponseBody> cancel();
    }

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        assertThat(server.getRequestCount()).isZero();
        server.close();
    }

    private OkHttpClient guarded() {
        return new OkHttpClient.Builder().addInterceptor(new EffectGuard()).build();
    }

    @Test
    void aCallMustSayWhatItDoesAndNeedsLeaveToDoMoreThanRead() {
        Careless careless = new Retrofit.Builder()
                .baseUrl(server.url("/"))
                .client(guarded())
                .build()
                .create(Careless.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> careless.undeclared().execute())
                .withMessageContaining("Declare with @Effect what GET /undeclared does");
        assertThatIllegalStateException()
                .isThrownBy(() -> careless.cancel().execute())
                .withMessageContaining("Only the ledger may send DELETE /orders/recPay1");
        assertThatIllegalStateException()
                .isThrownBy(() -> guarded()
                        .newCall(new Request.Builder().url(server.url("/raw")).build())
                        .execute());
    }

    static Stream<Call<ResponseBody>> withoutPermit() throws IOException {
        ScaledMailApi api = new Retrofit.Builder()
                .baseUrl("http://vendor.test/")
                .client(new OkHttpClient.Builder()
                        .addInterceptor(new EffectGuard())
                        .build())
                .addConverterFactory(new LenientReplies())
                .addConverterFactory(retrofit2.converter.jackson.JacksonConverterFactory.create(WireJson.MAPPER))
                .build()
                .create(ScaledMailApi.class);
        Departure departure = new Departure();
        return Stream.of(
                api.buyDomains("recOrg1", new Wire.Names(List.of("a.com")), null, departure),
                api.createCustomOrder("recOrg1", "scaledmail", null, Bench.ORDER, null, departure),
                api.submitForm("3f0d", "recOrg1", "scaledmail", Bench.ORDER, null, departure),
                api.createOrganization(new Wire.NewOrganization("Acme"), null, departure),
                api.buyPreWarmInboxes("recOrg1", Bench.WARM, null, departure),
                api.createOrder("price_1", "recOrg1", "scaledmail", null, Bench.ORDER, null, departure),
                api.swapDomain("a.com", "recOrg1", "other", new Wire.DomainSwap("b.com", null), null, departure),
                api.swapRedirect("a.com", "recOrg1", new Wire.RedirectSwap(""), null, departure),
                api.cancelOrder("recPay1", "recOrg1", null, departure));
    }

    @ParameterizedTest
    @MethodSource("withoutPermit")
    void nothingThatCostsOrChangesIsSentWithoutAPermit(Call<ResponseBody> call) {
        assertThatIllegalStateException().isThrownBy(call::execute).withMessageContaining("SendPermit");
    }

    @Test
    void everyEndpointDeclaresItsEffect() throws IOException {
        assertThat(ScaledMailApi.class.getDeclaredMethods())
                .filteredOn(method -> !method.isSynthetic())
                .hasSize(OPERATIONS)
                .allMatch(method -> method.isAnnotationPresent(Effect.class));
        assertThat(Stream.of(ScaledMailApi.class.getDeclaredMethods())
                        .filter(method -> method.getAnnotation(Effect.class).value() != Effect.Kind.READ)
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "buyDomains",
                        "createCustomOrder",
                        "submitForm",
                        "createOrganization",
                        "buyPreWarmInboxes",
                        "createOrder",
                        "swapDomain",
                        "swapRedirect",
                        "cancelOrder");
        assertThat(withoutPermit()).hasSize(9);
    }
}
