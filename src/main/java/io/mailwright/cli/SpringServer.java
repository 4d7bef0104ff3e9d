package io.mailwright.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The application on a free port of this machine; it logs to a file beside its database and leaves the terminal alone. */
final class SpringServer implements OwnServer {
    private static final String DATABASE = "jdbc:h2:file:./data/mailwright";
    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:|nio:|async:)?(?!mem:|tcp:|ssl:)([^;]+).*");

    private final ConfigurableApplicationContext context;
    private final Shell shell;

    private SpringServer(ConfigurableApplicationContext context, Shell shell) {
        this.context = context;
        this.shell = shell;
    }

    static OwnServer start(Class<?> application, Shell shell) {
        Matcher database = FILE.matcher(database(shell));
        String log = (database.matches() ? database.group(1) : "./data/mailwright") + ".log";
        SpringApplication server = new SpringApplication(application);
        server.setBannerMode(Banner.Mode.OFF);
        server.setDefaultProperties(Map.of("logging.file.name", log));
        List<String> settings = new ArrayList<>(
                List.of("--server.port=0", "--server.address=127.0.0.1", "--logging.threshold.console=off"));
        settings.add("--mailwright.node=" + node(database.matches()));
        try {
            return new SpringServer(server.run(settings.toArray(String[]::new)), shell);
        } catch (RuntimeException e) {
            throw new Failure(why(e) + "; more in " + log);
        }
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + environment().getProperty("local.server.port"));
    }

    @Override
    public Credentials credentials() {
        boolean simulated =
                environment().getProperty("mailwright.vendor.base-url", "").isBlank();
        return simulated ? Credentials.DEMO : Credentials.administrator(shell);
    }

    @Override
    public void close() {
        context.close();
    }

    private Environment environment() {
        return context.getEnvironment();
    }

    /** A database in a file has one node at a time, which takes up what the last one left; others may have many. */
    private static String node(boolean inFile) {
        return "command-line" + (inFile ? "" : "-" + UUID.randomUUID());
    }

    private static String database(Shell shell) {
        String url = shell.variable("SPRING_DATASOURCE_URL");
        return url == null ? DATABASE : url;
    }

    private static String why(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && !inUse(cause)) {
            cause = cause.getCause();
        }
        return inUse(cause)
                ? "another Mailwright uses this database; give its address with --server URL, or end it"
                : "Mailwright does not start: "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** The words of H2 and of the simulator for a file that another process holds. */
    private static boolean inUse(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("already in use") || message.startsWith("Another process");
    }
}
