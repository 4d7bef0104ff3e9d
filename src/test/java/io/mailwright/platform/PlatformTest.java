package io.mailwright.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** The whole server on a free port, on H2 in memory, with {@link TrialSteps} besides the real ones. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Mailwright.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.url=jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1", "mailwright.node=platform-test"})
@ActiveProfiles("platform-test")
@Import({TrialSteps.class, WhoAmI.class})
@interface PlatformTest {}
