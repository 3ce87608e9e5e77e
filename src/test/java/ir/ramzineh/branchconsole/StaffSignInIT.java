package ir.ramzineh.branchconsole;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.cases.Together;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.session.PrincipalSessions;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff at their own door, as a browser does it (security cases 1, 9, 11, 13 and 22). */
@PortalIT
class StaffSignInIT {
    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private PrincipalSessions sessions;

    private StaffFixtures staff;
    private PeopleFixtures people;
    private StaffBrowser browser;

    @BeforeEach
    void begin() {
        staff = StaffFixtures.of(beans);
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        browser = new StaffBrowser(port);
    }

    @Test
    void passwordAndCodeLeadToThePageThatWasAskedForUnderANewId() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        assertThat(StaffBrowser.location(browser.get("/branch/people"))).isEqualTo("/branch/sign-in");
        String visitor = browser.sessionCookie();

        assertThat(browser.signIn(teller, clock.instant())).isEqualTo("/branch/people");

        assertThat(browser.sessionCookie()).isNotEqualTo(visitor);
        assertThat(browser.get("/branch").statusCode()).isEqualTo(200);
        assertThat(browser.statusWith(visitor, "/branch"))
                .as("an id that was planted before opens nothing")
                .isEqualTo(302);
        assertThat(sessions.live("staff:" + teller.id().value())).isEqualTo(1);
    }

    @Test
    void case1_ofManyWhoSendOneGoodCodeTogetherOneSignsIn() throws Exception {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        String code = teller.code(clock.instant());
        List<String> answers = Together.all(
                16, number -> () -> new StaffBrowser(port).signIn(teller.userName(), StaffFixtures.PASSWORD, code));
        assertThat(answers.stream().filter("/branch"::equals)).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> !answer.equals("/branch"))
                .allSatisfy(answer -> assertThat(answer).startsWith("/branch/sign-in?"));
        assertThat(sessions.live("staff:" + teller.id().value())).isEqualTo(1);
    }

    @Test
    void aCodeThatOpenedOnceOpensNoMoreAndTheNextOneDoes() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        String code = teller.code(clock.instant());
        assertThat(browser.signIn(teller.userName(), StaffFixtures.PASSWORD, code))
                .isEqualTo("/branch");
        StaffBrowser other = new StaffBrowser(port);
        assertThat(other.signIn(teller.userName(), StaffFixtures.PASSWORD, code))
                .isEqualTo("/branch/sign-in?error");
        people.forgetWaits();
        clock.advance(Duration.ofSeconds(-30));
        String older = teller.code(clock.instant());
        assertThat(other.signIn(teller.userName(), StaffFixtures.PASSWORD, older))
                .as("nor does an older one, with a clock put back")
                .isEqualTo("/branch/sign-in?error");
        people.forgetWaits();
        clock.advance(Duration.ofSeconds(60));
        assertThat(other.signIn(teller, clock.instant())).isEqualTo("/branch");
    }

    @Test
    void case9_wrongNameWrongPasswordWrongCodeAndADisabledMemberReadAlike() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Known gone = staff.member(Role.TELLER, StaffFixtures.HOME);
        staff.setActive(gone.id(), false);
        String code = teller.code(clock.instant());
        assertThat(browser.signIn("nobody-here", StaffFixtures.PASSWORD, code)).isEqualTo("/branch/sign-in?error");
        assertThat(browser.signIn(teller.userName(), "Wrong-Entry-1", code)).isEqualTo("/branch/sign-in?error");
        assertThat(browser.signIn(teller.userName(), StaffFixtures.PASSWORD, PeopleFixtures.wrong(code)))
                .isEqualTo("/branch/sign-in?error");
        assertThat(browser.signIn(gone, clock.instant())).isEqualTo("/branch/sign-in?error");
        assertThat(browser.signIn(teller.userName().toUpperCase(Locale.ROOT), StaffFixtures.PASSWORD, code))
                .as("a wrong try burns no code, and names have no case")
                .isEqualTo("/branch");
    }

    @Test
    void wrongCodesMakeGrowingWaitsThatEvenTheRightCodeRespects() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.signIn(teller.userName(), StaffFixtures.PASSWORD, "000000"))
                    .isEqualTo("/branch/sign-in?error");
        }
        assertThat(browser.signIn(teller, clock.instant())).startsWith("/branch/sign-in?wait=");
        clock.advance(Duration.ofSeconds(31));
        assertThat(browser.signIn(teller, clock.instant())).isEqualTo("/branch");
    }

    @Test
    void case22_aMemberWhoIsDisabledOrChangesRoleIsOutAtOnce() {
        Known administrator = staff.member(Role.ADMINISTRATOR, null);
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Known manager = staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME);
        StaffBrowser second = new StaffBrowser(port);
        browser.signIn(teller, clock.instant());
        second.signIn(manager, clock.instant());
        assertThat(second.get("/branch").statusCode()).isEqualTo(200);

        staff.administration().disable(administrator.id(), teller.id());
        staff.changes().place(staff.two(), manager.id(), Role.TELLER, StaffFixtures.OTHER);

        assertThat(StaffBrowser.location(browser.get("/branch"))).startsWith("/branch/sign-in");
        assertThat(StaffBrowser.location(second.get("/branch"))).startsWith("/branch/sign-in");
        assertThat(sessions.live("staff:" + teller.id().value())).isZero();
    }

    @Test
    void aStaffSignInOpensNoPageOfCustomersAndACustomerNoPageOfStaff() throws Exception {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        browser.signIn(teller, clock.instant());
        for (String page : new String[] {"", "cards", "devices", "security", "activity", "activate"}) {
            assertThat(browser.opened(page))
                    .as("/" + page)
                    .contains("error-no-access")
                    .doesNotContain("portal-nav");
        }
        StaffBrowser owner = new StaffBrowser(port);
        Customer customer = signedIn(owner);
        assertThat(owner.opened("devices")).contains("devices-list");
        assertThat(StaffBrowser.location(owner.get("/branch"))).isEqualTo("/branch/sign-in");
        assertThat(owner.opened("branch")).contains("error-no-access").doesNotContain("branch-nav");

        String before = owner.sessionCookie();
        clock.advance(Duration.ofSeconds(31));
        assertThat(owner.signIn(teller, clock.instant())).isEqualTo("/branch");
        assertThat(owner.statusWith(before, "/cards"))
                .as("the customer's sign-in ended with the member's")
                .isEqualTo(302);
        assertThat(sessions.live(String.valueOf(customer.id().value()))).isZero();
        assertThat(owner.opened("devices")).doesNotContain("devices-list");
    }

    @Test
    void anOpenPageThatGoesToThePagesOfStaffIsLedToTheirDoor() {
        browser.get("/sign-in");
        String answer = browser.opened("branch/people");
        assertThat(answer).contains("/branch/sign-in").doesNotContain("people-list");
        Known teller = staff.member(Role.ADMINISTRATOR, null);
        assertThat(browser.signIn(teller, clock.instant())).isEqualTo("/branch/people");
    }

    @Test
    void case11_aStolenCookieIsWorthNothingAfterSignOutAndAfterFiveIdleMinutes() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        browser.signIn(teller, clock.instant());
        String stolen = browser.sessionCookie();
        assertThat(browser.statusWith(stolen, "/branch")).isEqualTo(200);
        HttpResponse<String> out = browser.post("/branch/sign-out", browser.csrf("/branch"), Map.of());
        assertThat(StaffBrowser.location(out)).isEqualTo("/branch/sign-in?ended=signed-out");
        assertThat(browser.statusWith(stolen, "/branch")).isEqualTo(302);

        clock.advance(Duration.ofSeconds(31));
        browser.signIn(teller, clock.instant());
        String idle = browser.sessionCookie();
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(browser.statusWith(idle, "/branch")).isEqualTo(302);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        browser.csrf("/branch/sign-in");
        HttpResponse<String> answer = browser.post(
                "/branch/sign-in",
                "",
                Map.of(
                        "username", teller.userName(),
                        "password", StaffFixtures.PASSWORD,
                        "code", teller.code(clock.instant())));
        assertThat(StaffBrowser.location(answer)).isEqualTo("/branch/sign-in?ended=over");
        browser.signIn(teller, clock.instant());
        browser.post("/branch/sign-out", "", Map.of());
        assertThat(browser.get("/branch").statusCode())
                .as("nobody else signs a member out")
                .isEqualTo(200);
    }

    @Test
    void thePagesOfStaffCarryTheSameHeadersAsThePortal() {
        HttpResponse<String> page = browser.get("/branch/sign-in");
        String policy = page.headers().firstValue("content-security-policy").orElse("");
        assertThat(policy)
                .contains("'nonce-")
                .contains("frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("set-cookie"))
                .anyMatch(set -> set.startsWith("ramzineh=") && set.contains("HttpOnly"))
                .allMatch(set -> set.contains("SameSite=Lax"));
    }

    @Test
    void aMemberIsNeverLedToAnAddressOutsideTheConsole() {
        assertThat(BranchSecurityWelcome.page("/branch/people", "")).contains("/branch/people");
        assertThat(BranchSecurityWelcome.page("/branch/people?x=1", "")).contains("/branch/people");
        for (String bad : new String[] {
            "/cards",
            "//elsewhere.example/branch/",
            "/branch//elsewhere",
            "/branch\\x",
            "/branch/sign-in",
            "/branch/sign-out"
        }) {
            assertThat(BranchSecurityWelcome.page(bad, "")).as(bad).isEmpty();
        }
    }

    /** A customer signed in by password and code, in this browser. */
    private Customer signedIn(StaffBrowser browser) throws InterruptedException {
        String userName = PeopleFixtures.randomUserName();
        Customer customer = people.customer(userName);
        browser.post(
                "/sign-in",
                browser.csrf("/sign-in"),
                Map.of("username", userName, "password", PeopleFixtures.PASSWORD));
        browser.post("/sign-in/code", browser.csrf("/sign-in/code"), Map.of("code", people.code(customer.mobile(), 0)));
        return customer;
    }
}
