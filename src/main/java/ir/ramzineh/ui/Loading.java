package ir.ramzineh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A place in a page whose content takes a while: it shows that it is loading, then the content, or what went wrong with
 * a button to try again. The page around it stays usable meanwhile.
 *
 * @param <T> what is fetched
 */
public class Loading<T> extends Div {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(Loading.class);

    private final transient Supplier<T> source;
    private final transient Function<T, Component> content;

    /**
     * A place that fetches when it is attached.
     *
     * @param source asked on a background thread, without a page: no translation, no session
     * @param content draws what came, on the page's own thread
     */
    public Loading(Supplier<T> source, Function<T, Component> content) {
        this.source = source;
        this.content = content;
        addClassName("loading-place");
        addAttachListener(attached -> fetch(attached.getUI()));
    }

    private void fetch(UI ui) {
        replaceWith(StatePanel.loading(getTranslation("state.loading")));
        Thread.ofVirtual().name("loading").start(() -> {
            try {
                T found = source.get();
                inPage(ui, () -> replaceWith(content.apply(found)));
            } catch (RuntimeException failure) {
                log.warn("A part of a page could not be loaded", failure);
                inPage(ui, () -> replaceWith(failed(ui)));
            }
        });
    }

    /** Hands work to the page's own thread; a page that has gone meanwhile needs none. */
    public static void inPage(UI ui, Command work) {
        try {
            Future<Void> _ = ui.access(work);
        } catch (UIDetachedException gone) {
            log.debug("The page has gone", gone);
        }
    }

    private Component failed(UI ui) {
        Button again = new Button(getTranslation("action.retry"), click -> fetch(ui));
        return StatePanel.error(getTranslation("state.failed"), getTranslation("state.failed.text"))
                .with(again);
    }

    private void replaceWith(Component shown) {
        removeAll();
        add(shown);
    }
}
