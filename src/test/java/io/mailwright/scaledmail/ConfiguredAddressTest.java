package io.mailwright.scaledmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class ConfiguredAddressTest {
    @Configuration
    @ComponentScan("io.mailwright.scaledmail")
    @EnableConfigurationProperties(VendorSettings.class)
    static class Wired {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    private final WebApplicationContextRunner server = new WebApplicationContextRunner(
                    AnnotationConfigServletWebServerApplicationContext::new)
            .withConfiguration(AutoConfigurations.of(
                    ServletWebServerFactoryAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(Wired.class)
            .withPropertyValues(
                    "server.port=0",
                    "spring.datasource.url=jdbc:h2:mem:wired",
                    "mailwright.vendor.requests-per-second=4",
                    "mailwright.vendor.critical-per-minute=14");

    @Test
    void withoutAnAddressItIsTheSimulatorOnThisServersPort() {
        server.run(context -> {
            int port = context.getSourceApplicationContext(AnnotationConfigServletWebServerApplicationContext.class)
                    .getWebServer()
                    .getPort();
            assertThat(context.getBean(VendorAddress.class).baseUrl())
                    .hasToString("http://127.0.0.1:" + port + "/simulator/api/v1");
            assertThat(context).hasSingleBean(ScaledMail.class).hasSingleBean(Sender.class);
        });
    }

    @Test
    void anAddressIsTakenAsItStands() {
        server.withPropertyValues("mailwright.vendor.base-url= https://server.scaledmail.test/api/v1/ ")
                .run(context -> assertThat(context.getBean(VendorAddress.class).baseUrl())
                        .hasToString("https://server.scaledmail.test/api/v1/"));
    }

    @Test
    void beforeTheServerListensItIsTooEarly() {
        VendorAddress early = new ConfiguredAddress(new VendorSettings("", "", "", null, null, 4, 14, 10));
        assertThatThrownBy(early::baseUrl).isInstanceOf(TryAgainAt.class).hasMessageContaining("still starting");
    }

    @Test
    void limitsBelowOneAreRefusedAtStart() {
        server.withPropertyValues("mailwright.vendor.requests-per-second=0")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("Set SCALEDMAIL_REQUESTS_PER_SECOND to 1 or more."));
    }
}
