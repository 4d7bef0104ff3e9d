package io.mailwright.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empty databases with the product's tables. */
public enum Database {
    H2 {
        @Override
        DataSource create(String name) {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            return database;
        }
    },
    POSTGRES {
        @Override
        DataSource create(String name) throws SQLException {
            JdbcClient.create(Server.RUNNING.getPostgresDatabase())
                    .sql("create database " + name)
                    .update();
            return Server.RUNNING.getDatabase("postgres", name);
        }
    };

    private static class Server {
        static final EmbeddedPostgres RUNNING = start();

        static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    abstract DataSource create(String name) throws SQLException;

    public DataSource open() {
        try {
            DataSource database =
                    create("ledger_" + UUID.randomUUID().toString().replace("-", ""));
            Flyway.configure().dataSource(database).load().migrate();
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
