package ir.ramzineh.e2e;

import org.openqa.selenium.By;

/** The pages of the counter and of approvals, for whoever is signed in. */
final class CounterPages extends Page {
    CounterPages(Browser browser) {
        super(browser);
    }

    /** From the page that asks why a customer's page is opened again. */
    void openCustomer() {
        press("desk-again-open");
        shown("number-panel");
    }

    void proposeNumber(String number, String digits) {
        press(By.cssSelector("#number-form > summary, #number-form summary"));
        type("number-new", number);
        type("number-document-digits", digits);
        press("number-propose");
        shown("number-proposed");
    }

    /** Presses and answers the question; what the page says then. */
    String giveUp() {
        press("number-give-up");
        press("number-give-up-ask-confirm");
        return until(driver -> {
            String words =
                    driver.findElement(By.id("number-give-up-result")).getText().strip();
            return words.isEmpty() ? null : words;
        });
    }

    String numberState() {
        return text("number-state");
    }

    /** Proposes to end a lock, and goes on to the proposal. */
    void proposeUnlock(String password) {
        press("unlock-" + password);
        press(By.cssSelector("#relief-panel a[href*='branch/approvals/']"));
        shown("approval-decision");
    }

    /** Opens the form for a lost phone and says what is lost. */
    void lost(String password, String what) {
        press(By.cssSelector("[id='emergency-" + password + "'] summary"));
        press(By.cssSelector("[id='emergency-what-" + password + "'] option[value='" + what + "']"));
        shown("emergency-rest-" + password);
    }

    /** Says something else than before about what is lost. */
    void lostRather(String password, String what) {
        press(By.cssSelector("[id='emergency-what-" + password + "'] option[value='" + what + "']"));
    }

    /** What is said once the SIM is gone. */
    String simGone(String password) {
        return text("emergency-sim-gone-" + password);
    }

    boolean offersWays(String password) {
        return has("emergency-propose-" + password);
    }

    String whatIsLost(String password) {
        shown("emergency-propose-" + password);
        return text("emergency-lost-" + password);
    }

    /** Proposes codes without the phone, and goes on to the proposal; gives its number. */
    long proposeEmergency(String password) {
        press("emergency-propose-" + password);
        press(By.cssSelector("#relief-panel a[href*='branch/approvals/']"));
        shown("approval-decision");
        String address = driver.getCurrentUrl();
        return Long.parseLong(address.substring(address.lastIndexOf('/') + 1));
    }

    String emergencyUntil(String password) {
        return text("emergency-until-" + password);
    }

    /** Ends codes without the phone, with the reason the form comes with; what the page says then. */
    String endEmergency(String password) {
        press(By.cssSelector("[id='emergency-end-" + password + "'] summary"));
        press("emergency-end-confirm-" + password);
        return text("emergency-ended-" + password);
    }

    void openApprovals() {
        press("approvals-panel-open");
        shown("approvals-waiting");
    }

    void openWorkOf(String userName) {
        press(By.xpath("//*[@id='approvals-waiting']//tbody/tr[td[contains(., '" + userName + "')]]//a"));
        shown("approval-approve");
    }

    void openProposal(BranchSignIn member, long approval) {
        member.go("branch/approvals/" + approval);
        shown("approval-approve");
    }

    void approve() {
        press("approval-approve");
        shown("approval-message");
    }

    void refuse(String why) {
        type("approval-note", why);
        press("approval-refuse");
        shown("approval-message");
    }

    /** Whether the proposal on the page can be decided by who looks at it. */
    boolean decidable() {
        shown("approval-decision");
        return !driver.findElements(By.id("approval-approve")).isEmpty();
    }

    void withdraw() {
        press("approval-withdraw");
        shown("approval-message");
    }

    String message() {
        return text("approval-message");
    }

    String page() {
        return until(driver -> driver.findElement(By.id("main")).getText());
    }
}
