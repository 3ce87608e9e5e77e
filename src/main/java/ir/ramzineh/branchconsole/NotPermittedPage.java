package ir.ramzineh.branchconsole;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.ui.Glyph;
import ir.ramzineh.ui.PageTitles;
import jakarta.annotation.security.RolesAllowed;

/** A page of the console that this member may not see: one calm sentence inside the usual frame. */
@ParentLayout(BranchLayout.class)
@RolesAllowed("STAFF")
class NotPermittedPage extends Div implements HasErrorParameter<NotPermittedException>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    NotPermittedPage() {
        setId("branch-not-permitted");
        addClassNames("state", "state-error", "surface");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotPermittedException> parameter) {
        removeAll();
        Anchor home = new Anchor(BranchMenu.HOME, getTranslation("page.to-start"));
        home.setId("error-home");
        home.addClassNames("button-link", "button-link-primary");
        add(
                Glyph.LOCK.create(),
                new H1(getTranslation("page.no-access.title")),
                new Paragraph(getTranslation(parameter.getException().key())),
                home);
        return 403;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("page.no-access.title");
    }
}
