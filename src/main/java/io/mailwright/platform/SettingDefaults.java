package io.mailwright.platform;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** The settings that differ between a real vendor and the simulator, and what each of the two can't do without. */
class SettingDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String VENDOR_ADDRESS = "https://server.scaledmail.com/api/v1";
    private static final Pattern H2_FILE = Pattern.compile("jdbc:h2:(?:file:|nio:|async:)?(?!mem:|tcp:|ssl:)([^;]+).*");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean simulated = !isSet(environment, "mailwright.vendor.base-url");
        if (simulated && isSet(environment, "mailwright.vendor.api-key")) {
            throw new SettingsRefused(
                    "SCALEDMAIL_API_KEY is set but SCALEDMAIL_BASE_URL is not: set SCALEDMAIL_BASE_URL to "
                            + VENDOR_ADDRESS + " for the real vendor, or unset the key to use the simulator.");
        }
        if (!simulated) {
            requireAdministrator(environment);
        }
        NoticeCheck.refuseHalf(environment);
        if (simulated) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("simulatorArms", Map.of("mailwright.vendor.spending", "armed")));
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("mailwrightDefaults", defaults(environment, simulated)));
    }

    private static void requireAdministrator(ConfigurableEnvironment environment) {
        if (!isSet(environment, "mailwright.admin.user") || !isSet(environment, "mailwright.admin.password")) {
            throw new SettingsRefused(
                    "SCALEDMAIL_BASE_URL names a real vendor: set MAILWRIGHT_ADMIN_USER and MAILWRIGHT_ADMIN_PASSWORD to the "
                            + "administrator's login, or unset SCALEDMAIL_BASE_URL to use the simulator.");
        }
    }

    private static Map<String, Object> defaults(ConfigurableEnvironment environment, boolean simulated) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("mailwright.simulator.enabled", simulated);
        defaults.put("mailwright.simulator.file", simulatorFile(environment.getProperty("spring.datasource.url", "")));
        defaults.put("mailwright.reconcile-window", simulated ? "PT5S" : "PT10M");
        defaults.put("mailwright.watch.min", simulated ? "PT1S" : "PT5S");
        defaults.put("mailwright.watch.max", simulated ? "PT5S" : "PT1H");
        if ("465".equals(environment.getProperty("spring.mail.port"))) {
            defaults.put("spring.mail.properties.[mail.smtp.ssl.enable]", true);
        }
        defaults.put(
                "mailwright.node",
                environment.getProperty("server.address", "localhost") + ":"
                        + environment.getProperty("server.port", "8080"));
        return defaults;
    }

    static String simulatorFile(String databaseUrl) {
        Matcher file = H2_FILE.matcher(databaseUrl);
        return file.matches() ? file.group(1) + "-simulator.json" : "./data/simulator.json";
    }

    private static boolean isSet(ConfigurableEnvironment environment, String name) {
        return StringUtils.hasText(environment.getProperty(name));
    }
}
