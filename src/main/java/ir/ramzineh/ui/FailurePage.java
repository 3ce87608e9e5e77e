package ir.ramzineh.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import ir.ramzineh.kernel.SpokenProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page could not be built. The log knows why; the reader gets a reference and a way on (invariant I7). */
@AnonymousAllowed
class FailurePage extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        SpokenProblem spoken = CalmErrorHandler.spoken(parameter.getException());
        if (spoken != null) {
            ErrorPanel.fill(this, "error-refused", "page.no-access.title", getTranslation(spoken.key()));
            return 403;
        }
        String reference = CalmErrorHandler.reference();
        LOG.error("A page could not be built, reference {}", reference, parameter.getException());
        ErrorPanel.fill(
                this, "error-failure", "page.failure.title", getTranslation("page.failure.reference", reference));
        return 500;
    }

    @Override
    public String getPageTitle() {
        return PageTitles.of("page.failure.title");
    }
}
