package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
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
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.StaffAccount;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.IdleWarning;
import ir.ramzineh.ui.Logo;
import ir.ramzineh.ui.PreferenceButtons;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The frame around every page of the branch console. Its menu is made from {@link BranchPage} and shows what the member
 * may do; a change of the role ends the sign-in, so the menu never outlives it.
 */
@StyleSheet("ramzineh/branch.css")
@RolesAllowed("STAFF")
public class BranchLayout extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    /** The warning before the session ends of idleness (PSD2 RTS, article 4), as a part of its whole time. */
    private static final double IDLE_WARNING = 0.8;

    private final transient SignedInStaff staff;
    private final transient StaffMember member;
    private final transient StaffWords words;
    private final Main main = new Main();
    private final List<Anchor> links = new ArrayList<>();

    BranchLayout(SignedInStaff staff, StaffWords words, StaffAccount account) {
        this.staff = staff;
        this.words = words;
        this.member = staff.member();
        addClassName("branch");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        CodeWarning.of(member.id(), account).ifPresent(main::add);
        add(skipLink(this), header(), navigation(), main, idleWarning());
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

    /** Who lacks the page's permission does not see it, whatever the address line says (security case 13). */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Class<?> target = event.getNavigationTarget();
        if (target.equals(BranchHomeView.class) || target.equals(NotPermittedPage.class)) {
            return;
        }
        BranchPage page = target.getAnnotation(BranchPage.class);
        if (page == null) {
            event.rerouteToError(new NotPermittedException("error.staff.not-permitted"), "");
            return;
        }
        try {
            if (Arrays.stream(page.or()).noneMatch(staff::may)) {
                staff.require(page.permission());
            }
        } catch (NotPermittedException refused) {
            event.rerouteToError(refused, "");
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        links.forEach(link -> link.getElement().removeAttribute("aria-current"));
        // Below the trail lies its seal, which has a line of its own: the longest address that fits is the page.
        links.stream()
                .filter(link -> isAbove(link.getHref(), path))
                .max(Comparator.comparingInt(link -> link.getHref().length()))
                .ifPresent(link -> link.getElement().setAttribute("aria-current", "page"));
    }

    private static boolean isAbove(String target, String path) {
        return path.equals(target) || (!target.equals(BranchMenu.HOME) && path.startsWith(target + "/"));
    }

    private IdleWarning idleWarning() {
        int idleSeconds = VaadinSession.getCurrent().getSession().getMaxInactiveInterval();
        return new IdleWarning(
                Duration.ofSeconds(Math.round(idleSeconds * IDLE_WARNING)),
                Duration.ofSeconds(idleSeconds),
                "branch/sign-in?ended=idle",
                BranchLayout::signOut);
    }

    private Header header() {
        Anchor home = new Anchor(BranchMenu.HOME, new Logo());
        home.setId("branch-home");
        home.addClassName("home-link");
        Span label = new Span(getTranslation("branch.name"));
        label.addClassName("branch-label");
        Div mark = new Div(home, label);
        mark.addClassName("branch-mark");
        Div actions = new Div(person(), new PreferenceButtons(language -> {}), signOutButton());
        actions.addClassName("header-actions");
        Header header = new Header(mark, actions);
        header.addClassName("branch-header");
        return header;
    }

    /** The way to the own account. */
    private Anchor person() {
        Span name = new Span(member.name().in(getLocale()));
        name.setId("branch-member");
        name.addClassName("branch-member-name");
        Span place = new Span(words.roleAndBranch(member));
        place.setId("branch-member-role");
        place.addClassName("branch-member-role");
        Anchor person = new Anchor("branch/account", "");
        person.setId("branch-account-link");
        person.add(Glyph.PERSON.create(), new Div(name, place));
        person.addClassName("branch-member");
        person.setTitle(getTranslation("branch.account.title"));
        return person;
    }

    private NativeButton signOutButton() {
        NativeButton button = new NativeButton();
        button.setId("branch-sign-out");
        button.addClassName("quiet-button");
        button.getElement().setAttribute("type", "button");
        button.add(Glyph.SIGN_OUT.create(), new Span(getTranslation("action.sign-out")));
        button.addClickListener(click -> signOut());
        return button;
    }

    /** Ends the session here, so that this tab is led to the door of staff with the right words. */
    private static void signOut() {
        UI.getCurrentOrThrow().getPage().setLocation("branch/sign-in?ended=signed-out");
        VaadinSession.getCurrent().getSession().invalidate();
    }

    private Nav navigation() {
        UnorderedList list = new UnorderedList();
        long area = 0;
        for (BranchMenu.Entry entry : BranchMenu.of(member.role())) {
            Anchor link = new Anchor(entry.path(), "");
            link.setId(entry.id());
            link.add(entry.glyph().create(), new Span(getTranslation(entry.text())));
            links.add(link);
            ListItem item = new ListItem(link);
            item.setClassName("nav-area", area != entry.area());
            area = entry.area();
            list.add(item);
        }
        Nav nav = new Nav(list);
        nav.addClassName("branch-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("nav.label"));
        return nav;
    }
}
