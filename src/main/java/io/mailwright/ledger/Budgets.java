package io.mailwright.ledger;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dollars reserved before a call and spent or released after it, per campaign and per organization and month. */
@Component
class Budgets {
    private final JdbcClient jdbc;

    Budgets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The runs of a schedule have one budget: their campaign's. */
    String campaign(String id) {
        String whose = jdbc.sql("select parent_id from campaign where id = ? and parent_id is not null")
                .param(id)
                .query(String.class)
                .optional()
                .orElse(id);
        return "campaign:" + whose;
    }

    static String month(String organization, String month) {
        return "month:" + organization + ":" + month;
    }

    /** @param cap dollars, or null: none */
    void open(String scope, BigDecimal cap) {
        int changed = jdbc.sql("update budget set cap = ? where scope = ?")
                .params(cap, scope)
                .update();
        if (changed == 1) return;
        jdbc.sql("insert into budget (scope, cap, reserved, spent) values (?, ?, 0, 0)")
                .params(scope, cap)
                .update();
    }

    BigDecimal used(String scope) {
        return jdbc.sql("select reserved + spent from budget where scope = ?")
                .param(scope)
                .query(BigDecimal.class)
                .optional()
                .orElse(BigDecimal.ZERO);
    }

    /** One conditional update, so that two engines can't both pass. */
    boolean reserve(String scope, BigDecimal amount) {
        return jdbc.sql("update budget set reserved = reserved + :amount"
                                + " where scope = :scope and (cap is null or reserved + spent + :amount <= cap)")
                        .param("amount", amount)
                        .param("scope", scope)
                        .update()
                == 1;
    }

    void release(String scope, BigDecimal amount) {
        jdbc.sql("update budget set reserved = reserved - ? where scope = ?")
                .params(amount, scope)
                .update();
    }

    /** @param actual what the vendor took for what had been reserved */
    void spend(String scope, BigDecimal reserved, BigDecimal actual) {
        jdbc.sql("update budget set reserved = reserved - ?, spent = spent + ? where scope = ?")
                .params(reserved, actual, scope)
                .update();
    }

    /** Corrects what was recorded as spent. */
    void correct(String scope, BigDecimal difference) {
        jdbc.sql("update budget set spent = spent + ? where scope = ?")
                .params(difference, scope)
                .update();
    }
}
