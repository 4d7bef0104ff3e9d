package io.mailwright.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.web.embedded.EmbeddedWebServerFactoryCustomizerAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.Ordered;

/**
 * The simulator alone: its web part on {@code SERVER_PORT} and nothing else, no engine and no database. Its administration
 * paths take the login demo/demo. Without a stereotype, so that a scan of the whole application passes it by.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    EmbeddedWebServerFactoryCustomizerAutoConfiguration.class,
    ServletWebServerFactoryAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class
})
@ComponentScan
public class SimulatorApplication {

    /** Runs until the process ends; arguments are Spring's ({@code --server.port=9000}). */
    public static void main(String[] arguments) {
        ServletWebServerApplicationContext running = start(Map.of(), arguments);
        System.out.println("ScaledMail, simulated: http://localhost:"
                + running.getWebServer().getPort() + Gate.VENDOR + " with the key " + Gate.KEY
                + "\nLedger, faults, modes and clock under " + Gate.ROOT + " with the login demo/demo");
    }

    /**
     * Starts it beside whatever else this process does; closing what is returned stops it.
     *
     * @param properties stronger than environment and configuration
     */
    public static ServletWebServerApplicationContext start(Map<String, ?> properties, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--mailwright.simulator.enabled=true");
        // who talks to it, and how, is set for the other side
        all.add("--mailwright.vendor.base-url=");
        all.add("--mailwright.vendor.api-key=");
        properties.forEach((name, value) -> all.add("--" + name + "=" + value));
        return (ServletWebServerApplicationContext) new SpringApplicationBuilder(SimulatorApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(all.toArray(String[]::new));
    }

    @Bean
    FilterRegistrationBean<DemoLogin> demoLogin() {
        FilterRegistrationBean<DemoLogin> registration = new FilterRegistrationBean<>(new DemoLogin());
        registration.addUrlPatterns(Gate.ROOT + "/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
