package io.mailwright.platform;

import io.mailwright.plan.Preview;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. */
@EnableScheduling
@SpringBootApplication(
        scanBasePackages = "io.mailwright",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Mailwright {
    static void serve(String... settings) {
        greet(SpringApplication.run(Mailwright.class, settings).getEnvironment());
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static Function<String, Preview> preview() {
        return PreviewReader::read;
    }

    private static void greet(Environment environment) {
        String address = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        boolean simulated =
                environment.getProperty("mailwright.vendor.base-url", "").isBlank();
        System.out.println("\nMailwright runs at " + address
                + (simulated
                        ? " against the simulator: no money moves. Log in as demo, password demo."
                        : " against a real vendor. Log in as MAILWRIGHT_ADMIN_USER.")
                + "\n  Tasklist: " + address + "/camunda/app/tasklist/default/"
                + "\n  Commands: java -jar target/mailwright.jar --help");
    }
}
