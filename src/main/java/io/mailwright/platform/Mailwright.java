package io.mailwright.platform;

import io.mailwright.cli.Commands;
import io.mailwright.dsl.CampaignErrors;
import io.mailwright.dsl.CampaignErrors.CampaignError;
import io.mailwright.dsl.CampaignReader;
import io.mailwright.plan.PlanRefused;
import io.mailwright.plan.Preview;
import io.mailwright.simulator.SimulatorApplication;
import java.time.Clock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server; with a command, the command line of the same jar. */
@EnableScheduling
@SpringBootApplication(
        scanBasePackages = "io.mailwright",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Mailwright {
    public static void main(String[] arguments) {
        if (Stream.of(arguments).allMatch(Mailwright::isSetting)) {
            greet(SpringApplication.run(Mailwright.class, arguments).getEnvironment());
        } else {
            System.exit(Commands.run(Mailwright.class, Mailwright::read, SimulatorApplication::main, arguments));
        }
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    /** Reads a campaign file offline; what is short in it has no line of its own, so it is told at the first. */
    @Bean
    static Function<String, Preview> preview() {
        return Mailwright::read;
    }

    private static Preview read(String text) {
        try {
            return Preview.of(CampaignReader.read(text));
        } catch (PlanRefused refused) {
            throw new CampaignErrors(refused.reasons().stream()
                    .map(reason -> new CampaignError(1, 1, reason))
                    .toList());
        }
    }

    /** As Spring takes them: {@code --server.port=9000}, {@code --debug}. */
    private static boolean isSetting(String argument) {
        return argument.matches("--[\\w-]+\\..*|--debug|--trace");
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
