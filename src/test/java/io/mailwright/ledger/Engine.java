package io.mailwright.ledger;

import io.mailwright.scaledmail.QuickReads;
import io.mailwright.scaledmail.VendorSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** One node's ledger, with the real HTTP client; several may share a database. */
class Engine implements AutoCloseable {
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
    final Ledger ledger;
    final Settling settling;
    final Readings readings;
    final Approvals approvals;

    Engine(DataSource database, Clock clock, VendorSettings vendor, BigDecimal monthBudget) {
        beans.registerBean(DataSource.class, () -> database);
        beans.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        beans.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        beans.registerBean(Clock.class, () -> clock);
        beans.registerBean(VendorSettings.class, () -> vendor);
        beans.registerBean(
                LedgerSettings.class, () -> new LedgerSettings(WINDOW, monthBudget, "test", Duration.ofHours(2)));
        QuickReads.in(beans);
        var scanner = new ClassPathBeanDefinitionScanner(beans);
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        // other tests' configurations lie in these packages too
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        scanner.scan("io.mailwright.scaledmail", "io.mailwright.ledger");
        beans.refresh();
        ledger = beans.getBean(Ledger.class);
        settling = beans.getBean(Settling.class);
        readings = beans.getBean(Readings.class);
        approvals = beans.getBean(Approvals.class);
    }

    <T> T bean(Class<T> type) {
        return beans.getBean(type);
    }

    @Override
    public void close() {
        beans.close();
    }
}
