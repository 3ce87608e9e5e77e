package ir.ramzineh;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Runs the recurring tasks of all modules on the shared database: each at its time, on one node at a time. A module
 * announces a task as a {@link RecurringTask} bean.
 */
@Configuration(proxyBeanMethods = false)
class BackgroundWork {
    private static final int THREADS = 4;

    @Bean(destroyMethod = "stop")
    Scheduler scheduler(DataSource dataSource, List<RecurringTask<?>> tasks) {
        return Scheduler.create(dataSource)
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(Duration.ofSeconds(1))
                // Four missed heartbeats make a node dead: its tasks go on elsewhere after eight seconds.
                .heartbeatInterval(Duration.ofSeconds(2))
                .missedHeartbeatsLimit(4)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    Start startOfBackgroundWork(Scheduler scheduler) {
        return new Start(scheduler);
    }

    /** Begins when everything else stands, the tables included. */
    static class Start {
        private final Scheduler scheduler;

        Start(Scheduler scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            scheduler.start();
        }
    }
}
