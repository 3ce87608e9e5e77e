package ir.ramzineh.portal;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.Logo;
import ir.ramzineh.ui.PreferenceButtons;

/** The frame of the pages before sign-in: the mark, the warnings a bank owes (S0.8, S0.9), and one quiet column. */
@StyleSheet("ramzineh/public.css")
@AnonymousAllowed
public class PublicLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1L;

    private final Main main = new Main();

    PublicLayout() {
        addClassName("public");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Div page = new Div(header(), main, footer());
        page.addClassName("public-page");
        add(PortalLayout.skipLink(this), brand(), page);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    private Header header() {
        Anchor home = new Anchor("sign-in", new Logo());
        home.setId("public-home");
        home.addClassName("home-link");
        Header header = new Header(home, new PreferenceButtons(language -> {}));
        header.addClassName("public-header");
        return header;
    }

    private Div brand() {
        Paragraph claim = new Paragraph(getTranslation("public.claim"));
        claim.addClassName("claim");
        UnorderedList points = new UnorderedList(
                point(Glyph.SHIELD, "public.point.once"),
                point(Glyph.CARD, "public.point.all-cards"),
                point(Glyph.WARNING, "public.point.only-here"));
        Div inner = new Div(new Logo(), claim, points);
        inner.addClassName("brand-inner");
        Div brand = new Div(inner);
        brand.addClassName("brand");
        brand.getElement().setAttribute("role", "complementary");
        brand.getElement().setAttribute("aria-label", getTranslation("product.name"));
        return brand;
    }

    private ListItem point(Glyph glyph, String key) {
        return new ListItem(glyph.create(), new Span(getTranslation(key)));
    }

    private Footer footer() {
        Anchor help = new Anchor("help", getTranslation("nav.help"));
        help.setId("public-help");
        Anchor terms = new Anchor("terms", getTranslation("nav.terms"));
        terms.setId("public-terms");
        Footer footer = new Footer(new Paragraph(getTranslation("public.never-asked")), help, terms);
        footer.addClassName("public-footer");
        return footer;
    }
}
