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

/** The whole server with its simulator on a free port; vendor days and deadlines pass in a moment. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Mailwright.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:flows;DB_CLOSE_DELAY=-1",
            "mailwright.node=flow-test",
            "mailwright.simulator.file=target/flow-simulator-${random.uuid}.json",
            "mailwright.reconcile-window=PT1S",
            "mailwright.month-budget=100000",
            "mailwright.watch.min=PT0.3S",
            "mailwright.watch.max=PT1S",
            "mailwright.deadlines.registered=PT2M",
            "mailwright.deadlines.payment=PT8S",
            "mailwright.deadlines.mailboxes=PT8S",
            "mailwright.vendor.requests-per-second=500",
            "mailwright.vendor.critical-per-minute=5000",
            "MAILWRIGHT_SECRET_REGISTRAR={\"provider\":\"Namecheap\",\"username\":\"acme-login\","
                    + "\"password\":\"hunter2-secret\",\"link\":\"https://registrar.example/panel-7\"}",
            "MAILWRIGHT_SECRET_NAMECHEAP={\"provider\":\"Namecheap\",\"username\":\"head-login\","
                    + "\"password\":\"hunter5-secret\"}",
            "MAILWRIGHT_SECRET_BROKEN={\"provider\":\"Namecheap\",\"username\":\"half-login",
            "MAILWRIGHT_SECRET_INSTANTLY_MAIN={\"username\":\"bot-login\",\"password\":\"hunter3-secret\","
                    + "\"workspace\":\"outbound-desk\",\"link\":\"https://sequencer.example\"}",
            "MAILWRIGHT_SECRET_LINKLESS={\"username\":\"bot-login\",\"password\":\"hunter3-secret\"}",
            "camunda.bpm.job-execution.max-wait=200",
            "camunda.bpm.job-execution.max-backoff=200"
        })
@ActiveProfiles("flow-test")
@Import(Flows.class)
@interface FlowTest {}
