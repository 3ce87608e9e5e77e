package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.SilentBank;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.numberchange.IdentityDocument;
import ir.ramzineh.numberchange.NumberChanges;
import ir.ramzineh.numberchange.NumberProposed;
import ir.ramzineh.numberchange.NumberWish;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Another number at the counter (S3.4, S4.4): a teller proposes, a manager approves, the customer sees it a day later. */
@PortalIT
class NumberChangeJourney extends PortalJourney {
    private static final BranchCode HERE = new BranchCode("1203");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private NumberChanges changes;

    @Autowired
    private Approvals approvals;

    @Autowired
    private SilentBank silence;

    private final List<String> findings = new ArrayList<>();

    @Test
    void aTellerProposesAManagerApprovesAndTheCustomerSignsInWithTheNewNumberADayLater() {
        people().forgetWaits();
        String userName = PeopleFixtures.randomUserName();
        Customer customer = people().customer(userName);
        PlayedBank bank = beans.createBean(PlayedBank.class);
        bank.person(customer.nationalId(), customer.mobile());
        MobileNumber after = PeopleFixtures.randomMobile();
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);

        StaffFixtures.Known maker = staff.member(Role.TELLER, HERE);

        Browser tellers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn teller = new BranchSignIn(tellers, portal(), clock).as(maker, FA);
        CounterPages counter = new CounterPages(tellers);
        teller.go("branch/customers/" + customer.id().value());
        counter.openCustomer();
        counter.proposeNumber(after.national(), "4711");
        look(tellers, "number-proposed");

        Browser managers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn manager =
                new BranchSignIn(managers, portal(), clock).as(staff.member(Role.BRANCH_MANAGER, HERE), FA);
        CounterPages desk = new CounterPages(managers);
        desk.openApprovals();
        look(managers, "approvals");
        desk.openWorkOf(maker.userName());
        assertThat(desk.page()).contains("۴۷۱۱");
        look(managers, "approval");
        desk.approve();
        assertThat(desk.message()).contains("اکنون در بانک آغاز می‌شود");
        look(managers, "approval-done");

        clock.advance(Duration.ofHours(25));
        people().forgetWaits();
        Browser customers = Browser.fresh(Screen.DESKTOP);
        PublicPages pages = new PublicPages(customers, portal()).entry(FA);
        SimulatedPhone phone = new SimulatedPhone(inbox, after);
        pages.giveCredentials(userName, PeopleFixtures.PASSWORD);
        pages.awaitCodePage();
        pages.giveCode(phone.webCode());
        new HomePage(customers, portal()).awaitShown();
        assertThat(new CounterPages(customers).page()).contains("شمارهٔ تلفن همراه");
        assertThat(findings).isEmpty();
    }

    /** S3.4, decision 014: the bank says nothing at all, so two people end the waiting at their desks. */
    @Test
    void whereTheBankKeepsSilentATellerProposesToGiveUpAndAManagerAgrees() {
        people().forgetWaits();
        Customer customer = people().customer(PeopleFixtures.randomUserName());
        beans.createBean(PlayedBank.class).person(customer.nationalId(), customer.mobile());
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        StaffFixtures.Known maker = staff.member(Role.TELLER, HERE);
        StaffFixtures.Known checker = staff.member(Role.BRANCH_MANAGER, HERE);
        silence.deaf(customer.nationalId(), SilentBank.CHANGE, SilentBank.CUSTOMER);
        try {
            NumberWish wish = new NumberWish(PeopleFixtures.randomMobile(), IdentityDocument.NATIONAL_CARD, "4711");
            NumberProposed.Waiting proposed = (NumberProposed.Waiting) changes.propose(maker.id(), customer.id(), wish);
            approvals.approve(checker.id(), proposed.approval(), "");
            clock.advance(Duration.ofDays(3));

            Browser tellers = Browser.fresh(Screen.DESKTOP);
            BranchSignIn teller = new BranchSignIn(tellers, portal(), clock).as(maker, FA);
            CounterPages counter = new CounterPages(tellers);
            teller.go("branch/customers/" + customer.id().value());
            counter.openCustomer();
            assertThat(counter.giveUp()).contains("نفر دوم تصمیم می‌گیرد");

            Browser managers = Browser.fresh(Screen.DESKTOP);
            BranchSignIn manager = new BranchSignIn(managers, portal(), clock).as(checker, FA);
            CounterPages desk = new CounterPages(managers);
            desk.openApprovals();
            desk.openWorkOf(maker.userName());
            assertThat(desk.page()).contains("دست کشیدن از تغییر شماره");
            desk.approve();
            assertThat(desk.message()).contains("تأیید و انجام شد");

            Awaitility.await()
                    .until(() -> !changes.latest(maker.id(), customer.id())
                            .orElseThrow()
                            .state()
                            .open());
            // Who looked at the proposal has looked at the customer.
            manager.go("branch/customers/" + customer.id().value());
            assertThat(desk.numberState()).contains("دست کشیده شد");
            assertThat(desk.has("number-give-up")).isFalse();
        } finally {
            silence.answers(customer.nationalId());
        }
    }

    private void look(Browser browser, String name) {
        browser.awaitQuiet();
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            Axe.findings(browser.driver()).forEach(finding -> findings.add(name + " " + scheme + ": " + finding));
            browser.keepWholePage(name + "-fa-" + scheme);
        }
        browser.prefer("light");
        browser.show(Screen.DESKTOP);
    }
}
