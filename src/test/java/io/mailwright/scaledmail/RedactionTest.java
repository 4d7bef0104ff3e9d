package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private final Redaction redaction =
            new Redaction(new VendorSettings("http://vendor.test", " key-Of-Mine-77 ", "", null, null, 4, 14, 10));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mailboxes\":[{\"alias\":\"ann\",\"mailbox_password\":\"hunter2\"}]}",
                "{\"hosting\":{\"provider\":\"x\",\"username\":\"hunter2\",\"password\":\"hunter2\"}}",
                "{\"a\":[{\"PassWord\":{\"deep\":\"hunter2\"}}]}",
                "{\"error\":\"bad login {\\\"username\\\": \\\"hunter2\\\"}\"}",
                "400: {\"password\":\"hunter2\"",
                "sent {\\\"mailbox_password\\\":\\\"hun\\\\\\\"ter2 hunter2\\\"} twice",
                "password=hunter2&x=1",
                "password: hunter2",
                "{'password': 'hunter2'}",
                "{\"password\" : \"hunter2",
                "Authorization: Bearer hunter2",
                "authorization=bearer hunter2",
            })
    void secretsAreTakenOut(String text) {
        assertThat(redaction.redact(text)).doesNotContain("hunter2").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the key key-Of-Mine-77 is wrong",
                "{\"error\":\"key-Of-Mine-77\"}",
                "token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln-key-Of-Mine-77",
            })
    void theKeyItselfIsTakenOut(String text) {
        assertThat(redaction.redact(text)).doesNotContain("key-Of-Mine-77").contains("***");
    }

    @Test
    void aTokenOfAnybodyIsTakenOut() {
        assertThat(redaction.redact("got " + Bench.KEY + "!")).isEqualTo("got ***!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.com is not available",
                "{\"error\":\"aliases must be 2\",\"mailbox_password\":null}",
                "the password is missing",
                "{\"domains\":[\"eye.com\",\"keys.com\"]}",
            })
    void everythingElseStays(String text) {
        assertThat(redaction.redact(text)).isEqualTo(text);
    }

    @Test
    void longTextIsCutAfterItIsCleaned() {
        assertThat(redaction.redact("x".repeat(20), 10)).isEqualTo("xxxxxxxxx…");
        assertThat(redaction.redact("short", 10)).isEqualTo("short");
        assertThat(redaction.redact(null)).isNull();
    }

    @Test
    void theSimulatorsKeyIsAWord() {
        Redaction simulated = new Redaction(new VendorSettings("", "simulator", "", null, null, 4, 14, 10));
        assertThat(simulated.redact("the simulator is starting")).isEqualTo("the simulator is starting");
    }
}
