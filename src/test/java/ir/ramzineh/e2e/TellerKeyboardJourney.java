package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.token.Tokens;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A teller's commonest tasks without a mouse; every key is counted and the counts are written to
 * {@code target/teller-keys-*.txt}. Each task has a limit of its own: what the run in docs/branch-console.md needed, and
 * two more, on a page whose cards have no past (see HISTORY). The pages are checked by axe on the way.
 */
@PortalIT
class TellerKeyboardJourney extends PortalJourney {
    private static final String MELLI = "603799";

    /** Each table of a card with a past is one more stop on the way; other journeys give these cards one, and each waiting proposal is a stop too. */
    private static final int HISTORY = 20;

    @Autowired
    private AutowireCapableBeanFactory factory;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private FraudCases cases;

    @Autowired
    private Tokens tokens;

    private final List<String> counts = new ArrayList<>();
    private final List<String> tooLong = new ArrayList<>();

    @Test
    void theTenCommonestTasksOfATellerNeedNoMouse() throws IOException {
        Registered who = withACard();
        CustomerId customer = who.customer().id();
        CardOverview card = card(who.customer(), who.person().cardOf(MELLI));
        long waiting = halfActivated(who);
        long locked = lockedCardOf(customer);
        // The next message may go now.
        clock.advance(Duration.ofMinutes(3));
        signIn(Browser.fresh(Screen.DESKTOP), who, FA);
        Browser browser = Browser.fresh(Screen.DESKTOP);
        BranchSignIn door = teller(browser);
        Keyboard keys = new Keyboard(browser);
        Runnable anew = () -> {
            door.go("branch/customers/" + customer.value());
            keys.atTheHeading();
        };
        find(browser, door, keys, who);

        keys.tabTo("desk-resend-" + waiting + "-second").press(Keys.ENTER);
        keys.until(() -> inTheTrail(customer, "helpdesk.resent") == 1);
        done(keys, "send the activation message again", 7 + HISTORY);
        anew.run();
        deed(keys, "desk-freeze-" + card.id().value(), "freeze the codes of a card", 16 + HISTORY);
        keys.until(() -> cards.one(customer, card.id()).second().frozen());
        anew.run();
        deed(keys, "desk-report-" + card.id().value(), "take down “it was not me”", 17 + HISTORY);
        keys.until(() -> cases.of(customer, 5).size() == 1);
        anew.run();
        long token = tokens.of(customer, card.id()).getFirst().id().value();
        deed(keys, "desk-revoke-" + token, "revoke the authenticator of a lost phone", 17 + HISTORY);
        keys.until(() -> tokens.of(customer, card.id()).isEmpty());
        anew.run();
        assertThat(signIns(customer)).isPositive();
        deed(keys, "desk-end-sessions-" + customer.value(), "end all sign-ins of the customer", 22 + HISTORY);
        keys.until(() -> signIns(customer) == 0);
        anew.run();
        proposeANumber(keys, customer);
        anew.run();
        keys.tabTo("unlock-second-" + locked).press(Keys.ENTER);
        keys.until(() -> proposed(customer, "password-unlock") == 1);
        done(keys, "propose to unlock a password", 16 + HISTORY);
        anew.run();
        keys.tabTo("gateway-issue").press(Keys.ENTER);
        keys.until(() -> inTheTrail(customer, "gateway-token.issued") == 1);
        done(keys, "issue an account token", 18 + HISTORY);
        assertThat(Axe.findings(browser.driver())).isEmpty();
        written("ten");
    }

    /** From «من نبودم» to the closed case; the focus goes on from wherever a deed has left it. */
    @Test
    void aCaseNeedsNoMouse() throws IOException {
        Registered who = withACard();
        CustomerId customer = who.customer().id();
        CardOverview card = card(who.customer(), who.person().cardOf(MELLI));
        Browser browser = Browser.fresh(Screen.DESKTOP);
        BranchSignIn door = teller(browser);
        Keyboard keys = new Keyboard(browser);
        find(browser, door, keys, who);

        String id = Long.toString(card.id().value());
        deed(keys, "desk-freeze-" + id, "freeze the codes of a card", 12 + HISTORY);
        keys.await("desk-unfreeze-" + id);
        keys.atTheHeading();
        assertThat(cards.one(customer, card.id()).second().frozen()).isTrue();
        deed(keys, "desk-unfreeze-" + id, "end the freeze", 12 + HISTORY);
        keys.await("desk-freeze-" + id);
        keys.atTheHeading();
        assertThat(cards.one(customer, card.id()).second().frozen()).isFalse();
        deed(keys, "desk-report-" + id, "take down “it was not me”", 13 + HISTORY);
        keys.await("desk-case-of-card-" + id);
        assertThat(browser.driver().findElements(By.id("desk-unfreeze-" + id)))
                .as("the case decides")
                .isEmpty();
        keys.atTheHeading();
        FraudCase report = cases.of(customer, 5).getFirst();

        keys.tabTo("desk-case-of-card-" + id).press(Keys.ENTER);
        keys.await("desk-case-take");
        done(keys, "go to the case", 10 + HISTORY);
        keys.tabTo("desk-case-take").press(Keys.ENTER);
        keys.await("desk-case-note");
        done(keys, "take the case", 5);
        assertThat(Axe.findings(browser.driver())).isEmpty();
        keys.tabTo("desk-case-note").type("مشتری تماس گرفت").press(Keys.TAB).press(Keys.ENTER);
        keys.until(() -> !cases.notes(report.id()).isEmpty());
        done(keys, "write a note", 9);
        keys.tabTo("desk-case-unfreeze").press(Keys.ENTER);
        keys.confirm();
        keys.until(() -> !cards.one(customer, card.id()).second().frozen());
        done(keys, "end the freeze from the case", 6);
        keys.tabTo("desk-case-outcome").press(Keys.ARROW_DOWN).press(Keys.TAB).press(Keys.ENTER);
        keys.until(() -> cases.one(report.id()).orElseThrow().state() == CaseState.CLOSED);
        done(keys, "close the case with an outcome", 7);

        door.go("branch/meter");
        keys.await("meter-reading");
        assertThat(Axe.findings(browser.driver())).isEmpty();
        written("case");
    }

    private Registered withACard() {
        Registered who = registered(DemonstrationPeople.SHIRIN);
        StaffFixtures.of(factory).home(who.customer().id(), StaffFixtures.HOME);
        activated(who.customer(), who.person().cardOf(MELLI));
        return who;
    }

    private BranchSignIn teller(Browser browser) {
        StaffFixtures.Known member = StaffFixtures.of(factory).member(Role.TELLER, StaffFixtures.HOME);
        return new BranchSignIn(browser, portal(), clock).as(member, FA);
    }

    private void find(Browser browser, BranchSignIn door, Keyboard keys, Registered who) {
        door.go("branch/customers");
        keys.focusOn("desk-find-value");
        assertThat(Axe.findings(browser.driver())).isEmpty();
        keys.type(who.person().nationalId().digits()).press(Keys.ENTER);
        keys.awaitFocus("desk-open-" + who.customer().id().value());
        done(keys, "find a customer by national ID", 1);
        keys.press(Keys.ENTER);
        keys.await("desk-answers");
        keys.atTheHeading();
        done(keys, "open the page and read why it does not work", 1);
        assertThat(Axe.findings(browser.driver())).isEmpty();
    }

    private void proposeANumber(Keyboard keys, CustomerId customer) {
        keys.tabToSummaryOf("number-form").press(Keys.ENTER);
        keys.tabTo("number-new").type(PeopleFixtures.randomMobile().national());
        keys.tabTo("number-document-digits").type("4711").press(Keys.ENTER);
        keys.until(() -> proposed(customer, "number-change") == 1);
        done(keys, "propose another mobile number", 8);
    }

    /** A card whose activation waits for the part that came by message: the phone has read the QR code. */
    private long halfActivated(Registered who) {
        CardNumber other = who.person().cards().getFirst();
        TestPhone phone = new TestPhone(portal());
        phone.scan(activationLink(who.customer(), other, ActivationWay.QR_AND_SMS));
        phone.reportScan();
        return card(who.customer(), other).id().value();
    }

    /** One more card of the customer, locked after wrong codes. */
    private long lockedCardOf(CustomerId customer) {
        PlayedCard card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :card")
                .param("customer", customer.value())
                .param("card", card.id().value())
                .update();
        card.set("state = 'LOCKED', failed_attempts = 3, channels = 'APP,SMS_TEXT_IN'");
        return card.id().value();
    }

    private int inTheTrail(CustomerId customer, String kind) {
        return count("select count(*) from audit_event where customer_id = :customer and kind = :kind", customer, kind);
    }

    private int proposed(CustomerId customer, String kind) {
        return count(
                "select count(*) from approval where customer_id = :customer and kind = :kind and state = 'WAITING'",
                customer,
                kind);
    }

    private int count(String query, CustomerId customer, String kind) {
        return jdbc.sql(query)
                .param("customer", customer.value())
                .param("kind", kind)
                .query(Integer.class)
                .single();
    }

    private int signIns(CustomerId customer) {
        return jdbc.sql("select count(*) from SPRING_SESSION where PRINCIPAL_NAME = :customer")
                .param("customer", Long.toString(customer.value()))
                .query(Integer.class)
                .single();
    }

    private void deed(Keyboard keys, String button, String task, int most) {
        keys.tabTo(button).press(Keys.ENTER);
        keys.confirm();
        done(keys, task, most);
    }

    private void done(Keyboard keys, String task, int most) {
        counts.add("%-46s keys %3d, characters typed %3d".formatted(task, keys.pressed(), keys.typed()));
        if (keys.pressed() > most) {
            tooLong.add("%s: %d keys, at most %d".formatted(task, keys.pressed(), most));
        }
        keys.forget();
    }

    private void written(String name) throws IOException {
        Files.write(Path.of("target", "teller-keys-" + name + ".txt"), counts);
        assertThat(tooLong).isEmpty();
    }
}
