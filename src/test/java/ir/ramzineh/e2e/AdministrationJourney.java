package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.webhook.Webhooks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** An administrator at the console: a receiver told and seen to be told, a channel, a wrong profile, a file for import. */
@PortalIT
class AdministrationJourney extends PortalJourney {
    private static final Map<String, String> PAGES = Map.of(
            "branch/administration/sms", "sms-table",
            "branch/administration/keys", "key-table",
            "branch/administration/jobs", "job-table");

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Webhooks webhooks;

    @TempDir
    Path folder;

    private final List<String> findings = new ArrayList<>();

    @Test
    void anAdministratorLooksAfterTheHouse() throws IOException {
        StaffFixtures.Known member = StaffFixtures.of(beans).member(Role.ADMINISTRATOR, null);
        Browser browser = Browser.fresh(Screen.DESKTOP);
        BranchSignIn console = new BranchSignIn(browser, portal(), clock).as(member, FA);
        OfficePages office = new OfficePages(browser);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            console.go("branch/webhooks");
            String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            assertThat(office.addWebhook("میز تقلب", address)).startsWith("whsec_");
            office.testWebhook();
            office.awaitDelivered();
            look(browser, "webhooks");
        } finally {
            webhooks.all(member.id()).forEach(each -> webhooks.remove(member.id(), each.id()));
            receiver.stop(0);
        }
        console.go("branch/administration/channels");
        String id = "journey-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(office.addChannel(id)).startsWith("rz." + id + ".");
        look(browser, "channels");

        console.go("branch/administration/profiles");
        Path profile = Files.writeString(folder.resolve("journey.yaml"), "name:\n  fa: بانک\n");
        assertThat(office.pick("profile-file", profile, "office-said")).contains("journey.yaml", "name.en");
        look(browser, "profiles");

        console.go("branch/import");
        String good = PeopleFixtures.randomNationalId().digits();
        String head = "national_id,name_fa,name_en,birth_date,mobile\n";
        Path wrong =
                Files.writeString(folder.resolve("wrong.csv"), head + "1234567890,سارا,Sara,1372/11/03,09121234567\n");
        assertThat(office.pick("import-file", wrong, "import-problems")).contains("national_id", "۲");
        Path right =
                Files.writeString(folder.resolve("right.csv"), head + good + ",سارا,Sara,1372/11/03,09121234567\n");
        assertThat(office.pick("import-file", right, "import-propose")).isNotEmpty();
        assertThat(office.text("import-counts")).contains("۱");
        look(browser, "import");
        office.propose();
        assertThat(office.hasRowWith("right.csv")).isTrue();
        office.withdrawImport();
        assertThat(office.text("import-table")).contains("right.csv", "پس گرفته شد");
        assertThat(office.offersToWithdrawAnImport()).isFalse();

        PAGES.forEach((page, table) -> {
            console.go(page);
            office.await(table);
            look(browser, page.substring(page.lastIndexOf('/') + 1));
        });
        assertThat(findings).isEmpty();
    }

    private void look(Browser browser, String name) {
        browser.awaitQuiet();
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            String picture = String.join("-", "office", name, FA.getLanguage(), scheme);
            Axe.findings(browser.driver()).forEach(finding -> findings.add(picture + ": " + finding));
            browser.keepWholePage(picture);
        }
        if (browser.isWiderThanTheScreen()) {
            findings.add(name.toLowerCase(Locale.ROOT) + ": wider than the screen");
        }
        browser.prefer("light");
        browser.show(Screen.DESKTOP);
    }
}
