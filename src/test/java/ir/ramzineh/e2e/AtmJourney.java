package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The banks' own ways at the ATM, from the card to a payment that the switch accepts once. Nobody signs up for the
 * portal; the app is played by a phone that knows the documented protocol and no more.
 */
@PortalIT
class AtmJourney extends PortalJourney {
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingIsRememberedOfEarlierVisits() {
        people().forgetWaits();
        jdbc.sql("delete from terminal_request").update();
        jdbc.sql("update activation set created_at = created_at - interval 2 hour")
                .update();
    }

    @Test
    void S3_melliTheReceiptAndTheSmsMakeTheKeyAndTheSwitchAcceptsItsCodeOnce() {
        DemonstrationPerson person = DemonstrationPeople.BEHROUZ;
        CardNumber card = person.cardOf("603799");
        Browser browser = Browser.fresh(Screen.PHONE);
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = new AtmPage(browser, portal()).insert(card);
        assertThat(atm.offered()).contains("عملیات رمز");
        browser.keepWholePage("atm-melli-menu-fa-phone");

        // S3.4: a number that the bank does not know, then the registered one (S3.3).
        atm.choose("1", "1-1", "1-1-2")
                .keys(DemonstrationPeople.BEHROUZ_NUMBER_IN_USE.national())
                .yes();
        assertThat(atm.result()).contains("شعبه");
        assertThat(atm.printed()).isFalse();
        atm.insert(card)
                .choose("1", "1-1", "1-1-2")
                .keys(person.mobile().national())
                .yes();
        String receipt = atm.receiptCode();
        browser.keepWholePage("atm-melli-receipt-fa-phone");
        String sms = messages.lastLineOf("بخش دوم کلید");
        assertThat(receipt.replace(" ", "")).matches("[0-9]{8}");
        assertThat(sms).hasSize(114);

        TestPhone phone = new TestPhone(portal());
        phone.typeBothParts(receipt, sms, true, 7, 60);
        assertThat(cardSwitch().ask(card, phone.code(clock.instant()))).isEqualTo("REFUSED");
        atm.insert(card).choose("1", "1-2", "1-2-2").keys(phone.code(clock.instant()));
        assertThat(atm.result()).contains("رمز دوم پویا فعال شد");
        paysOnce(card, phone);
    }

    @Test
    void S4_mellatTheCodeBySmsClaimsTheKeyAndSwitchingOffSaysWhatRemains() {
        DemonstrationPerson person = DemonstrationPeople.ARASH;
        CardNumber card = person.card();
        Browser browser = Browser.fresh(Screen.DESKTOP);
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = new AtmPage(browser, portal()).insert(card).choose("1", "1-1");
        assertThat(atm.offered()).contains("ارسال کد فعال‌سازی");
        browser.keepScreenshot("atm-mellat-menu-fa-desktop");
        atm.choose("1-1-1");
        assertThat(atm.question()).contains("۰۹۱۲****۰۱۱");
        atm.yes();
        assertThat(atm.result()).contains("۲۴ ساعت");

        TestPhone phone = new TestPhone(portal());
        String code = messages.lastLineOf("کد فعالسازی");
        assertThat(phone.claimByCard(card.digits(), "SECOND", code, "Galaxy").status())
                .isEqualTo(200);
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
        paysOnce(card, phone);

        // S4.7, S6.2: the SMS edition beside the app; S4.8: the app goes and the other stays.
        people().forgetWaits();
        atm.insert(card).choose("3", "3-1", "3-1-1").yes();
        assertThat(atm.result()).contains("فعال شد");
        atm.insert(card).choose("2", "2-2");
        assertThat(atm.question()).contains("روش دیگری که فعال کرده‌اید همچنان کار می‌کند");
        atm.yes();
        assertThat(atm.result()).contains("رمز پویای برنامه رمزنگار ملت برای این کارت غیرفعال شد");
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch().ask(card, phone.code(clock.instant()))).isEqualTo("REFUSED");
        atm.insert(card).choose("3", "3-2", "3-2-1").yes();
        assertThat(atm.result()).contains("نسخه پیامکی رمزنگار ملت برای این کارت غیرفعال شد");
    }

    @Test
    void S7_parsianThePersonalPinBelongsToEveryCode() {
        DemonstrationPerson person = DemonstrationPeople.LALEH;
        CardNumber card = person.card();
        Browser browser = Browser.fresh(Screen.PHONE);
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = new AtmPage(browser, portal()).insert(card).choose("1", "1-1");
        assertThat(atm.question()).startsWith("این سرویس برای مشتریانی قابل استفاده است");
        atm.yes().yes().keys("12345678").keys("12345678");
        assertThat(atm.result()).contains("ساده است");
        atm.insert(card).choose("1", "1-1").yes().yes();
        browser.keepWholePage("atm-parsian-pin-fa-phone");
        atm.keys("28406193").keys("28406193");
        assertThat(atm.result()).contains("کد فعال‌سازی");

        TestPhone phone = new TestPhone(portal());
        String code = messages.lastLineOf("کد فعالسازی");
        assertThat(phone.claimByCard(card.digits(), "SECOND", code, "Galaxy").status())
                .isEqualTo(200);
        phone.typePin("28406194");
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(422);
        phone.typePin("28406193");
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
        paysOnce(card, phone);

        // S7.14: a forgotten password is chosen anew at the ATM, and the phone goes on with it.
        atm.insert(card).choose("1", "1-2").keys("71520864").keys("71520864");
        phone.typePin("71520864");
        paysOnce(card, phone);
    }

    @Test
    void S9_maskanTheSerialOnTheReceiptAndTheCodeBySmsBringTheKey() {
        DemonstrationPerson person = DemonstrationPeople.BEHROUZ;
        CardNumber card = person.cardOf("628023");
        Browser browser = Browser.fresh(Screen.DESKTOP);
        browser.prefer("dark");
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = new AtmPage(browser, portal()).insert(card).choose("1", "1-1");
        browser.keepScreenshot("atm-maskan-menu-fa-desktop-dark");
        atm.choose("1-1-1");
        assertThat(atm.question()).isEqualTo("با فعال‌سازی رمز پویا، رمز ایستا غیرفعال می‌گردد.");
        atm.yes().keys(person.mobile().national()).yes();
        browser.keepWholePage("atm-maskan-receipt-fa-desktop-dark");
        String serial = atm.receiptCode();
        String text = messages.textWith("کد فعالسازی");
        assertThat(text).contains("https://");
        browser.prefer("light");

        TestPhone phone = new TestPhone(portal());
        assertThat(phone.claimBySerial(serial, text.lines().toList().get(1), "Nokia")
                        .status())
                .isEqualTo(200);
        assertThat(phone.prove(phone.code(clock.instant())).status()).isEqualTo(200);
        paysOnce(card, phone);
    }

    @Test
    void S14_noorFirstAndSecondPasswordsAreActivatedApartAndSwitchedOffTogether() {
        DemonstrationPerson person = DemonstrationPeople.ROUZBEH;
        CardNumber card = person.card();
        Browser browser = Browser.fresh(Screen.PHONE);
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = new AtmPage(browser, portal());
        TestPhone first = activateAtNoor(atm, person, messages, "1-1", "1-4", false, 6);
        people().forgetWaits();
        TestPhone second = activateAtNoor(atm, person, messages, "1-2", "1-5", true, 8);
        assertThat(first.code(clock.instant())).hasSize(6);
        paysOnce(card, second);

        atm.insert(card).choose("1", "1-3");
        assertThat(atm.question())
                .contains("رمز اول ایستای کارت مانند گذشته معتبر است")
                .contains("رمز دوم ایستای کارت دوباره معتبر می‌شود");
        browser.keepWholePage("atm-noor-remains-fa-phone");
        atm.yes();
        assertThat(atm.result()).contains("رمز دوم ایستای کارت دوباره معتبر است");
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch().ask(card, second.code(clock.instant()))).isEqualTo("REFUSED");
    }

    private TestPhone activateAtNoor(
            AtmPage atm,
            DemonstrationPerson person,
            SimulatedPhone messages,
            String entry,
            String proof,
            boolean secondPassword,
            int digits) {
        atm.insert(person.card())
                .choose("1", entry)
                .keys(person.mobile().national())
                .yes();
        String receipt = atm.receiptCode();
        assertThat(receipt.replace(" ", "")).matches("[0-9A-Z]{8}");
        TestPhone phone = new TestPhone(portal());
        phone.typeBothParts(receipt, messages.lastLineOf("بخش دوم کلید"), secondPassword, digits, 60);
        atm.insert(person.card()).choose("1", proof).keys(phone.code(clock.instant()));
        assertThat(atm.result()).isNotBlank();
        return phone;
    }

    /** The proving code is spent: the next one pays, and no code pays twice. */
    private void paysOnce(CardNumber card, TestPhone phone) {
        clock.advance(Duration.ofSeconds(phone.periodSeconds()));
        String code = phone.code(clock.instant());
        CardSwitch asked = cardSwitch();
        assertThat(List.of(asked.ask(card, code), asked.ask(card, code))).containsExactly("ACCEPTED", "REFUSED");
    }
}
