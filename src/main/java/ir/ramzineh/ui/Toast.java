package ir.ramzineh.ui;

import com.vaadin.flow.component.UI;

/** A short message at the foot of the page that screen readers speak and that leaves by itself. */
public final class Toast {
    private Toast() {}

    /** Something the reader asked for has happened. */
    public static void success(String text) {
        show(text, "success");
    }

    /** Nothing went wrong, but it is not what was asked for. */
    public static void info(String text) {
        show(text, "info");
    }

    /** Something went wrong and nothing changed; stays longer and is spoken at once. */
    public static void failure(String text) {
        show(text, "failure");
    }

    private static void show(String text, String kind) {
        UI.getCurrentOrThrow().getPage().executeJs("window.ramzineh.toast($0, $1)", text, kind);
    }
}
