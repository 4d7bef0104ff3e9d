package io.mailwright.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class SettingDefaultsTest {
    private static final String VENDOR = "mailwright.vendor.base-url";

    @Test
    void a_key_without_an_address_does_not_start() {
        assertThatThrownBy(() -> SpringApplication.run(Mailwright.class, "--mailwright.vendor.api-key=secret-key"))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("https://server.scaledmail.com/api/v1")
                .hasMessageContaining("SCALEDMAIL_BASE_URL")
                .hasMessageNotContaining("secret-key");
    }

    @Test
    void a_real_vendor_without_an_administrator_does_not_start() {
        String vendor = "--" + VENDOR + "=http://localhost:9/api/v1";

        assertThatThrownBy(() -> SpringApplication.run(Mailwright.class, vendor))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("MAILWRIGHT_ADMIN_USER and MAILWRIGHT_ADMIN_PASSWORD");
        assertThatThrownBy(() -> SpringApplication.run(Mailwright.class, vendor, "--mailwright.admin.user=ada"))
                .isInstanceOf(SettingsRefused.class);
    }

    @Test
    void the_simulator_is_quick_and_may_spend() {
        MockEnvironment environment = settled(new MockEnvironment());

        assertThat(environment.getProperty("mailwright.simulator.enabled")).isEqualTo("true");
        assertThat(environment.getProperty("mailwright.vendor.spending")).isEqualTo("armed");
        assertThat(environment.getProperty("mailwright.reconcile-window")).isEqualTo("PT5S");
        assertThat(environment.getProperty("mailwright.watch.min")).isEqualTo("PT1S");
        assertThat(environment.getProperty("mailwright.watch.max")).isEqualTo("PT5S");
        assertThat(environment.getProperty("mailwright.node")).isEqualTo("localhost:8080");
    }

    @Test
    void a_real_vendor_is_patient_and_spends_nothing_unasked() {
        MockEnvironment environment = settled(new MockEnvironment()
                .withProperty(VENDOR, "http://localhost:9/api/v1")
                .withProperty("mailwright.admin.user", "ada")
                .withProperty("mailwright.admin.password", "x")
                .withProperty("mailwright.watch.max", "PT9S")
                .withProperty("server.port", "1234"));

        assertThat(environment.getProperty("mailwright.simulator.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("mailwright.vendor.spending")).isNull();
        assertThat(environment.getProperty("mailwright.reconcile-window")).isEqualTo("PT10M");
        assertThat(environment.getProperty("mailwright.watch.min")).isEqualTo("PT5S");
        assertThat(environment.getProperty("mailwright.watch.max")).as("set").isEqualTo("PT9S");
        assertThat(environment.getProperty("mailwright.node")).isEqualTo("localhost:1234");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/mailwright;DB_CLOSE_DELAY=-1, ./data/mailwright-simulator.json",
        "jdbc:h2:/var/lib/m, /var/lib/m-simulator.json",
        "jdbc:h2:mem:x, ./data/simulator.json",
        "jdbc:postgresql://localhost/m, ./data/simulator.json"
    })
    void the_simulator_keeps_its_state_beside_the_database(String url, String file) {
        assertThat(SettingDefaults.simulatorFile(url)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "webhook-url=https://acme.example/hook | MAILWRIGHT_WEBHOOK_SECRET is not: set it",
                "webhook-url=acme.example/hook;webhook-secret=hunter2 | https://HOST/PATH",
                "webhook-url=ftp://acme.example;webhook-secret=hunter2 | https://HOST/PATH",
                "webhook-url=https://ann:hunter2@acme.example;webhook-secret=hunter2 | without a user name",
                "webhook-url=https://acme.example;webhook-secret=whsec_hunter2! | not base64",
                "mail-to=ops@acme.example | MAILWRIGHT_SMTP_HOST is not: set it",
                "escalate-to=ops@acme.example | MAILWRIGHT_SMTP_HOST is not: set it"
            })
    void notices_that_could_not_arrive_do_not_start(String settings, String sentence) {
        MockEnvironment environment = new MockEnvironment();
        for (String setting : settings.split(";"))
            environment.setProperty("mailwright.notices." + setting.split("=")[0], setting.split("=", 2)[1]);

        assertThatThrownBy(() -> settled(environment))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void a_mail_server_on_its_own_port_is_spoken_to_in_tls() {
        assertThat(settled(new MockEnvironment().withProperty("spring.mail.port", "465"))
                        .getProperty("spring.mail.properties.[mail.smtp.ssl.enable]"))
                .isEqualTo("true");
    }

    private static MockEnvironment settled(MockEnvironment environment) {
        new SettingDefaults().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
