package ir.ramzineh.branchconsole.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.spring.SpringServlet;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.branchconsole.SignedInStaff;
import ir.ramzineh.branchconsole.StaffBrowser;
import ir.ramzineh.branchconsole.StaffWords;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffAdministration;
import ir.ramzineh.staff.StaffCrowd;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The pages of the members of staff at a large bank: whoever works there is found and has a page. */
@PortalIT
class PeopleViewIT {
    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private StaffAdministration administration;

    @Autowired
    private SignedInStaff signedIn;

    @Autowired
    private StaffWords words;

    @Autowired
    private ServletRegistrationBean<SpringServlet> pages;

    @Autowired
    private TestClock clock;

    private Known administrator;
    private StaffCrowd crowd;
    private String lastId;
    private StaffBrowser browser;

    @BeforeEach
    void anAdministratorOfALargeBank() {
        administrator = StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null);
        crowd = StaffCrowd.of(beans);
        crowd.insert();
        lastId = "person-" + crowd.last().userName();
        browser = new StaffBrowser(port);
        assertThat(browser.signIn(administrator, clock.instant())).isEqualTo("/branch");
    }

    @AfterEach
    void nobodyOfIt() {
        crowd.remove();
        SecurityContextHolder.clearContext();
        UI.setCurrent(null);
        VaadinService.setCurrent(null);
    }

    @Test
    void whoComesAfterHundredsOfOthersHasAPageWithItsDeeds() {
        String page = browser.opened("branch/people/" + crowd.last().id().value());
        assertThat(page).contains("person-facts", crowd.last().userName(), "person-disable", "person-reset");
        assertThat(browser.opened("branch/people/1")).doesNotContain("person-facts");
        assertThat(browser.opened("branch/people")).contains("people-list", "people-next");
    }

    @Test
    void aSearchFindsTheLastOfAllAndTheNumberOfTheBranchFillsPages() {
        PeopleView view = view();
        search(view, crowd.last().userName());
        assertThat(people(view)).containsExactly(lastId);
        assertThat(within(view)).noneMatch(part -> hasId(part, "people-next") || hasId(part, "people-first"));

        search(view, crowd.branch().digits());
        List<String> first = people(view);
        assertThat(first).hasSize(StaffAdministration.PAGE);
        press(view, "people-next");
        assertThat(people(view)).hasSize(StaffAdministration.PAGE).doesNotContainAnyElementsOf(first);
        press(view, "people-first");
        assertThat(people(view)).isEqualTo(first);

        search(view, "nobody is called so");
        assertThat(people(view)).isEmpty();
        assertThat(within(view)).noneMatch(part -> hasId(part, "people-list"));
    }

    @Test
    void theNextPageIsOfWhatWasFoundAndNotOfWhatIsBeingTyped() {
        PeopleView view = view();
        search(view, crowd.branch().digits());
        field(view).setValue("something else");
        press(view, "people-next");
        assertThat(people(view))
                .hasSize(StaffAdministration.PAGE)
                .allMatch(id -> id.contains(crowd.branch().digits()));
    }

    /** The page as the administrator has it open. */
    private PeopleView view() {
        VaadinService.setCurrent(pages.getServlet().getService());
        UI ui = new UI();
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(
                        "staff:" + administrator.id().value(), "", "ROLE_STAFF"));
        return new PeopleView(administration, signedIn, words);
    }

    private static void search(PeopleView view, String typed) {
        field(view).setValue(typed);
        press(view, "people-find");
    }

    private static TextField field(PeopleView view) {
        return (TextField) part(view, "people-search");
    }

    private static void press(PeopleView view, String id) {
        ((Button) part(view, id)).click();
    }

    private static Component part(PeopleView view, String id) {
        return within(view).filter(part -> hasId(part, id)).findFirst().orElseThrow();
    }

    /** The ids of the members that are listed. */
    private static List<String> people(PeopleView view) {
        return within(view)
                .flatMap(part -> part.getId().stream())
                .filter(id -> id.startsWith("person-"))
                .toList();
    }

    private static boolean hasId(Component part, String id) {
        return part.getId().filter(id::equals).isPresent();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(PeopleViewIT::within));
    }
}
