package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A token that another phone has: asked for at an ATM with that phone at hand, and in the portal with that phone gone. */
@PortalIT
class RamznaNewPhoneJourney extends RamznaOnAPhone {
    private static final String OLD = "Pixel 9";
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void S10_23_theAppAsksBeforeItTakesATokenAndNoLeavesTheOldPhoneAsItWas() {
        DemonstrationPerson person = DemonstrationPeople.ARASH;
        CardNumber card = person.card();
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        wantedAtTheAtm(card);
        TestPhone old = new TestPhone(portal());
        assertThat(old.claimByCard(card.digits(), "SECOND", messages.lastLineOf("کد فعالسازی"), OLD)
                        .status())
                .isEqualTo(200);
        assertThat(old.prove(old.code(clock.instant()), TestPhoneCalls.newDevice(), OLD)
                        .status())
                .isEqualTo(200);

        people().forgetWaits();
        wantedAtTheAtm(card);
        String code = messages.lastLineOf("کد فعالسازی");
        RamznaPages ramzna = phone().firstRun();
        ramzna.addByCard(card, PasswordKind.SECOND, code);
        assertThat(ramzna.takeOverQuestion()).contains("«" + OLD + "»");
        ramzna.browser.keepScreenshot("ramzna-take-over-fa-light");
        assertThat(ramzna.findings()).as("the question before it").isEmpty();
        ramzna.answer(false);
        ramzna.open().unlock(RamznaPages.PASSWORD);
        assertThat(ramzna.tokens()).isZero();
        CardSwitch asked = cardSwitch();
        assertThat(pays(asked, card, old)).as("the old phone after no").isEqualTo("ACCEPTED");

        // Thought better of it: a new code, and yes.
        clock.reset();
        people().forgetWaits();
        wantedAtTheAtm(card);
        ramzna.addByCard(card, PasswordKind.SECOND, messages.lastLineOf("کد فعالسازی"));
        assertThat(ramzna.takeOverQuestion()).contains("«" + OLD + "»");
        ramzna.answer(true);
        ramzna.shown("code-spent");
        paysOnceOffline(ramzna, card);
        assertThat(pays(asked, card, old)).as("the old phone after yes").isEqualTo("REFUSED");
    }

    @Test
    void S10_23_withTheOldPhoneGoneTheNewOneWaitsADayBothChannelsAreToldAndThenItHasTheToken() {
        Registered who = registered(DemonstrationPeople.PARVANEH);
        CardNumber card = who.person().cardOf("628023");
        SimulatedPhone messages = new SimulatedPhone(inbox, who.person().mobile());
        TestPhone old = activated(
                who.customer(),
                card,
                ActivationWay.SCREEN_AND_SMS,
                phone -> phone.typeSecondPart(messages.lastLineOf(card.lastFour())));
        TestPhoneCalls oldApp = new TestPhoneCalls(portal(), old.keyInHex(), TestPhoneCalls.newDevice());
        assertThat(newPhoneFrom(oldApp)).as("nobody has asked").isEqualTo("null");

        Browser desk = Browser.fresh(Screen.PHONE);
        ActivationPages portal = atTheWays(desk, who, card);
        String later = portal.waitsWithWay(ActivationWay.QR_AND_SMS);
        assertThat(later).contains("گوشی پیشین کار می‌کند").contains("انتقال به گوشی تازه");
        desk.keepScreenshot("new-phone-waits-fa-phone");
        assertThat(messages.textWith("گوشی تازه")).contains(card.lastFour()).contains("شما نبودید");
        assertThat(new HomePage(desk, portal()).open().news()).contains("درخواست گوشی تازه");
        assertThat(newPhoneFrom(oldApp)).as("the old phone is told too").isNotEqualTo("null");
        CardSwitch asked = cardSwitch();
        assertThat(pays(asked, card, old)).as("the old phone works on").isEqualTo("ACCEPTED");

        clock.advance(DAY);
        people().forgetWaits();
        portal = atTheWays(desk, who, card);
        portal.chooseWay(ActivationWay.QR_AND_SMS);
        RamznaPages ramzna = phoneAhead(DAY.plus(NEXT_CODE)).firstRun();
        ramzna.scan(portal.photographQr());
        portal.awaitPhoneNoticed();
        ramzna.addScanned(messages.lastLineOf(card.lastFour()));
        ramzna.awaitProven();
        assertThat(portal.success()).isNotBlank();
        paysOnceOffline(ramzna, card);
        assertThat(cardSwitch().ask(card, old.code(clock.instant())))
                .as("the old phone is out")
                .isEqualTo("REFUSED");
        assertThat(oldApp.send(oldApp.state(clock.instant())).status()).isEqualTo(401);
    }

    private void wantedAtTheAtm(CardNumber card) {
        new AtmPage(Browser.fresh(Screen.PHONE), portal())
                .insert(card)
                .choose("1", "1-1", "1-1-1")
                .yes();
    }

    private ActivationPages atTheWays(Browser browser, Registered who, CardNumber card) {
        ActivationPages portal = signIn(browser, who, FA).pressShortcut();
        portal.chooseCard(card);
        portal.choosePassword(PasswordKind.SECOND);
        portal.awaitWays();
        return portal;
    }

    /** The next code of a phone at a shop. */
    private String pays(CardSwitch asked, CardNumber card, TestPhone phone) {
        clock.advance(Duration.ofSeconds(phone.periodSeconds()));
        return asked.ask(card, phone.code(clock.instant()));
    }

    private String newPhoneFrom(TestPhoneCalls app) {
        return app.send(app.state(clock.instant())).body().get("newPhoneFrom").toString();
    }
}
