package io.mailwright.platform;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Nodes on one PostgreSQL start one after the other: on an empty database each would create the engine's tables and the
 * first users, and all but one would fail. The lock is the connection's, so a node that dies while it starts lets the next
 * one in. An H2 file has one process.
 */
@Component
class StartTurn implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(StartTurn.class);
    private static final long MAILWRIGHT = 0x6d61696c77726967L;

    private Connection turn;

    StartTurn(DataSource dataSource) throws SQLException {
        turn = dataSource.getConnection();
        if (!"PostgreSQL".equals(turn.getMetaData().getDatabaseProductName())) {
            close();
        } else if (!asks("select pg_try_advisory_lock(?)")) {
            LOG.info("Another node is starting on this database; this one follows.");
            asks("select pg_advisory_lock(?) is not null");
        }
    }

    @EventListener(ApplicationStartedEvent.class)
    void started() throws SQLException {
        if (turn == null) return;
        asks("select pg_advisory_unlock(?)");
        close();
    }

    @Override
    public void destroy() throws SQLException {
        started();
    }

    private boolean asks(String sql) throws SQLException {
        try (var statement = turn.prepareStatement(sql)) {
            statement.setLong(1, MAILWRIGHT);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void close() throws SQLException {
        turn.close();
        turn = null;
    }
}
