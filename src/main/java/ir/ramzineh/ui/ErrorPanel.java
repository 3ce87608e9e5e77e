package ir.ramzineh.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;

/** What the pages for failed navigation have in common. */
final class ErrorPanel {
    private ErrorPanel() {}

    static void fill(HasComponents page, String id, String titleKey, String text) {
        Div panel = new Div();
        panel.setId(id);
        panel.addClassNames("state", "state-error", "error-page");
        VaadinRequest request = VaadinRequest.getCurrent();
        boolean staff = request != null && request.isUserInRole("STAFF");
        Anchor home = new Anchor(staff ? "/branch" : "/", panel.getTranslation("page.to-start"));
        home.setId("error-home");
        home.setRouterIgnore(true);
        home.addClassNames("button-link", "button-link-primary");
        panel.add(new Logo(), new H1(panel.getTranslation(titleKey)), new Paragraph(text), home);
        page.add(panel);
    }
}
