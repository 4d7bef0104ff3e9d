package io.mailwright.platform;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A commit is on disk when it returns (docs/money.md); Mailwright does not start on a database that would not. */
@Component
class DurableCommits {
    DurableCommits(DataSource dataSource, @Value("${spring.datasource.url:}") String settings) throws SQLException {
        JdbcClient database = JdbcClient.create(dataSource);
        String product;
        String url;
        try (var connection = dataSource.getConnection()) {
            product = connection.getMetaData().getDatabaseProductName();
            url = connection.getMetaData().getURL();
        }
        if ("H2".equals(product)) {
            database.sql("SET WRITE_DELAY 0").update();
            // the pool applies the address's settings to each connection that it opens
            boolean overruled = settings.toUpperCase(Locale.ROOT).matches(".*WRITE_DELAY=(?!0(;.*)?$).*");
            if (overruled || !url.startsWith("jdbc:h2:mem:") && !List.of("0").equals(writeDelays(database))) {
                throw new SettingsRefused(
                        "The H2 database did not accept SET WRITE_DELAY 0, so a crash could lose a payment's"
                                + " record: open it as its administrator, without WRITE_DELAY in SPRING_DATASOURCE_URL.");
            }
        } else if ("PostgreSQL".equals(product)
                && !"on"
                        .equals(database.sql("SHOW synchronous_commit")
                                .query(String.class)
                                .single())) {
            throw new SettingsRefused(
                    "PostgreSQL's synchronous_commit is not 'on', so a crash could lose a payment's record:"
                            + " run ALTER DATABASE … SET synchronous_commit = on.");
        }
    }

    private static List<String> writeDelays(JdbcClient database) {
        return database.sql(
                        "SELECT DISTINCT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'WRITE_DELAY'")
                .query(String.class)
                .list();
    }
}
