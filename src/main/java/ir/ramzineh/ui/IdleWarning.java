package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Duration;

/**
 * Warns a signed-in customer before idleness signs him out. Only work of the customer counts, in any tab; heartbeats and
 * pushed updates do not, neither here nor on the server. The server ends the session by its own clock whatever this
 * dialog shows.
 */
@Tag("ramzineh-idle-warning")
public class IdleWarning extends Component {
    private static final long serialVersionUID = 1L;

    /**
     * A warning that stays unseen until it is needed.
     *
     * @param warnAfter idle time after which the warning opens
     * @param endAfter idle time after which the server has ended the session
     * @param endedUrl where the page goes then
     * @param signOut what the second button does
     */
    public IdleWarning(Duration warnAfter, Duration endAfter, String endedUrl, Runnable signOut) {
        getElement()
                .setAttribute("warn-after-seconds", Long.toString(warnAfter.toSeconds()))
                .setAttribute("end-after-seconds", Long.toString(endAfter.toSeconds()))
                .setAttribute("ended-url", endedUrl)
                .setAttribute("heading", getTranslation("idle.title"))
                .setAttribute("text", getTranslation("idle.text"))
                .setAttribute("stay", getTranslation("idle.stay"))
                .setAttribute("sign-out", getTranslation("action.sign-out"));
        // The round to the server is what keeps the session; there is nothing else to do.
        getElement().addEventListener("stay", event -> {});
        getElement().addEventListener("sign-out", event -> signOut.run());
    }
}
