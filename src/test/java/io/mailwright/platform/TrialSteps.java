package io.mailwright.platform;

import io.mailwright.onboarding.BusinessFailure;
import io.mailwright.onboarding.Step;
import io.mailwright.scaledmail.TryAgainAt;
import io.mailwright.scaledmail.VendorException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps that fail in every way a step can. */
@Step("trial")
@Profile("platform-test")
class TrialSteps {
    static final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    static final Map<String, Instant> laterUntil = new ConcurrentHashMap<>();

    private final JdbcClient database;

    TrialSteps(JdbcClient database) {
        this.database = database;
        database.sql("CREATE TABLE IF NOT EXISTS trial (id varchar(64), n int)").update();
    }

    public String works(String key) {
        count(key);
        return "did " + key;
    }

    public int twice(int number) {
        return 2 * number;
    }

    public void refuses(String key) {
        throw new BusinessFailure("file-refused", "no workspace for " + key + " " + "x".repeat(5_000));
    }

    public void breaks(String key) {
        database.sql("INSERT INTO trial VALUES (?, 1)").param(key).update();
        count(key);
        throw new IllegalStateException("the vendor is down");
    }

    public void breaksInTheDatabase(String key) {
        count(key);
        database.sql("SELECT nothing FROM nowhere").query().listOfRows();
    }

    public void needsPerson(String key) {
        count(key);
        throw new VendorException(
                VendorException.Kind.NEEDS_PERSON, 402, "no payment method: add one in the web app", null);
    }

    public void later(String key) {
        count(key);
        if (Instant.now().isBefore(laterUntil.get(key))) {
            throw new IllegalStateException(new TryAgainAt(laterUntil.get(key), "pace"));
        }
    }

    public void opened(DelegateTask task) {
        calls.computeIfAbsent("opened " + task.getTaskDefinitionKey(), any -> new AtomicInteger())
                .incrementAndGet();
    }

    public List<String> names() {
        return List.of("a", "b");
    }

    int rows(String key) {
        return database.sql("SELECT count(*) FROM trial WHERE id = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    static int calls(String key) {
        return calls.getOrDefault(key, new AtomicInteger()).get();
    }

    private static void count(String key) {
        calls.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet();
    }
}
