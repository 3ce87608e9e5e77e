package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An account token from the counter to the sign-in (S10.2 to S10.5, S10.8, S10.17 to S10.19, S10.22, S10.25): a teller issues
 * it, the customer activates it in Ramzna, a manager approves the link, and its codes open the portal until the link ends.
 */
@PortalIT
class GatewayTokenJourney extends RamznaOnAPhone {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    private final List<String> findings = new ArrayList<>();

    @Test
    void aTokenOfABranchOpensThePortalWhileItIsLinked() throws IOException {
        String userName = PeopleFixtures.randomUserName();
        Customer customer = people().customer(userName);
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), StaffFixtures.HOME);
        SimulatedPhone messages = new SimulatedPhone(inbox, customer.mobile());

        StaffFixtures.Known teller = staff.member(Role.TELLER, StaffFixtures.HOME);
        Browser tellers = Browser.separate(Screen.DESKTOP);
        BranchSignIn door = new BranchSignIn(tellers, portal(), clock).as(teller, FA);
        door.go("branch/customers/" + customer.id().value());
        Counter counter = new Counter(tellers);
        counter.issue();
        String sms = messages.lastLineOf("کد فعالسازی توکن");
        String receipt = counter.takeReceipt();
        String serial = serialOn(receipt);
        assertThat(receipt).contains("بخش ۱ از ۲", "بخش ۲ از ۲").doesNotContain(Digits.toPersian(sms));
        assertThat(taken(customer)).as("on record").isEqualTo(1);
        look(tellers, "gateway-issued", List.of("light"));

        RamznaPages ramzna = phone().firstRun();
        assertThat(ramzna.text("empty")).contains("توکن ثبت شده ای برای شما یافت نشد");
        addToken(ramzna, serial, mistyped(sms));
        assertThat(ramzna.failure()).isNotBlank();
        ramzna.type("sms-code", sms);
        ramzna.press("serial-form-submit");
        ramzna.awaitProven();

        counter.again(door, customer);
        counter.proposeLink("sign-in");
        Browser managers = Browser.fresh(Screen.DESKTOP);
        BranchSignIn manager = new BranchSignIn(managers, portal(), clock)
                .as(staff.member(Role.BRANCH_MANAGER, StaffFixtures.HOME), FA);
        Counter desk = new Counter(managers);
        desk.approveWorkOf(teller.userName());
        manager.signOut();

        // Before the time of the next code passes: what is shown to a teller stays open for a few minutes.
        counter.again(door, customer);
        String spent = codeOpensThePortal(ramzna, userName);
        codeIsRefused(userName, spent);

        counter.again(door, customer);
        assertThat(tellers.driver().findElements(By.cssSelector("#desk-customer > div:empty")))
                .as("parts with nothing in them, which leave a double gap")
                .isEmpty();
        assertThat(tellers.driver().findElements(By.cssSelector("[id^='gateway-waits-']")))
                .as("it was approved")
                .isEmpty();
        look(tellers, "gateway-linked", List.of("light"));
        counter.unlink("sign-in");
        PublicPages pages = new PublicPages(Browser.fresh(Screen.DESKTOP), portal()).entry(FA);
        people().forgetWaits();
        pages.giveCredentials(userName, PeopleFixtures.PASSWORD);
        pages.awaitCodePage();
        assertThat(pages.has("sign-in-token")).isFalse();
        pages.giveCode(messages.webCode());
        new HomePage(pages.browser, portal()).awaitShown();

        deletedWithAQuestion(ramzna);
        assertThat(findings).isEmpty();
    }

    private static void addToken(RamznaPages ramzna, String serial, String code) {
        ramzna.press("add");
        ramzna.choose("section", "account");
        ramzna.press("way-account");
        ramzna.type("serial", serial);
        ramzna.type("sms-code", code);
        ramzna.press("serial-form-submit");
    }

    /** The portal asks for a code of the token, takes no wrong one and is opened by the right one, which is returned. */
    private String codeOpensThePortal(RamznaPages ramzna, String userName) {
        String code = nextCode(ramzna);
        // The pictures and checks on the way take longer than a code lives.
        clock.hold();
        PublicPages pages = new PublicPages(Browser.fresh(Screen.DESKTOP), portal()).entry(FA);
        pages.giveCredentials(userName, PeopleFixtures.PASSWORD);
        pages.shown("sign-in-token");
        assertThat(pages.driver.getTitle()).contains("توکن").doesNotContain("پیامک");
        look(pages.browser, "gateway-sign-in", List.of("light", "dark"));
        pages.giveCode(mistyped(code));
        assertThat(pages.messageOfSignIn()).contains("درست نیست");
        pages.giveCode(code);
        HomePage home = new HomePage(pages.browser, portal()).awaitShown();
        pages.browser.driver().get(portal().resolve("/security").toString());
        pages.shown("security-gateway-tokens");
        assertThat(pages.text("security-token-code")).contains("به جای کد پیامکی");
        look(pages.browser, "gateway-own", List.of("light", "dark"));
        home.signOut();
        clock.release();
        return code;
    }

    private void codeIsRefused(String userName, String spent) {
        PublicPages pages = new PublicPages(Browser.fresh(Screen.DESKTOP), portal()).entry(FA);
        pages.giveCredentials(userName, PeopleFixtures.PASSWORD);
        pages.shown("sign-in-token");
        pages.giveCode(spent);
        assertThat(pages.messageOfSignIn()).as("a code counts once").contains("درست نیست");
    }

    /** S10.17, S10.19: listed by its serial number; deleted after a question, and never before the answer. */
    private void deletedWithAQuestion(RamznaPages ramzna) {
        ramzna.open();
        ramzna.unlock(RamznaPages.PASSWORD);
        assertThat(ramzna.tokens()).isEqualTo(1);
        assertThat(ramzna.text("section-account")).contains("حساب/درگاه");
        look(ramzna, "gateway-ramzna-list");
        ramzna.openToken();
        ramzna.until(driver -> driver.findElement(By.id("state")).getText().contains("پس از اتصال"));
        look(ramzna, "gateway-ramzna-token");
        ramzna.press("token-delete");
        ramzna.shown("dialog-no");
        ramzna.answer(false);
        ramzna.press("token-delete");
        ramzna.press("dialog-yes");
        ramzna.shown("empty");
    }

    /** Its three groups of digits stand on a line of their own. */
    private static String serialOn(String receipt) {
        return receipt.lines()
                .map(Digits::toLatin)
                .map(String::strip)
                .filter(line -> line.matches("\\d{4} \\d{4} \\d{4}"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(receipt));
    }

    private int taken(Customer customer) {
        return jdbc.sql("select count(*) from audit_event where customer_id = :customer and kind = :kind")
                .param("customer", customer.id().value())
                .param("kind", "gateway-token.receipt-printed")
                .query(Integer.class)
                .single();
    }

    /** Keeps the whole page in these schemes; what axe finds is counted at the end. */
    private void look(Browser browser, String name, List<String> schemes) {
        browser.awaitQuiet();
        Axe.findings(browser.driver()).forEach(finding -> findings.add(name + ": " + finding));
        for (String scheme : schemes) {
            browser.prefer(scheme);
            browser.keepWholePage(name + "-fa-" + scheme);
        }
        browser.prefer("light");
        browser.show(Screen.DESKTOP);
    }

    private void look(RamznaPages ramzna, String name) {
        ramzna.browser.awaitQuiet();
        Axe.findings(ramzna.driver).forEach(finding -> findings.add(name + ": " + finding));
        ramzna.browser.keepScreenshot(name + "-fa-light");
    }

    /** The account tokens on the page of a customer, and the manager's answer. */
    private static final class Counter extends Page {
        private static final String FETCH = """
                const [link, done] = [document.getElementById('gateway-receipt-pdf').href, arguments[0]];
                (async () => {
                    const first = await fetch(link);
                    const bytes = new Uint8Array(await first.arrayBuffer());
                    const second = await fetch(link);
                    done({
                        status: first.status,
                        type: first.headers.get('content-type'),
                        cache: first.headers.get('cache-control'),
                        shown: first.headers.get('content-disposition'),
                        file: btoa(String.fromCharCode(...bytes)),
                        again: second.status,
                        same: btoa(String.fromCharCode(...new Uint8Array(await second.arrayBuffer())))
                    });
                })();
                """;

        Counter(Browser browser) {
            super(browser);
        }

        void issue() {
            press("desk-again-open");
            press("gateway-issue");
            shown(By.cssSelector("[id^='gateway-'][id$='-receipt']"));
        }

        /** The text of the PDF, as the link gives it, also a second time. */
        String takeReceipt() throws IOException {
            press(By.cssSelector("[id^='gateway-'][id$='-receipt']"));
            shown("gateway-receipt-pdf");
            Map<?, ?> answer = (Map<?, ?>) ((org.openqa.selenium.JavascriptExecutor) driver).executeAsyncScript(FETCH);
            assertThat(answer.get("status")).isEqualTo(200L);
            assertThat(answer.get("type")).isEqualTo("application/pdf");
            assertThat(answer.get("cache").toString()).contains("no-store");
            assertThat(answer.get("shown").toString()).startsWith("inline");
            assertThat(answer.get("again")).as("as a viewer asks that saves it").isEqualTo(200L);
            assertThat(answer.get("same")).isEqualTo(answer.get("file"));
            try (PDDocument pdf =
                    Loader.loadPDF(Base64.getDecoder().decode(answer.get("file").toString()))) {
                return new PDFTextStripper().getText(pdf);
            }
        }

        void again(BranchSignIn door, Customer customer) {
            door.go("branch/customers/" + customer.id().value());
            shown("gateway-tokens");
        }

        void proposeLink(String scope) {
            tick(By.cssSelector("[id^='gateway-'][id$='-" + scope + "'] input"));
            press(By.cssSelector("[id^='gateway-'][id$='-link']"));
            until(driver -> driver.findElement(By.cssSelector(".toast-success"))
                    .getText()
                    .contains("همکار دوم"));
            until(driver -> driver.findElements(By.cssSelector("#gateway-tokens [id^='gateway-waits-']"))
                            .size()
                    == 1);
            assertThat(driver.findElement(By.cssSelector("[id^='gateway-'][id$='-" + scope + "'] input"))
                            .isSelected())
                    .as("what was proposed is ticked no more")
                    .isFalse();
        }

        void unlink(String scope) {
            String button = "[id^='gateway-'][id$='-unlink-" + scope + "']";
            press(By.cssSelector(button));
            press(By.cssSelector("[id^='gateway-'][id$='-unlink-" + scope + "-confirm']"));
            until(driver -> driver.findElements(By.cssSelector(button)).isEmpty());
        }

        void approveWorkOf(String userName) {
            press("approvals-panel-open");
            shown("approvals-waiting");
            press(By.xpath("//*[@id='approvals-waiting']//tbody/tr[td[contains(., '" + userName + "')]]//a"));
            press("approval-approve");
            shown("approval-message");
        }

        private void shown(By where) {
            until(driver -> driver.findElement(where).isDisplayed());
        }
    }
}
