package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.SealedTrail;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An auditor at work: finds rows, takes a copy, checks the seal, finds what was tampered with, reads a report. */
@PortalIT
class RecordJourney extends PortalJourney {
    @Autowired
    private AuditTrail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private IdSource ids;

    @Autowired
    private AutowireCapableBeanFactory factory;

    private final List<String> findings = new ArrayList<>();

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"fa, DESKTOP", "en, TABLET"})
    void anAuditorFindsCopiesChecksAndReads(String language, Screen screen) {
        SealedTrail sealed = SealedTrail.of(factory);
        CustomerId customer = new CustomerId(ids.next());
        String kind = "record.journey-" + Long.toString(customer.value(), 36);
        transaction.executeWithoutResult(
                status -> trail.record(AuditEvent.by(customer, kind, Map.of("label", "=cmd|' /C calc'!A0"))));
        sealed.sealNow();
        long row = jdbc.sql("select id from audit_event where customer_id = :customer")
                .param("customer", customer.value())
                .query(Long.class)
                .single();
        Browser browser = Browser.fresh(screen);
        BranchSignIn door = new BranchSignIn(browser, portal(), clock);
        door.open(Locale.of(language));
        browser.awaitQuiet();
        door.as(StaffFixtures.of(factory).member(Role.AUDITOR, null), Locale.of(language));
        RecordPages pages = new RecordPages(browser);

        door.go("branch/audit");
        assertThat(pages.find(kind)).as("found by its kind").isEqualTo(1);
        look(browser, language, screen, "record-audit");
        assertThat(pages.download("record-audit-export")).contains(kind).contains("audit.csv");

        door.go("branch/audit/seal");
        String head = pages.head();
        assertThat(head).matches("[0-9]+:[0-9]+:[0-9a-f]{64}");
        String before = pages.check(head);
        assertThat(before).doesNotContain(Long.toString(row));
        sealed.change(row, "details = '{}'");
        try {
            assertThat(pages.check(head)).as("the row is named").contains(Long.toString(row));
            look(browser, language, screen, "record-seal");
        } finally {
            sealed.change(row, "details = '{\"label\":\"=cmd|\\' /C calc\\'!A0\"}'");
        }
        assertThat(pages.check(head)).as("put right again").doesNotContain(Long.toString(row));

        door.go("branch/reports?report=refusals&by=reason");
        assertThat(pages.definitions()).isPositive();
        look(browser, language, screen, "record-reports");
        door.go("branch/what-if");
        assertThat(pages.replay()).isEqualTo(7);
        look(browser, language, screen, "record-what-if");
        assertThat(findings).isEmpty();
    }

    private void look(Browser browser, String language, Screen screen, String name) {
        browser.awaitQuiet();
        for (String scheme : List.of("light", "dark")) {
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

    /** The pages of the record. */
    private static final class RecordPages extends Page {
        RecordPages(Browser browser) {
            super(browser);
        }

        /** Looks for a kind of event; the number of rows that are shown. */
        int find(String kind) {
            type("record-audit-kind", kind);
            press("record-audit-find");
            until(driver -> {
                var rows = driver.findElements(By.cssSelector("#record-audit-rows tbody tr"));
                return !rows.isEmpty()
                        && rows.stream().allMatch(row -> row.getText().contains(kind));
            });
            return driver.findElements(By.cssSelector("#record-audit-rows tbody tr"))
                    .size();
        }

        /** What a download brings: the name of the file, then what is in it. */
        String download(String link) {
            return String.valueOf(browser.script("""
                    const answer = await fetch(document.getElementById(arguments[0]).href);
                    return answer.headers.get('content-disposition') + '\\n' + await answer.text();
                    """, link));
        }

        String head() {
            return text("record-seal-head");
        }

        /** Checks the whole trail against a head; what the page says at the end. */
        String check(String head) {
            type("record-seal-noted", head);
            By result = By.cssSelector("#record-seal-result .notice");
            List<WebElement> former = driver.findElements(result);
            press("record-seal-start");
            // What the page said about the check before is no answer to this one.
            former.forEach(notice -> until(ExpectedConditions.stalenessOf(notice)));
            until(ExpectedConditions.presenceOfElementLocated(result));
            awaitGone("record-seal-cancel");
            return text("record-seal-result");
        }

        int definitions() {
            shown("record-report-definitions");
            return driver.findElements(By.cssSelector("#record-report-definitions dd"))
                    .size();
        }

        /** Replays with the policy in force; the number of figures. */
        int replay() {
            press("record-what-if-start");
            shown("record-what-if-table");
            return driver.findElements(By.cssSelector("#record-what-if-table tbody tr"))
                    .size();
        }
    }
}
