package ir.ramzineh.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;

/** What a page says while the way to the server is cut: our words in the reader's language. */
final class ConnectionTexts {
    private ConnectionTexts() {}

    static void apply(UI ui) {
        Texts texts = Texts.of(ui.getLocale());
        ReconnectDialogConfiguration dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(texts.get("page.reconnecting"));
        dialog.setDialogTextGaveUp(texts.get("page.offline"));
        ui.getPage()
                .executeJs("""
                        const indicator = window.Vaadin && window.Vaadin.connectionIndicator;
                        if (indicator) {
                            indicator.onlineText = $0;
                            indicator.offlineText = $1;
                            indicator.reconnectingText = $2;
                        }
                        """, texts.get("page.online"), texts.get("page.offline"), texts.get("page.reconnecting"));
    }
}
