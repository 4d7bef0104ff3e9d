package io.mailwright.onboarding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The whole server's database, engine and all. At a chosen moment the process dies, as far as its database can tell:
 * what was not committed is undone, and no thread gets anything written or read until it is revived.
 */
class MortalDatabase extends DelegatingDataSource {
    /**
     * @param event a statement's text in lower case, {@code before commit} or {@code after commit}
     * @param statements of the transaction until then
     */
    record Moment(String event, List<String> statements, Thread thread) {
        /** The beginning or end of the commit of a transaction that has such a statement. */
        boolean commit(String when, String statement) {
            return event.equals(when + " commit") && statements.stream().anyMatch(text -> text.contains(statement));
        }
    }

    /** Death, which no {@code catch} of a RuntimeException survives. */
    static class Dead extends Error {
        Dead() {
            super("the process is dead", null, false, false);
        }
    }

    private static final ThreadLocal<Boolean> WATCHED = ThreadLocal.withInitial(() -> true);

    private volatile Predicate<Moment> deadly = moment -> false;
    private volatile boolean dead;

    MortalDatabase(DataSource database) {
        super(database);
    }

    void diesWhen(Predicate<Moment> moment) {
        deadly = moment;
    }

    /** At the first such moment somebody else does something, from beginning to end. */
    void meanwhile(Predicate<Moment> when, Runnable what) {
        boolean[] done = {false};
        diesWhen(moment -> {
            synchronized (done) {
                if (done[0] || !when.test(moment)) return false;
                done[0] = true;
            }
            try {
                CompletableFuture.runAsync(what, command -> new Thread(command).start())
                        .get(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return false;
        });
    }

    boolean dead() {
        return dead;
    }

    void dies() {
        dead = true;
    }

    void revive() {
        deadly = moment -> false;
        dead = false;
    }

    /** What this thread does meanwhile is no moment of the server's life. */
    <T> T unwatched(Supplier<T> look) {
        WATCHED.set(false);
        try {
            return look.get();
        } finally {
            WATCHED.remove();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (dead) throw new Dead();
        Connection real = super.getConnection();
        List<String> statements = new ArrayList<>();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "prepareStatement", "prepareCall" -> {
                            String text = ((String) arguments[0]).strip().toLowerCase(Locale.ROOT);
                            passes(text, statements, real);
                            statements.add(text);
                        }
                        case "createStatement", "setSavepoint" -> passes(method.getName(), statements, real);
                        case "commit" -> passes("before commit", statements, real);
                        // it would commit what the dead had begun
                        case "setAutoCommit" -> {
                            if (dead && !real.getAutoCommit()) real.rollback();
                        }
                        default -> {}
                    }
                    Object result;
                    try {
                        result = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("commit")) passes("after commit", statements, real);
                    if (method.getName().equals("commit") || method.getName().equals("rollback")) statements.clear();
                    return result;
                });
    }

    private void passes(String event, List<String> statements, Connection real) throws SQLException {
        if (!dead && WATCHED.get() && deadly.test(new Moment(event, statements, Thread.currentThread()))) dead = true;
        if (!dead) return;
        if (!real.getAutoCommit()) real.rollback();
        throw new Dead();
    }

    /** Puts it in the place of the server's data source. */
    @TestComponent
    static class Installed implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database && !(bean instanceof MortalDatabase)
                    ? new MortalDatabase(database)
                    : bean;
        }
    }
}
