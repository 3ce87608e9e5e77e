package ir.ramzineh.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/**
 * The page all views live in: theme, our own look, icons and the script of the small custom elements. Push stays at
 * {@code WEBSOCKET_XHR}: requests travel over plain HTTP, so that filters and cookies work on every one of them.
 */
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("ramzineh/base.css")
public class RamzinehShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1, viewport-fit=cover");
        settings.addFavIcon("icon", "ramzineh/mark.svg", "any");
        settings.addMetaTag("format-detection", "telephone=no");
        settings.addMetaTag("referrer", "same-origin");
        settings.addLink(
                "ramzineh/fonts/vazirmatn-33.0.3-persian.woff2",
                Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
    }
}
