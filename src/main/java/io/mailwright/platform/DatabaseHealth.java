package io.mailwright.platform;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database is up when it takes a commit: on a full disk it can still be read, and nothing can be bought any more. */
@Component("dbHealthIndicator")
class DatabaseHealth extends AbstractHealthIndicator {
    private static final Logger log = LoggerFactory.getLogger(DatabaseHealth.class);

    private final JdbcClient jdbc;
    private final String node;
    private final Clock clock;
    private boolean down;

    DatabaseHealth(JdbcClient jdbc, @Value("${mailwright.node}") String node, Clock clock) {
        this.jdbc = jdbc;
        this.node = node;
        this.clock = clock;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) {
        try {
            write();
            if (down) log.info("The database takes commits again; what was interrupted goes on.");
            down = false;
            health.up();
        } catch (RuntimeException failure) {
            if (!down)
                log.error(
                        "The database takes no commit, so nothing is bought, ordered or submitted: free space on its disk or"
                                + " bring its server back (docs/operations.md). {}",
                        failure.getMessage());
            down = true;
            health.down();
        }
    }

    private void write() {
        Timestamp now = Timestamp.from(clock.instant());
        int known = jdbc.sql("update node set seen_at = ? where name = ?")
                .params(now, node)
                .update();
        if (known == 0)
            jdbc.sql("insert into node (name, seen_at) values (?, ?)")
                    .params(node, now)
                    .update();
    }
}
