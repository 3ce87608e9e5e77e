package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Staff at their door: a teller sees the own menu; two administrators add a colleague, who sets up the own sign-in. */
@PortalIT
class StaffJourney extends PortalJourney {
    private static final TotpSpec AUTHENTICATOR = new TotpSpec(HashAlgorithm.SHA1, 6, 30);
    private static final String OWN_PASSWORD = "Abshar-Boland-31";
    private static final String NEXT_PASSWORD = "Baran-Aram-58";

    @Autowired
    private AutowireCapableBeanFactory factory;

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"fa, DESKTOP", "en, PHONE"})
    void aTellerSignsInAndAColleagueIsAddedAndEnrols(String language, Screen screen) {
        people().forgetWaits();
        StaffFixtures staff = StaffFixtures.of(factory);
        Locale locale = Locale.of(language);
        Browser browser = Browser.fresh(screen);
        BranchSignIn door = new BranchSignIn(browser, portal(), clock).open(locale);
        look(browser, language, screen, "branch-door");

        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        door.fill(teller.userName(), StaffFixtures.PASSWORD, "000000");
        assertThat(door.message()).isNotBlank();
        door.as(teller, locale);
        assertThat(door.has("branch-nav-customers")).isTrue();
        door.go("branch/sign-in");
        assertThat(door.has("branch-user-name"))
                .as("who is in already is not asked again")
                .isFalse();
        assertThat(door.has("branch-nav-people"))
                .as("what a teller may not is not in the menu")
                .isFalse();
        look(browser, language, screen, "branch-home");
        door.go("branch/people");
        door.shown("branch-not-permitted");
        look(browser, language, screen, "branch-refused");
        door.signOut();

        door.as(staff.member(Role.ADMINISTRATOR, StaffFixtures.HOME), locale);
        door.press("branch-nav-people");
        door.shown("people-list");
        look(browser, language, screen, "branch-people");
        door.press("people-add");
        String userName = "new." + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
        door.type("person-name-fa", "سپهر تازه‌کار");
        door.type("person-name-en", "Sepehr Tazekar");
        door.type("person-national-id", PeopleFixtures.randomNationalId().digits());
        door.type("person-user-name", userName);
        door.type("person-branch", "1203");
        look(browser, language, screen, "branch-person-new");
        door.press("person-add");
        door.shown("approval-withdraw");
        assertThat(door.has("approval-approve"))
                .as("who proposes does not approve")
                .isFalse();
        String proposal = URI.create(browser.driver().getCurrentUrl()).getPath().substring(1);
        look(browser, language, screen, "branch-person-proposed");
        door.signOut();

        door.as(staff.member(Role.ADMINISTRATOR, StaffFixtures.OTHER), locale);
        door.go(proposal);
        door.shown("approval-approve");
        look(browser, language, screen, "branch-person-decision");
        door.press("approval-approve");
        door.press("invitation-draw");
        String invitation = door.text("invitation-code");
        look(browser, language, screen, "branch-invitation");
        door.go("branch/people");
        door.typeAll(Map.of("people-search", userName));
        door.press("people-find");
        door.press("person-" + userName);
        door.shown("person-place-save");
        look(browser, language, screen, "branch-person");
        door.signOut();

        door.press("branch-enrol-link");
        door.type("enrol-user-name", userName);
        door.type("enrol-invitation", invitation);
        door.press("enrol-next");
        door.type("enrol-password", OWN_PASSWORD);
        door.type("enrol-password-again", OWN_PASSWORD);
        door.press(By.cssSelector("#enrol-key-details summary"));
        OtpKey key = new OtpKey(Base32.decode(door.text("enrol-key").replace(" ", "")));
        look(browser, language, screen, "branch-enrol");
        clock.whileHeld(() -> {
            door.type("enrol-code", code(key));
            door.press("enrol-finish");
            door.message();
        });
        // What is typed while the page still comes up is lost.
        browser.awaitQuiet();
        clock.advance(NEXT_CODE);
        clock.whileHeld(() -> {
            door.fill(userName, OWN_PASSWORD, code(key));
            door.shown("branch-member");
        });
        changesTheOwnPassword(door, browser, language, screen, key);
        assertThat(findings).isEmpty();
    }

    /** Signed in elsewhere as well, which ends; the page that changed it stays. */
    private void changesTheOwnPassword(BranchSignIn door, Browser browser, String language, Screen screen, OtpKey key) {
        door.press("branch-account-link");
        door.shown("account-sign-ins");
        look(browser, language, screen, "branch-account");
        clock.advance(NEXT_CODE);
        door.type("account-present", OWN_PASSWORD);
        door.type("account-new", NEXT_PASSWORD);
        door.type("account-new-again", NEXT_PASSWORD);
        clock.whileHeld(() -> {
            door.type("account-code", code(key));
            door.press("account-change");
            door.shown("account-message");
        });
        door.go("branch/account");
        assertThat(door.has("account-message")).isFalse();
        door.signOut();
    }

    private String code(OtpKey key) {
        return AUTHENTICATOR.code(key, AUTHENTICATOR.step(clock.instant()));
    }

    private void look(Browser browser, String language, Screen screen, String name) {
        browser.awaitQuiet();
        for (String scheme : screen == Screen.PHONE ? List.of("light") : List.of("light", "dark")) {
            browser.prefer(scheme);
            String picture = String.join("-", name, language, screen.name().toLowerCase(Locale.ROOT), scheme);
            Axe.findings(browser.driver()).forEach(finding -> findings.add(picture + ": " + finding));
            browser.keepWholePage(picture);
        }
        if (browser.isWiderThanTheScreen()) {
            findings.add(name + " " + language + ": wider than the screen");
        }
        browser.prefer("light");
        browser.show(screen);
    }
}
