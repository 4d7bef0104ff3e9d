package io.mailwright.onboarding;

import io.mailwright.platform.Mailwright;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole server as in {@link FlowTest}, on a database that can die or hold on at any moment. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Mailwright.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:mortal;DB_CLOSE_DELAY=-1",
            "mailwright.node=mortal-test",
            "mailwright.simulator.file=target/mortal-simulator-${random.uuid}.json",
            "mailwright.reconcile-window=PT1S",
            "mailwright.month-budget=100000",
            "mailwright.watch.min=PT0.1S",
            "mailwright.watch.max=PT0.5S",
            "mailwright.vendor.requests-per-second=500",
            "mailwright.vendor.critical-per-minute=5000",
            "camunda.bpm.job-execution.wait-time-in-millis=50",
            "camunda.bpm.job-execution.max-wait=100",
            "camunda.bpm.job-execution.max-backoff=100",
            "logging.level.io.mailwright.scaledmail=warn"
        })
@ActiveProfiles("flow-test")
@Import({Flows.class, MortalDatabase.Installed.class, MortalNode.class})
@interface MortalFlowTest {}
