package ir.ramzineh.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The page exists, but not for this reader. */
@AnonymousAllowed
class NoAccessPage extends Main implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    NoAccessPage() {
        ErrorPanel.fill(this, "error-no-access", "page.no-access.title", getTranslation("page.no-access.text"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        return 403;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("page.no-access.title");
    }
}
