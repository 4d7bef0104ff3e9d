package io.mailwright.scaledmail;

import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * One time for all nodes: the database server's. An embedded database has one process, whose time is taken at its start
 * and then counted by a clock that nobody can move.
 */
@Component
class PaceClock {
    private final JdbcClient jdbc;
    private final boolean server;
    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();

    PaceClock(DataSource database, JdbcClient jdbc) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.server = JdbcUtils.<String>extractDatabaseMetaData(database, data -> data.getDatabaseProductName())
                .toLowerCase(Locale.ROOT)
                .contains("postgres");
    }

    long millis() {
        return server
                ? jdbc.sql("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
                        .query(Long.class)
                        .single()
                : startMillis + (System.nanoTime() - startNanos) / 1_000_000;
    }
}
