package ir.ramzineh.branchconsole.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.PlayedDeed;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.branchconsole.StaffBrowser;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What makers, checkers and the next colleague read of a proposal. */
@PortalIT
class ApprovalPagesIT {
    private static final String NOTE = "the document was blurred";

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Approvals approvals;

    @Autowired
    private CustomerProposals panel;

    @Autowired
    private WaitingPanel home;

    @Autowired
    private TestClock clock;

    private StaffFixtures staff;
    private Customer customer;
    private Known teller;
    private Known manager;

    @BeforeEach
    void aBranchOfItsOwn() {
        BranchCode branch =
                new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        staff = StaffFixtures.of(beans);
        customer = people.customer(PeopleFixtures.randomUserName());
        staff.home(customer.id(), branch);
        teller = staff.member(Role.TELLER, branch);
        manager = staff.member(Role.BRANCH_MANAGER, branch);
    }

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void theMakerFindsTheReasonOfARefusalInTheListAndOnThePage() {
        ApprovalId refused = propose("a", List.of());
        approvals.refuse(manager.id(), refused, NOTE);
        StaffBrowser browser = signedIn(teller);

        assertThat(browser.opened("branch/approvals"))
                .contains("approvals-own")
                .contains("branch/approvals/" + refused.value())
                .contains(NOTE)
                .doesNotContain(customer.name().fa());
        assertThat(browser.opened("branch/approvals/" + refused.value()))
                .contains("approval-facts")
                .contains(NOTE);
        assertThat(signedIn(manager).opened("branch/approvals"))
                .as("not the manager's own")
                .contains("approvals")
                .doesNotContain("approvals-own");
    }

    @Test
    void aProposalThatSaysNothingAboutAfterwardsHasNoEmptySection() {
        ApprovalId silent = propose("a", List.of());
        ApprovalId telling = propose("b", List.of(Afterward.of("number-change.after.app")));
        StaffBrowser browser = signedIn(manager);

        assertThat(browser.opened("branch/approvals/" + silent.value()))
                .contains("approval-facts")
                .doesNotContain("approval-afterwards");
        assertThat(browser.opened("branch/approvals/" + telling.value())).contains("approval-afterwards");
    }

    @Test
    void theCustomersPageShowsWhatWaitsAndWhatWasRefusedToThoseWhoMaySeeIt() {
        page();
        ApprovalId waiting = propose("a", List.of());
        ApprovalId refused = propose("b", List.of());
        approvals.refuse(manager.id(), refused, NOTE);

        String shown = panel.create(customer.id(), teller.id()).getElement().getOuterHTML();
        assertThat(shown)
                .contains("branch/approvals/" + waiting.value())
                .contains("branch/approvals/" + refused.value())
                .contains(NOTE)
                .contains(manager.userName());

        Known stranger = staff.member(Role.TELLER, StaffFixtures.OTHER);
        Component nothing = panel.create(customer.id(), stranger.id());
        assertThat(nothing.getChildren()).as("of another branch").isEmpty();
        Customer other = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        assertThat(panel.create(other.id(), teller.id()).getChildren())
                .as("nothing to show")
                .isEmpty();
    }

    @Test
    void theFirstPageTellsAMakerThatSomethingWasNotDone() {
        page();
        assertThat(home.create(teller.member())).isEmpty();
        approvals.refuse(manager.id(), propose("a", List.of()), NOTE);

        String shown = home.create(teller.member()).orElseThrow().getElement().getOuterHTML();

        assertThat(shown).contains("approvals-panel-not-done").contains("approvals-panel-open");
        assertThat(home.create(manager.member())
                        .map(panel -> panel.getElement().getOuterHTML())
                        .orElse(""))
                .as("whose own it is not")
                .doesNotContain("approvals-panel-not-done");
    }

    private static void page() {
        UI ui = new UI();
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
    }

    private StaffBrowser signedIn(Known member) {
        StaffBrowser browser = new StaffBrowser(port);
        assertThat(browser.signIn(member, clock.instant())).isEqualTo("/branch");
        return browser;
    }

    private ApprovalId propose(String secret, List<Afterward> afterwards) {
        return approvals.propose(
                teller.id(),
                new Proposal(
                        PlayedDeed.KIND,
                        customer.id(),
                        null,
                        Map.of("number-after", "0912****111"),
                        Map.of("secret", secret),
                        afterwards));
    }
}
