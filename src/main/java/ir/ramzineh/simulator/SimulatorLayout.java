package ir.ramzineh.simulator;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.ui.Logo;
import ir.ramzineh.ui.PreferenceButtons;

/** The frame of the simulator's pages; says on each that nothing here is real. */
@AnonymousAllowed
@StyleSheet("ramzineh/simulator.css")
public class SimulatorLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1L;

    private final Main main = new Main();

    SimulatorLayout() {
        addClassName("simulator");
        main.setId("main");
        Anchor home = new Anchor("", new Logo());
        home.setId("simulator-home");
        home.addClassName("home-link");
        Span label = new Span(getTranslation("simulator.label"));
        label.addClassName("simulator-label");
        Nav nav = new Nav(
                link("atm"), link("phone"), link("switch"), link("shop"), link("authenticator"), link("training"));
        nav.getElement().setAttribute("aria-label", getTranslation("simulator.label"));
        Header header = new Header(home, label, nav, new PreferenceButtons(language -> {}));
        header.addClassName("simulator-header");
        add(header, main);
    }

    private Anchor link(String page) {
        Anchor link = new Anchor("simulator/" + page, getTranslation("simulator." + page + ".title"));
        link.setId("simulator-nav-" + page);
        return link;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }
}
