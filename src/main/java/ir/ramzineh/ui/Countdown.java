package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.server.VaadinRequest;
import ir.ramzineh.kernel.PassiveRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A ring and the seconds until an instant of the server's clock. The browser is told how long is left, never what time
 * it is; when the page wakes from sleep it asks again, so neither sleep nor a changed clock extends anything. These
 * questions come from the page and not from the customer, so they keep no sign-in alive.
 */
@Tag("ramzineh-countdown")
public class Countdown extends Component {
    private static final long serialVersionUID = 1L;

    private final transient Clock clock;
    private final Instant end;

    /**
     * A ring that empties between two instants.
     *
     * @param start when the time began to run; the ring is full there
     * @param end when it is over
     */
    public Countdown(Clock clock, Instant start, Instant end) {
        this.clock = clock;
        this.end = end;
        getElement()
                .setAttribute(
                        "total", Long.toString(Duration.between(start, end).toMillis()));
        refresh();
        getElement().addEventListener("resync", event -> {
            askedByThePage();
            refresh();
        });
    }

    /** A countdown from now to {@code end}. */
    public Countdown(Clock clock, Instant end) {
        this(clock, clock.instant(), end);
    }

    /** A sentence around the time, {@code {0}} standing for it; without one the bare time is shown. */
    public Countdown withPattern(String pattern) {
        getElement().setAttribute("pattern", pattern);
        return this;
    }

    /** The large form, with the time inside the ring. */
    public Countdown large() {
        getElement().setAttribute("size", "large");
        return this;
    }

    /** Calls {@code action} when the time is over, also if it already is. Asks the server's clock, not the browser's. */
    public Countdown whenFinished(Runnable action) {
        getElement().addEventListener("finished", event -> {
            askedByThePage();
            if (refresh() == 0) {
                action.run();
            }
        });
        return this;
    }

    private static void askedByThePage() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null) {
            request.setAttribute(PassiveRequest.ATTRIBUTE, true);
        }
    }

    private long refresh() {
        long left = Math.max(Duration.between(clock.instant(), end).toMillis(), 0);
        // Browsers end their timers a few milliseconds early now and then; that is not worth another round.
        long shown = left < 300 ? 0 : left;
        getElement().setAttribute("remaining", Long.toString(shown));
        return shown;
    }
}
