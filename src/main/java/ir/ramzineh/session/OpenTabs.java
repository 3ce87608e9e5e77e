package ir.ramzineh.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the tabs of a session that is over. Sessions in a database publish no events, so what a servlet container
 * would do by itself, telling the attributes that their session has ended, is done here.
 */
final class OpenTabs {
    private static final Logger log = LoggerFactory.getLogger(OpenTabs.class);

    /** Where the pages of staff stand. */
    private static final String BRANCH = "branch";

    /** Why a tab is closed, which decides what its reader sees. */
    enum Farewell {
        /** Nobody did anything for too long: the tab goes to the sign-in page, which says so. */
        IDLE,
        /** Signed out in another tab or ended from another device. */
        ENDED,
        /** The session lives on another node now; the tab reconnects there by itself. */
        MOVED
    }

    private final String signInPage;

    OpenTabs(String signInPage) {
        this.signInPage = signInPage;
    }

    void close(String sessionId, NodeLocalState state, Farewell farewell) {
        Map<String, Object> values = Map.copyOf(state.values());
        state.values().clear();
        HttpSession ended = endedSession(sessionId);
        values.forEach((name, value) -> {
            if (farewell != Farewell.MOVED && state.isSignedIn() && value instanceof VaadinSession vaadin) {
                sendAway(vaadin, "?ended=" + (farewell == Farewell.IDLE ? "idle" : "elsewhere"));
            }
            if (value instanceof HttpSessionBindingListener listener) {
                unbind(listener, new HttpSessionBindingEvent(ended, name, value));
            }
        });
    }

    /** The tab that is just being answered is left alone: whoever ended the session there says where it goes. */
    private void sendAway(VaadinSession vaadin, String reason) {
        UI answered = UI.getCurrent();
        try {
            var _ = vaadin.access(() -> vaadin.getUIs().stream()
                    .filter(ui -> !ui.equals(answered))
                    .forEach(ui -> sendAway(ui, door(ui) + reason)));
        } catch (RuntimeException e) {
            log.debug("a tab could not be told that its session has ended", e);
        }
    }

    /** Staff have a door of their own. */
    private String door(UI ui) {
        String path = ui.getInternals().getActiveViewLocation().getPath();
        return path.equals(BRANCH) || path.startsWith(BRANCH + "/") ? BRANCH + "/" + signInPage : signInPage;
    }

    private static void sendAway(UI ui, String page) {
        ui.getPage().setLocation(page);
        if (ui.getPushConfiguration().getPushMode().isEnabled()) {
            ui.push();
        }
    }

    private static void unbind(HttpSessionBindingListener listener, HttpSessionBindingEvent event) {
        try {
            listener.valueUnbound(event);
        } catch (RuntimeException e) {
            log.warn("an attribute of an ended session did not close cleanly", e);
        }
    }

    /** The session an attribute is told about: it has an id and nothing more. */
    private static HttpSession endedSession(String id) {
        return (HttpSession) Proxy.newProxyInstance(
                OpenTabs.class.getClassLoader(),
                new Class<?>[] {HttpSession.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getId", "toString" -> id;
                    default -> throw new IllegalStateException("the session has ended");
                });
    }
}
