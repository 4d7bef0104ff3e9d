package io.mailwright.scaledmail;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The client as Spring wires it, against a vendor whose replies a test scripts. */
final class Bench {
    static final String KEY = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";
    static final Reading.Patience HURRIED = new Reading.Patience(
            Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofMillis(2));
    static final Wire.OrderBody ORDER = new Wire.OrderBody(
            "q1-a1b2c3d4",
            Map.of(
                    "google",
                    new Wire.ProviderDomains(List.of(new Wire.DomainBody(
                            "try-sample.com",
                            "https://sample.com",
                            null,
                            List.of(
                                    new Wire.AliasBody("Ann", "Lee", "ann.lee", null),
                                    new Wire.AliasBody("Ann", "Lee", "ann", null)))))));

    static final Wire.WarmPurchase WARM = new Wire.WarmPurchase(
            "q1-a1b2c3d4",
            List.of(
                    new Wire.WarmItem("recPw1", "warm-a.com", "https://sample.com"),
                    new Wire.WarmItem("recPw2", "warm-b.com", null)),
            new Wire.Login("Instantly", "bot@acme.com", "hunter2", "https://app.example", null, "{{ID}}"));

    final ScaledMail mail;
    final Sender sender;
    final VendorClient client;
    final CallLog calls = new CallLog(Clock.systemUTC());

    Bench(MockWebServer server) {
        this(server.url("/api/v1").uri(), pace(database(), settings(1_000, 1_000)), settings(1_000, 1_000));
    }

    Bench(URI address, Pace pace, VendorSettings settings) {
        this(address, pace, settings, Dns.SYSTEM);
    }

    Bench(URI address, Pace pace, VendorSettings settings, Dns names) {
        Redaction redaction = new Redaction(settings);
        client = new VendorClient(settings, () -> address, pace, names);
        mail = new ScaledMail(client, new Reading(redaction, calls, HURRIED), pace, settings);
        sender = new Sender(client, redaction, calls);
    }

    static VendorSettings settings(int perSecond, int perMinute) {
        return new VendorSettings(
                "http://vendor.test/api/v1",
                KEY,
                "recOrg1",
                VendorSettings.Spending.ARMED,
                VendorSettings.OrderStyle.AUTO,
                perSecond,
                perMinute,
                3);
    }

    static Pace pace(DataSource database, VendorSettings settings) {
        try {
            return new Pace(log(database, new PaceClock(database, JdbcClient.create(database))), settings);
        } catch (org.springframework.jdbc.support.MetaDataAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    static PaceLog log(DataSource database, PaceClock clock) {
        return new PaceLog(JdbcClient.create(database), new DataSourceTransactionManager(database), clock);
    }

    static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        migrate(database);
        return database;
    }

    static void migrate(DataSource database) {
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V2__pace.sql")).execute(database);
    }

    static SendPermit permit() {
        return new SendPermit(1, System.nanoTime());
    }

    static MockResponse reply(int code, String body) {
        return new MockResponse.Builder().code(code).body(body).build();
    }

    static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
