package io.mailwright.scaledmail;

import static io.mailwright.scaledmail.Effect.Kind.CANCEL;
import static io.mailwright.scaledmail.Effect.Kind.READ;
import static io.mailwright.scaledmail.Effect.Kind.SPEND;
import static io.mailwright.scaledmail.Effect.Kind.WRITE;

import java.util.List;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Tag;

/** The vendor's endpoints, one method each. Only {@link ScaledMail} calls the reads, only {@link Sender} the others. */
interface ScaledMailApi {
    @Effect(READ)
    @Wrapped({"organizations", "data"})
    @GET("organizations")
    Call<List<Wire.Organization>> organizations();

    @Effect(READ)
    @Wrapped({"packages", "data"})
    @GET("packages")
    Call<List<Wire.Package>> packages();

    @Effect(READ)
    @Wrapped("data")
    @POST("calculate-package")
    Call<Wire.PackageQuote> calculatePackage(
            @Query("organization_id") String organization, @Body Wire.PackageQuestion question);

    @Effect(READ)
    @Wrapped({"domains", "data"})
    @POST("search-domains")
    Call<List<Wire.SearchRow>> searchDomains(@Query("organization_id") String organization, @Body Wire.Names names);

    /** @param limit rows a page, at most 50 */
    @Effect(READ)
    @Wrapped("data")
    @POST("suggest-domains")
    Call<Wire.Suggestions> suggestDomains(
            @Query("organization_id") String organization,
            @Query("page") int page,
            @Query("limit") int limit,
            @Body Wire.Suggesting question);

    @Effect(READ)
    @Wrapped("data")
    @GET("pre-warm-inboxes")
    Call<Wire.WarmStock> preWarmInboxes(@Query("organization_id") String organization);

    @Effect(READ)
    @Wrapped({"domains", "data"})
    @GET("purchased-domains?available=false")
    Call<List<Wire.Registration>> purchasedDomains(@Query("organization_id") String organization);

    @Effect(READ)
    @Wrapped({"payments", "orders", "data"})
    @GET("orders")
    Call<List<Wire.Order>> orders(@Query("organization_id") String organization);

    @Effect(READ)
    @Wrapped({"order", "payment", "data"})
    @GET("orders/{id}")
    Call<Wire.OrderDetails> order(@Path("id") String id, @Query("organization_id") String organization);

    @Effect(READ)
    @Wrapped({"forms", "data"})
    @GET("pending-forms")
    Call<List<Wire.PendingForm>> pendingForms(@Query("organization_id") String organization);

    @Effect(READ)
    @Wrapped({"domains", "data"})
    @GET("domains")
    Call<List<Wire.ListedDomain>> domains(@Query("organization_id") String organization);

    /** @param password true, or null to leave the parameter out */
    @Effect(READ)
    @Wrapped({"mailboxes", "data"})
    @GET("mailboxes/{domain_id}")
    Call<List<Wire.Mailbox>> mailboxes(
            @Path("domain_id") String domainId,
            @Query("organization_id") String organization,
            @Query("password") Boolean password);

    @Effect(SPEND)
    @POST("buy-domains")
    Call<ResponseBody> buyDomains(
            @Query("organization_id") String organization,
            @Body Wire.Names names,
            @Tag SendPermit permit,
            @Tag Departure departure);

    /** @param coupon null to leave the parameter out */
    @Effect(SPEND)
    @POST("create-custom-order")
    Call<ResponseBody> createCustomOrder(
            @Query("organization_id") String organization,
            @Query("provider") String source,
            @Query("coupon") String coupon,
            @Body Wire.OrderBody order,
            @Tag SendPermit permit,
            @Tag Departure departure);

    @Effect(WRITE)
    @POST("submit-form/{uuid}")
    Call<ResponseBody> submitForm(
            @Path("uuid") String uuid,
            @Query("organization_id") String organization,
            @Query("provider") String source,
            @Body Wire.OrderBody form,
            @Tag SendPermit permit,
            @Tag Departure departure);

    /** The vendor publishes neither its path nor its reply (docs/scaledmail-api.md U8). */
    @Effect(WRITE)
    @POST("organizations")
    Call<ResponseBody> createOrganization(
            @Body Wire.NewOrganization organization, @Tag SendPermit permit, @Tag Departure departure);

    @Effect(SPEND)
    @POST("buy-pre-warm-inboxes")
    Call<ResponseBody> buyPreWarmInboxes(
            @Query("organization_id") String organization,
            @Body Wire.WarmPurchase purchase,
            @Tag SendPermit permit,
            @Tag Departure departure);

    /** @param coupon null to leave the parameter out */
    @Effect(SPEND)
    @POST("create-order/{price_id}")
    Call<ResponseBody> createOrder(
            @Path("price_id") String priceId,
            @Query("organization_id") String organization,
            @Query("provider") String source,
            @Query("coupon") String coupon,
            @Body Wire.OrderBody order,
            @Tag SendPermit permit,
            @Tag Departure departure);

    /** @param domain the name that is replaced, not its id */
    @Effect(WRITE)
    @POST("swap-domain/{domain}")
    Call<ResponseBody> swapDomain(
            @Path("domain") String domain,
            @Query("organization_id") String organization,
            @Query("provider") String source,
            @Body Wire.DomainSwap swap,
            @Tag SendPermit permit,
            @Tag Departure departure);

    @Effect(WRITE)
    @POST("swap-redirect/{domain}")
    Call<ResponseBody> swapRedirect(
            @Path("domain") String domain,
            @Query("organization_id") String organization,
            @Body Wire.RedirectSwap swap,
            @Tag SendPermit permit,
            @Tag Departure departure);

    @Effect(CANCEL)
    @DELETE("orders/{id}")
    Call<ResponseBody> cancelOrder(
            @Path("id") String id,
            @Query("organization_id") String organization,
            @Tag SendPermit permit,
            @Tag Departure departure);
}
