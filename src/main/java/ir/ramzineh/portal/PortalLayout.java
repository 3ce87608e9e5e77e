package ir.ramzineh.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.spring.security.AuthenticationContext;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.IdleWarning;
import ir.ramzineh.ui.Logo;
import ir.ramzineh.ui.PreferenceButtons;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The frame around every page of a signed-in customer. A view joins the navigation by carrying {@code @Menu}: its title
 * is a text key, its icon the name of a {@link Glyph}, its order below 10 for the main row and above for the rest; from
 * 20 on it stands only where there is room, and another page leads to it.
 */
@StyleSheet("ramzineh/portal.css")
@RolesAllowed("CUSTOMER")
public class PortalLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    /** The warning before the session ends of idleness (PSD2 RTS, article 4), as a part of its whole time. */
    private static final double IDLE_WARNING = 0.8;

    private static final double MAIN_ROW_ORDER_MAX = 10;
    private static final double WIDE_ORDER_MIN = 20;

    private final transient AuthenticationContext authentication;
    private final Main main = new Main();
    private final List<Anchor> links = new ArrayList<>();
    private final transient SignedInCustomer customer;
    private final transient Terms terms;
    private boolean agreed;

    PortalLayout(
            AuthenticationContext authentication,
            LanguageKeeper languageKeeper,
            SignedInCustomer customer,
            Terms terms) {
        this.authentication = authentication;
        this.customer = customer;
        this.terms = terms;
        addClassName("portal");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        add(skipLink(this), header(languageKeeper), navigation(), main);
        add(idleWarning());
    }

    private IdleWarning idleWarning() {
        int idleSeconds = VaadinSession.getCurrent().getSession().getMaxInactiveInterval();
        return new IdleWarning(
                Duration.ofSeconds(Math.round(idleSeconds * IDLE_WARNING)),
                Duration.ofSeconds(idleSeconds),
                "sign-in?ended=idle",
                authentication::logout);
    }

    /** The first stop of the Tab key: straight to the content. */
    static Anchor skipLink(Component page) {
        Anchor skip = new Anchor("#main", page.getTranslation("page.skip"));
        skip.setId("skip-link");
        skip.setRouterIgnore(true);
        skip.addClassName("skip-link");
        return skip;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    /** Behind this frame is nobody who has not agreed to the newest terms (S1.6). */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        agreed = agreed || terms.accepted(customer.require());
        if (!agreed) {
            event.forwardTo(TermsView.class);
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        for (Anchor link : links) {
            String target = link.getHref();
            boolean current = path.equals(target) || (!target.isEmpty() && path.startsWith(target + "/"));
            if (current) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        }
    }

    private Header header(LanguageKeeper languageKeeper) {
        Anchor home = new Anchor("", new Logo());
        home.setId("portal-home");
        home.addClassName("home-link");
        NativeButton signOut = new NativeButton();
        signOut.setId("sign-out");
        signOut.addClassName("quiet-button");
        signOut.getElement().setAttribute("type", "button");
        signOut.add(Glyph.SIGN_OUT.create(), new Span(getTranslation("action.sign-out")));
        signOut.addClickListener(click -> authentication.logout());
        Div actions = new Div(new PreferenceButtons(languageKeeper::keep), signOut);
        actions.addClassName("header-actions");
        Header header = new Header(home, actions);
        header.addClassName("portal-header");
        return header;
    }

    private Nav navigation() {
        UnorderedList mainRow = new UnorderedList();
        mainRow.addClassName("nav-main");
        UnorderedList rest = new UnorderedList();
        rest.addClassName("nav-rest");
        for (MenuEntry entry : MenuConfiguration.getMenuEntries()) {
            double order = Objects.requireNonNullElse(entry.order(), MAIN_ROW_ORDER_MAX);
            ListItem item = new ListItem(link(entry));
            item.setClassName("nav-wide", order >= WIDE_ORDER_MIN);
            (order < MAIN_ROW_ORDER_MAX ? mainRow : rest).add(item);
        }
        Nav nav = new Nav(mainRow, rest);
        nav.addClassName("portal-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        return nav;
    }

    private Anchor link(MenuEntry entry) {
        String path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        Anchor link = new Anchor(path, "");
        link.setId("nav-" + (path.isEmpty() ? "home" : path.replace('/', '-')));
        Glyph glyph = entry.icon() == null ? Glyph.NEXT : Glyph.valueOf(entry.icon());
        link.add(glyph.create(), new Span(getTranslation(entry.title())));
        links.add(link);
        return link;
    }
}
