package io.mailwright.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database whose user can die at any statement, before any commit and after any commit. */
class HaltingDatabase extends DelegatingDataSource {
    private volatile Predicate<String> halt = event -> false;

    HaltingDatabase(DataSource database) {
        super(database);
    }

    /** @param when asked with each statement's text, {@code before commit} and {@code after commit}; halts once */
    void haltWhen(Predicate<String> when) {
        halt = when;
    }

    /** Halts at the event of that number, from 1, or later. */
    void haltAt(int event) {
        int[] left = {event};
        haltWhen(any -> --left[0] <= 0);
    }

    void tell(String event) {
        if (!halt.test(event)) return;
        halt = any -> false;
        throw new Halt();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean commits = method.getName().equals("commit");
                    if (method.getName().equals("prepareStatement")) tell((String) arguments[0]);
                    if (commits) tell("before commit");
                    Object result;
                    try {
                        result = method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (commits) tell("after commit");
                    return result;
                });
    }
}
