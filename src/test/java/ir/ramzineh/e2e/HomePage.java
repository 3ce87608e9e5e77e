package ir.ramzineh.e2e;

import java.net.URI;

/** The first page after sign-in, and the frame around all pages of a signed-in customer. */
final class HomePage extends Page {
    private final URI portal;

    HomePage(Browser browser, URI portal) {
        super(browser);
        this.portal = portal;
    }

    HomePage open() {
        driver.get(portal.resolve("/").toString());
        return awaitShown();
    }

    HomePage awaitShown() {
        shown("home-activate");
        return this;
    }

    /** The shortcut at the top of the main page (S12.2). */
    ActivationPages pressShortcut() {
        press("home-activate");
        return new ActivationPages(browser, portal);
    }

    /** What the bank has to tell that was not read yet. */
    String news() {
        shown("home-news");
        return text("home-news");
    }

    void signOut() {
        press("sign-out");
        shown("sign-in-user-name");
    }
}
