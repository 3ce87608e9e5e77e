package ir.ramzineh.e2e;

import ir.ramzineh.TestClock;
import ir.ramzineh.staff.StaffFixtures;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/**
 * The door of staff. Every {@link #as} needs a member that has not signed in within the last half minute: a code opens
 * once.
 */
public final class BranchSignIn extends Page {
    private final URI portal;
    private final TestClock clock;

    /** @param clock the portal's, for the codes of the authenticator */
    public BranchSignIn(Browser browser, URI portal, TestClock clock) {
        super(browser);
        this.portal = portal;
        this.clock = clock;
    }

    /** Signs a member in, in a language, and waits for the first page; meanwhile the code does not end. */
    public BranchSignIn as(StaffFixtures.Known member, Locale language) {
        open(language);
        clock.whileHeld(() -> {
            fill(member.userName(), StaffFixtures.PASSWORD, member.code(clock.instant()));
            shown("branch-member");
        });
        return this;
    }

    /** The page itself, in a language. */
    public BranchSignIn open(Locale language) {
        driver.get(portal.resolve("/branch/sign-in").toString());
        shown("branch-user-name");
        String wanted = language.getLanguage();
        if (!wanted.equals(browser.script("return document.documentElement.lang"))) {
            press("preference-language");
            until(driver -> wanted.equals(browser.script("return document.documentElement.lang")));
            shown("branch-user-name");
        }
        // What is typed while the page still comes up is lost.
        browser.awaitQuiet();
        return this;
    }

    /** Types and sends. */
    public void fill(String userName, String password, String code) {
        typeAll(Map.of("branch-user-name", userName, "branch-password", password, "branch-code", code));
        press("branch-sign-in-submit");
    }

    /** What the page says about the attempt before. */
    public String message() {
        return text("branch-message");
    }

    /** Goes to a page of the console by its address, such as {@code branch/people}. */
    public void go(String route) {
        driver.get(portal.resolve("/" + route).toString());
        shown("branch-member");
    }

    public void signOut() {
        press("branch-sign-out");
        shown("branch-user-name");
    }
}
