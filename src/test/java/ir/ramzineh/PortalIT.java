package ir.ramzineh;

import ir.ramzineh.approval.PlayedDeed;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test against the whole portal on a random port with the embedded MariaDB and the demonstration bank. All classes
 * that carry this annotation, and nothing else, share one context, one database and later one browser; Maven runs the
 * classes in two processes at once, each with a context, a database and a browser of its own ({@link ForkFolder}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "ramzineh.trial.folder=target/trial${it.fork:}",
            "management.server.port=0",
            // The tests move the portal's clock away from the database's.
            "ramzineh.clock.tolerance=0",
            // A lost answer would wait for a time that a clock that is held never comes to.
            "ramzineh.sms.provider-timeout=120s",
            // All tests come from one address.
            "ramzineh.session.new-per-minute=100000",
            // What a hash costs is no business of these tests, and there are thousands (PasswordHashingTest).
            "ramzineh.credential.hashing.memory-kib=512",
            "ramzineh.credential.hashing.iterations=1",
            // A machine that stands still for some seconds is no database that is away (DatabaseAwayIT has the real
            // ones).
            "spring.datasource.hikari.connection-timeout=15000",
            "spring.datasource.hikari.validation-timeout=10000",
            "spring.datasource.hikari.data-source-properties.connectTimeout=60000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=120000",
            "spring.datasource.hikari.data-source-properties.sessionVariables="
                    + "innodb_lock_wait_timeout=60,idle_transaction_timeout=300"
        })
@Import({TestClock.Configuration.class, PlayedDeed.Configuration.class, SilentBank.Configuration.class})
public @interface PortalIT {}
