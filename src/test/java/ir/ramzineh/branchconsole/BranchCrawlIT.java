package ir.ramzineh.branchconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every page × everybody, as an open page asks for it, against a table written by hand (security case 13). A page that is
 * not declared here fails the test.
 */
@PortalIT
class BranchCrawlIT {
    /** Who sees a page: n nobody signed in, c customer, t teller, m manager, o teller of another branch, s support, u auditor, a administrator. */
    private static final String TABLE = """
            sign-in                       nctmosua
            sign-in/code                  nctmosua
            sign-up                       nctmosua
            recovery                      nctmosua
            help                          nctmosua
            terms                         nctmosua
            simulator/atm                 nctmosua
            simulator/authenticator       nctmosua
            simulator/payment             nctmosua
            simulator/phone               nctmosua
            simulator/shop                nctmosua
            simulator/switch              nctmosua
            simulator/training            nctmosua
            /                             c
            activate                      c
            activity                      c
            cards                         c
            cards/:card                   c
            cards/:card/:kind             c
            devices                       c
            security                      c
            branch/sign-in                nctmosua
            branch/enrol                  nctmosua
            branch                        tmosua
            branch/people                 a
            branch/people/new             a
            branch/people/:member         a
            branch/branches               a
            branch/account                tmosua
            branch/approvals              tmosua
            branch/approvals/:approval    tmosua
            branch/audit                  u
            branch/audit/seal             ua
            branch/gateway-tokens         tmo
            branch/reports                mua
            branch/what-if                ua
            branch/customers              tmos
            branch/customers/:customer    tmos
            branch/cases                  tmo
            branch/cases/:case            tmo
            branch/meter                  tmosu
            branch/import                 ma
            branch/webhooks               a
            branch/administration/channels    a
            branch/administration/profiles    sua
            branch/administration/sms         sa
            branch/administration/keys        a
            branch/administration/jobs        ua
            """;

    private static final List<String> REFUSED =
            List.of("error-no-access", "branch-not-permitted", "error-refused", "\"/sign-in\"", "\"/branch/sign-in\"");

    @LocalServerPort
    private int port;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private TestClock clock;

    @Test
    void case13_everyPageShowsItselfToThoseWhoAreDeclaredAndToNobodyElse() throws Exception {
        Map<Character, StaffBrowser> everybody = everybody();
        Map<String, String> found = new TreeMap<>();
        for (RouteData route : routes()) {
            String path = path(route.getTemplate());
            StringBuilder seen = new StringBuilder();
            everybody.forEach((letter, browser) -> {
                String page = browser.opened(path);
                if (REFUSED.stream().noneMatch(page::contains)) {
                    seen.append(letter);
                }
            });
            found.put(name(route.getTemplate()), seen.toString());
        }
        assertThat(found).isEqualTo(declared());
    }

    private List<RouteData> routes() {
        return RouteConfiguration.forRegistry(ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)))
                .getAvailableRoutes();
    }

    private Map<Character, StaffBrowser> everybody() throws Exception {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        StaffFixtures staff = StaffFixtures.of(beans);
        Map<Character, StaffBrowser> everybody = new LinkedHashMap<>();
        everybody.put('n', new StaffBrowser(port));
        everybody.put('c', customer(people));
        Map<Character, StaffFixtures.Known> members = new LinkedHashMap<>();
        members.put('t', staff.member(Role.TELLER, StaffFixtures.HOME));
        members.put('m', staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME));
        members.put('o', staff.member(Role.TELLER, StaffFixtures.OTHER));
        members.put('s', staff.member(Role.SUPPORT, null));
        members.put('u', staff.member(Role.AUDITOR, null));
        members.put('a', staff.member(Role.ADMINISTRATOR, null));
        members.forEach((letter, member) -> {
            StaffBrowser browser = new StaffBrowser(port);
            assertThat(browser.signIn(member, clock.instant())).isEqualTo("/branch");
            everybody.put(letter, browser);
        });
        return everybody;
    }

    private StaffBrowser customer(PeopleFixtures people) throws InterruptedException {
        StaffBrowser browser = new StaffBrowser(port);
        String userName = PeopleFixtures.randomUserName();
        Customer customer = people.customer(userName);
        browser.post(
                "/sign-in",
                browser.csrf("/sign-in"),
                Map.of("username", userName, "password", PeopleFixtures.PASSWORD));
        browser.post("/sign-in/code", browser.csrf("/sign-in/code"), Map.of("code", people.code(customer.mobile(), 0)));
        return browser;
    }

    /** An address with something in the place of each parameter; that nothing has this number does not matter. */
    private static String path(String template) {
        List<String> parts = new ArrayList<>();
        for (String part : template.replaceAll("\\([^)]*\\)", "").split("/")) {
            parts.add(
                    switch (part) {
                        case ":kind" -> "second";
                        case ":card" -> "1";
                        default -> part.startsWith(":") ? "1" : part;
                    });
        }
        return String.join("/", parts);
    }

    private static String name(String template) {
        String plain = template.replaceAll("\\([^)]*\\)", "");
        return plain.isEmpty() ? "/" : plain;
    }

    private static Map<String, String> declared() {
        Map<String, String> lines = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.strip().split(" +");
            lines.put(words[0], words[1]);
        });
        return lines;
    }
}
