package io.mailwright.scaledmail;

import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.DELETE;
import retrofit2.http.Path;

/** What TheOneDoorTest must find; none of it is ever run. */
class Burglars {
    static class CallsTheVendor {
        Object buy(ScaledMailApi api) {
            return List.of("a.com").stream()
                    .map(name -> api.buyDomains("recOrg", new Wire.Names(List.of(name)), null, new Departure()))
                    .toList();
        }
    }

    static class CallsTheSender {
        Reply submit(Sender sender, SendPermit found) {
            return sender.submitForm(found, "recOrg", "uuid", "scaledmail", null);
        }
    }

    static class MakesAPermit {
        java.util.function.BiFunction<Long, Long, SendPermit> permits() {
            return SendPermit::new;
        }
    }

    static class HasItsOwnClient {
        OkHttpClient client() {
            return new OkHttpClient();
        }
    }

    static class OpensAConnection {
        URLConnection open() throws IOException {
            return URI.create("https://server.scaledmail.com/api/v1/buy-domains")
                    .toURL()
                    .openConnection();
        }
    }

    static class Reflects {
        Object buy(Sender sender) throws ReflectiveOperationException {
            return Sender.class
                    .getMethod("buyDomains", SendPermit.class, String.class, List.class)
                    .invoke(sender, null, "recOrg", List.of("a.com"));
        }
    }

    interface DrawsItsOwnInterface {
        @DELETE("orders/{id}")
        Call<ResponseBody> cancel(@Path("id") String id);
    }
}
