package io.mailwright.ledger;

import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ledger rows are written in transactions of their own. One that lost a race (a deadlock, a lock, a row that another was
 * first to insert) is rolled back and run again, so that no reply of the vendor is lost to it.
 */
@Component
class OwnTransaction {
    private static final int TRIES = 8;

    private final TransactionTemplate template;

    OwnTransaction(PlatformTransactionManager transactions) {
        template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    <T> T call(Supplier<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return template.execute(status -> work.get());
            } catch (TransientDataAccessException | DuplicateKeyException lostRace) {
                if (tries == TRIES) throw lostRace;
            }
        }
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
