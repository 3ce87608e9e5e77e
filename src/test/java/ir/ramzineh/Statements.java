package ir.ramzineh;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Counts what one thread asks the database, by what Spring's template says of it. */
public final class Statements {
    private Statements() {}

    /** The statements that {@code work} runs in this thread, in their order. */
    public static List<String> of(Runnable work) {
        Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.jdbc.core.JdbcTemplate");
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        Thread asking = Thread.currentThread();
        List<String> heard = new ArrayList<>();
        AppenderBase<ILoggingEvent> ear = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == asking) {
                    heard.add(event.getFormattedMessage());
                }
            }
        };
        ear.start();
        logger.addAppender(ear);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(ear);
        }
        return heard.stream()
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
