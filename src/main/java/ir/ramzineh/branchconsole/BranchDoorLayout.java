package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.ui.Logo;
import ir.ramzineh.ui.PreferenceButtons;

/** The frame of the two pages before a member of staff has signed in: it cannot be taken for the customers' door. */
@StyleSheet("ramzineh/public.css")
@StyleSheet("ramzineh/branch.css")
@AnonymousAllowed
public class BranchDoorLayout extends Div implements RouterLayout {
    private static final long serialVersionUID = 1L;

    private final Main main = new Main();

    BranchDoorLayout() {
        addClassName("branch-door");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        Span label = new Span(getTranslation("branch.name"));
        label.addClassName("branch-label");
        Div mark = new Div(new Logo(), label);
        mark.addClassName("branch-mark");
        Header header = new Header(mark, new PreferenceButtons(language -> {}));
        header.addClassName("branch-header");
        Footer footer = new Footer(new Paragraph(getTranslation("branch.door.footer")));
        footer.addClassName("hint");
        add(BranchLayout.skipLink(this), header, main, footer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }
}
