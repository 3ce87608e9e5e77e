package ir.ramzineh.branchconsole;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AccessCheckDecisionResolver;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.spring.security.SpringNavigationAccessControl;
import java.util.List;

/** Whoever is not signed in and goes to a page of staff, within an open page, is led to the door of staff. */
final class BranchNavigation extends SpringNavigationAccessControl {
    private static final long serialVersionUID = 1L;

    BranchNavigation(List<NavigationAccessChecker> checkers, AccessCheckDecisionResolver resolver) {
        super(checkers, resolver);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean staffOnly = isBranch(event.getLocation().getPath())
                && !event.getNavigationTarget().isAnnotationPresent(AnonymousAllowed.class);
        VaadinRequest request = VaadinRequest.getCurrent();
        if (staffOnly && getPrincipal(request) == null) {
            request.getWrappedSession()
                    .setAttribute(SESSION_STORED_REDIRECT, event.getLocation().getPathWithQueryParameters());
            event.forwardToUrl(BranchSecurityConfiguration.SIGN_IN);
        } else {
            super.beforeEnter(event);
        }
    }

    static boolean isBranch(String path) {
        return path.equals("branch") || path.startsWith("branch/");
    }
}
