package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Security case 18: a node with a wrong clock answers nothing, and so locks nobody out. */
@PortalIT
class ClockWatchIT {
    private static final Duration TOLERANCE = Duration.ofSeconds(30);

    @Autowired
    private JdbcClient jdbc;

    private final AtomicLong nanos = new AtomicLong();

    @ParameterizedTest
    @ValueSource(longs = {-20, 0, 20})
    void aClockThatIsNearlyRightIsTrusted(long seconds) {
        ClockWatch watch = watch(seconds);
        watch.require();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -90, 90, 3600})
    void aWrongClockStopsTheNodeAndShowsInItsHealth(long seconds) {
        ClockWatch watch = watch(seconds);
        assertThatThrownBy(watch::require).isInstanceOf(ClockWrongException.class);
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aClockThatWasSetRightIsTrustedAgainWithinTenSeconds() {
        TestClock clock = new TestClock();
        clock.advance(Duration.ofSeconds(90));
        ClockWatch watch = new ClockWatch(jdbc, clock, nanos::get, TOLERANCE);
        assertThatThrownBy(watch::require).isInstanceOf(ClockWrongException.class);
        clock.reset();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        watch.require();
    }

    @Test
    void aDatabaseThatIsAwayIsDownAndNoErrorOfTheHealthPage() {
        JdbcClient away = JdbcClient.create(new DriverManagerDataSource("jdbc:mariadb://127.0.0.1:1/nowhere"));
        ClockWatch watch = new ClockWatch(away, Clock.systemUTC(), nanos::get, TOLERANCE);
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThatThrownBy(watch::require).isInstanceOf(DataAccessException.class);
    }

    private ClockWatch watch(long secondsAhead) {
        return new ClockWatch(
                jdbc, Clock.offset(Clock.systemUTC(), Duration.ofSeconds(secondsAhead)), nanos::get, TOLERANCE);
    }
}
