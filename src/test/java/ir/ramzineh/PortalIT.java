package ir.ramzineh;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test against the whole portal on a random port with the embedded MariaDB and the demonstration bank. All classes
 * that carry this annotation, and nothing else, share one context, one database and later one browser.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ramzineh.trial.folder=target/trial",
            "management.server.port=0",
            // The tests move the portal's clock away from the database's.
            "ramzineh.clock.tolerance=0",
            // All tests come from one address.
            "ramzineh.session.new-per-minute=100000"
        })
@Import(TestClock.Configuration.class)
public @interface PortalIT {}
