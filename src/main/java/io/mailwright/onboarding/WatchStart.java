package io.mailwright.onboarding;

import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A server that starts looks after what another left behind: who waits, and calls nobody saw the end of. */
@Component
class WatchStart {
    private final Watcher watcher;
    private final Waking waking;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    WatchStart(Watcher watcher, Waking waking, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.watcher = watcher;
        this.waking = waking;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        List<String> watched =
                jdbc.sql("select organization from watch").query(String.class).list();
        for (String organization : watched)
            transaction.executeWithoutResult(tx -> {
                waking.forgetDead(organization);
                if (watcher.needed(organization)) waking.wake(organization);
            });
    }
}
