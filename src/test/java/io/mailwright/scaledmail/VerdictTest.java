package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private final Verdict verdict = new Verdict(new Redaction(Bench.settings(1, 1)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
        200 | {}                                                                | CONFIRMED
        200 | {"success":true,"message":"Done","error":null}                    | CONFIRMED
        201 | {"error":false,"id":"recPay1"}                                    | CONFIRMED
        200 | []                                                                | CONFIRMED
        200 | {"error":"card needs confirmation"}                               | UNKNOWN
        200 | {"success":false}                                                 | UNKNOWN
        200 | {"success":"false","id":"recPay1"}                                | UNKNOWN
        200 | {"data":{"error":{"code":7}}}                                     | UNKNOWN
        200 | [{"domain":"a.com","error":"taken"}]                              | UNKNOWN
        200 | ''                                                                | UNKNOWN
        204 | ''                                                                | UNKNOWN
        200 | null                                                              | UNKNOWN
        200 | OK                                                                | UNKNOWN
        200 | {"success":tr                                                     | UNKNOWN
        200 | <html>thanks</html>                                               | UNKNOWN
        302 | {"message":"Found"}                                               | UNKNOWN
        400 | {"error":"a.com is not available"}                                | REFUSED
        404 | {"message":"Form not found"}                                      | REFUSED
        409 | {"error":{"field":"tag"}}                                         | REFUSED
        421 | {"error":"Wrong door"}                                            | REFUSED
        400 | {"error":"Subscription created but unable to charge"}             | UNKNOWN
        400 | {"message":"Unable to charge the card"}                           | UNKNOWN
        402 | {"error":"Failed","detail":"a subscription was already created"}  | UNKNOWN
        400 | {"reason":["SUBSCRIPTION has been created","card not charged"]}   | UNKNOWN
        400 | {"Error":"Subscripti\u006fn cre\u0061ted but unable to charge"}   | UNKNOWN
        422 | {"error":"The order was created, its payment requires confirmation"} | UNKNOWN
        403 | {"message":"Order placed, but the card could not be charged"}     | UNKNOWN
        429 | {"message":"Subscription created","retryAfter":1}                 | UNKNOWN
        400 | {"error":"Your card was declined"}                                | REFUSED
        400 | {"error":"Order must have at least one domain"}                   | REFUSED
        400 | {}                                                                | UNKNOWN
        400 | {"error":""}                                                      | UNKNOWN
        400 | <html>Bad Request</html>                                          | UNKNOWN
        401 | ''                                                                | UNKNOWN
        408 | {"error":"Request Timeout"}                                       | UNKNOWN
        429 | {"message":"Too many","retryAfter":1790000000}                    | NOT_SENT
        429 | {"retryAfter":"soon"}                                             | NOT_SENT
        429 | {"message":"Too many"}                                            | UNKNOWN
        429 | {"message":"Too many","retryAfter":null}                          | UNKNOWN
        429 | Too many requests                                                 | UNKNOWN
        429 | ''                                                                | UNKNOWN
        500 | {"error":"Internal server error"}                                 | UNKNOWN
        503 | {"error":"Busy","retryAfter":1790000000}                          | UNKNOWN
        """)
    void aReplyProves(int status, String body, Reply.Outcome outcome) {
        Reply reply = verdict.of(status, body);
        assertThat(reply.outcome()).isEqualTo(outcome);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.retryAt() != null).isEqualTo(outcome == Reply.Outcome.NOT_SENT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"id":"a","order_id":"b","payment_id":"c"}  | a
        {"order_id":"b","payment_id":"c"}           | c
        {"order_id":"b"}                            |
        {"id":null,"payment_id":"c"}                | c
        {"id":"","data":{"payment_id":"c"}}         | c
        {"success":true,"order":{"id":"a"}}         | a
        {"data":{"order":{"order_id":"b"}}}         |
        {"id":17}                                   | 17
        {"id":{"no":"id"}}                          |
        {}                                          |
        {"id":"sub_9","payment_id":"recPay000000001"} | recPay000000001
        {"data":{"payment":{"id":"recPay000000001"}}} | recPay000000001
        {"order":"recPay000000001"}                 | recPay000000001
        {"data":"done","payment_id":12}             | 12
        {"order":"done"}                            |
        {"success":true}                            |
        """)
    void theOrdersId(String body, String id) {
        assertThat(verdict.of(200, body).orderId()).isEqualTo(id);
    }

    @Test
    void whereverARefusalSpeaksOfASubscriptionItsTextKeepsThat() {
        String said = verdict.of(400, "{\"error\":\"Failed\",\"detail\":\"a subscripti\\u006fn was created\"}")
                .text();
        assertThat(said).contains("a subscription was created");
        assertThat(CreatedSubscription.in(said)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | {"message":"Unauthorized"}               | true  | put a valid one into SCALEDMAIL_API_KEY and restart (it said: Unauthorized)
        402 | {"error":"Payment required"}             | true  | connect a payment method
        403 | {"error":"Forbidden"}                    | true  | SCALEDMAIL_API_KEY
        400 | {"error":"No payment method connected"}  | true  | (it said: No payment method connected)
        400 | {"error":"aliases must match"}           | false | aliases must match
        """)
    void whoMustAct(int status, String body, boolean person, String text) {
        Reply reply = verdict.of(status, body);
        assertThat(reply.outcome()).isEqualTo(Reply.Outcome.REFUSED);
        assertThat(reply.needsPerson()).isEqualTo(person);
        assertThat(reply.text()).contains(text);
    }

    @Test
    void theTextIsRedactedAndCut() {
        String text = verdict.of(
                        400,
                        "{\"error\":\"login {\\\"password\\\":\\\"hunter2\\\"} Bearer " + Bench.KEY + " "
                                + "y".repeat(4_000) + "\"}")
                .text();
        assertThat(text).hasSize(2_000).doesNotContain("hunter2").doesNotContain("eyJ");
    }

    @ParameterizedTest
    @CsvSource({"30, 30", "0, 0", "9, 9"})
    void aSmallRetryAfterIsADelay(String retryAfter, int seconds) {
        Instant now = Instant.now();
        assertThat(verdict.of(429, "{\"retryAfter\":" + retryAfter + "}").retryAt())
                .isCloseTo(now.plusSeconds(seconds), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void aLargeRetryAfterIsATimeThoughNeverHoursAway() {
        Instant now = Instant.now();
        Instant due = now.plusSeconds(25).truncatedTo(ChronoUnit.SECONDS);
        assertThat(RetryAfter.of("" + due.getEpochSecond(), now)).isEqualTo(due);
        assertThat(RetryAfter.of("" + due.toEpochMilli(), now)).isEqualTo(due);
        assertThat(RetryAfter.of("1000000000", now)).isEqualTo(now.plusSeconds(1));
        assertThat(RetryAfter.of("" + (now.getEpochSecond() + 86_400), now)).isEqualTo(now.plusSeconds(600));
        assertThat(RetryAfter.of((String) null, now)).isNull();
    }
}
