package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import ir.ramzineh.kernel.SpokenProblem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An unexpected failure while a view works: the log gets the cause and a reference, the reader gets one calm sentence
 * with the same reference and nothing else (security invariant I7).
 */
final class CalmErrorHandler implements ErrorHandler {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CalmErrorHandler.class);

    @Override
    public void error(ErrorEvent event) {
        UI ui = UI.getCurrent();
        SpokenProblem spoken = spoken(event.getThrowable());
        if (spoken != null && ui != null) {
            Toast.failure(Texts.of(ui.getLocale()).get(spoken.key()));
            return;
        }
        String reference = reference();
        LOG.error("A view failed, reference {}", reference, event.getThrowable());
        if (ui != null) {
            Toast.failure(Texts.of(ui.getLocale()).get("page.failure.reference", reference));
        }
    }

    /** What the failure has to say to the reader, if it is of that kind; wrapped or not. */
    static @Nullable SpokenProblem spoken(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SpokenProblem spoken) {
                return spoken;
            }
        }
        return null;
    }

    /** Eight characters that a customer can read to the call centre. */
    static String reference() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
