package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The banks' apps whose way begins at an ATM, each played by Ramzna on its own bank. Nobody signs up for the portal. */
@PortalIT
class RamznaAtmJourney extends RamznaOnAPhone {
    @Test
    void S3_7_ramzbanTakesTheReceiptAndTheSmsAndSaysWhichIsMistyped() {
        DemonstrationPerson person = DemonstrationPeople.BEHROUZ;
        CardNumber card = person.cardOf("603799");
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = atm().insert(card)
                .choose("1", "1-1", "1-1-2")
                .keys(person.mobile().national())
                .yes();
        String receipt = atm.receiptCode();
        String sms = messages.lastLineOf("بخش دوم کلید");

        RamznaPages ramzna = phone().firstRun();
        ramzna.chooseReceipt("melli", PasswordKind.SECOND);
        ramzna.typeReceipt(receipt, mistyped(sms));
        assertThat(ramzna.failure()).contains("بخش ۲").contains("درست نوشته نشده است");
        ramzna.typeReceipt(receipt, sms);
        ramzna.awaitProven();
        paysOnceOffline(ramzna, card);
    }

    @Test
    void S5_ramznegarMakesACodeWithTheCustomersOwnLifeAndLargestAmountAndOneForAScannedPayment() {
        DemonstrationPerson person = DemonstrationPeople.ARASH;
        CardNumber card = person.card();
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        atm().insert(card).choose("1", "1-1", "1-1-1").yes();
        RamznaPages ramzna = phone().firstRun();
        ramzna.addByCard(card, PasswordKind.SECOND, messages.lastLineOf("کد فعالسازی"));
        ramzna.awaitProven();
        ramzna.browser.connect(false);
        assertThat(nextCode(ramzna)).hasSize(7);

        // S5.6, S5.7: up to 5,000,000 rial; above it the code is refused, and spent.
        ramzna.press("to-bound");
        ramzna.choose("life", "120");
        ramzna.choose("limit", "1000000");
        assertThat(ramzna.findings()).as("own time and limit").isEmpty();
        ramzna.press("bound-submit");
        assertThat(ramzna.text("wish")).contains("۱,۰۰۰,۰۰۰");
        CardSwitch asked = cardSwitch();
        assertThat(asked.ask(card, ramzna.code())).as("4,330,000 is more").isEqualTo("REFUSED");
        ramzna.back();
        nextCode(ramzna);
        ramzna.press("to-bound");
        ramzna.choose("life", "120");
        ramzna.choose("limit", "5000000");
        ramzna.press("bound-submit");
        ramzna.shown("wish");
        String bound = ramzna.code();
        assertThat(List.of(asked.ask(card, bound), asked.ask(card, bound))).containsExactly("ACCEPTED", "REFUSED");

        // A code for this payment and no other.
        ramzna.back();
        nextCode(ramzna);
        ramzna.press("to-payment");
        ramzna.type("amount", "4330000");
        ramzna.type("merchant", "000012345678901");
        ramzna.type("terminal", "12345678");
        ramzna.press("payment-submit");
        ramzna.shown("payment-confirm");
        assertThat(ramzna.findings()).as("a payment").isEmpty();
        ramzna.press("payment-confirm");
        ramzna.shown("wish");
        String forOne = ramzna.code();
        assertThat(asked.ask(CardSwitch.newRequestId(), card, forOne, 4_330_001))
                .as("one rial more")
                .isEqualTo("REFUSED");
        assertThat(asked.ask(card, forOne)).isEqualTo("ACCEPTED");

        // The shop shows its payment as a picture; the code is for that page alone.
        ramzna.back();
        nextCode(ramzna);
        PaymentPages shop = new PaymentPages(Browser.fresh(Screen.PHONE), portal());
        ramzna.press("to-payment");
        ramzna.scanFor("payment-scan", shop.buy("2750000").photographQr());
        assertThat(ramzna.text("payment-facts")).contains("خرید", "۲,۷۵۰,۰۰۰", "۰۰۰۰۰۰۰۰۰۰۰۰۱۰۱", "SIM-۰۱۰۱");
        ramzna.browser.keepScreenshot("ramzna-payment-fa-light");
        ramzna.press("payment-confirm");
        ramzna.shown("wish");
        String scanned = ramzna.code();
        // Between the questions a page is filled in; the code must not end meanwhile.
        clock.hold();
        assertThat(asked.ask(card, scanned)).as("another amount elsewhere").isEqualTo("REFUSED");
        String expiry = Integer.toString(
                JalaliDate.of(clock.instant().atZone(ZoneOffset.UTC).toLocalDate())
                                .year()
                        + 1);
        shop.giveCard(card, "03", expiry.substring(2)).pay(scanned).awaitPaid();
        assertThat(shop.buy("2750000")
                        .giveCard(card, "03", expiry.substring(2))
                        .pay(scanned)
                        .refusal())
                .contains("4281");
        clock.release();
        ramzna.browser.connect(true);
    }

    @Test
    void S7_7_S10_23_parsianAsksThePinForEachCodeAndASecondPhoneIsToldWhichHasTheToken() {
        DemonstrationPerson person = DemonstrationPeople.LALEH;
        CardNumber card = person.card();
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        atm().insert(card).choose("1", "1-1").yes().yes().keys("28406193").keys("28406193");
        RamznaPages ramzna = phone().firstRun();
        String sms = messages.lastLineOf("کد فعالسازی");
        ramzna.addByCard(card, PasswordKind.SECOND, sms);
        ramzna.awaitPin();
        assertThat(ramzna.findings()).as("the PIN").isEmpty();

        // S10.23: another phone with the right code is told which has the token, and shown the way to move it.
        RamznaPages other = new RamznaPages(Browser.secondPhone(publicAddress(), portal()), publicAddress());
        other.firstRun();
        other.addByCard(card, PasswordKind.SECOND, sms);
        assertThat(other.failure()).contains("«Chrome · Linux»");
        other.browser.keepScreenshot("ramzna-held-fa-light");
        assertThat(other.findings()).as("held by another phone").isEmpty();
        other.press("held-move");
        other.press("wish-submit");
        assertThat(other.photographQr()).isNotEmpty();

        // A wrong PIN makes a wrong code, and the bank alone can tell.
        ramzna.givePin("28406194");
        ramzna.givePin("28406193");
        ramzna.awaitList();
        clock.advance(CODE_LIFE_MAX);
        ramzna.advance(CODE_LIFE_MAX);
        ramzna.browser.connect(false);
        ramzna.getCode();
        ramzna.givePin("28406193");
        String code = ramzna.code();
        assertThat(code).hasSize(7);
        CardSwitch asked = cardSwitch();
        assertThat(List.of(asked.ask(card, code), asked.ask(card, code))).containsExactly("ACCEPTED", "REFUSED");
        ramzna.browser.connect(true);
    }

    @Test
    void S9_ramznamaTakesTheSerialNumberAndTheCodeOfTheSmsAlsoOnAPhoneWhoseClockIsWrong() {
        DemonstrationPerson person = DemonstrationPeople.BEHROUZ;
        CardNumber card = person.cardOf("628023");
        RamznaPages ramzna = withSerial(phoneAhead(Duration.ofMinutes(7)), person, card);
        ramzna.awaitProven();
        assertThat(ramzna.secondsLeft()).isBetween(0, 120);

        // The clock of this phone is wrong: it is said, and known also after a cold start; codes are by the bank's
        // time.
        ramzna.open().unlock(RamznaPages.PASSWORD);
        ramzna.awaitList();
        assertThat(ramzna.text("main")).contains("۷ دقیقه").contains("جلو");
        ramzna.getCode();
        paysOnceOffline(ramzna, card);
    }

    @Test
    void S10_ramznaListsTheCardGetsACodeAndGivesTheTokenBack() {
        DemonstrationPerson person = DemonstrationPeople.PARVANEH;
        CardNumber card = person.cardOf("628023");
        RamznaPages ramzna = phone();
        String[] parts = serialAndCode(person, card);
        ramzna.firstRun().addBySerial(DemonstrationPeople.BEHROUZ.cardOf("628023"), parts[0], parts[1]);
        assertThat(ramzna.failure()).contains("کارت دیگری");
        ramzna.correctCard(card);
        ramzna.awaitProven();
        ramzna.back();
        assertThat(ramzna.text("section-title-card")).isEqualTo("رمز دوم کارت");
        assertThat(ramzna.text("section-title-account")).isEqualTo("حساب/درگاه");
        assertThat(ramzna.text("section-card")).contains("۴۵۲۴");
        ramzna.getCode();
        paysOnceOffline(ramzna, card);

        // S5.5, S10.17: the true state; given back, the token is dead at the bank too.
        clock.reset();
        ramzna.open().unlock(RamznaPages.PASSWORD);
        ramzna.openToken();
        assertThat(ramzna.text("state-second")).contains("فعال").contains("۲ دقیقه");
        assertThat(ramzna.text("state-first")).contains("غیرفعال");
        ramzna.browser.keepScreenshot("ramzna-state-fa-light");
        assertThat(ramzna.findings()).as("the state").isEmpty();
        ramzna.press("token-delete");
        ramzna.press("dialog-yes");
        assertThat(ramzna.text("empty")).startsWith("توکن ثبت شده ای برای شما یافت نشد");
        assertThat(ramzna.text("toasts")).contains("رمز ایستا دوباره معتبر است");
    }

    @Test
    void S14_rimaMakesFirstAndSecondPasswordsFromEightSignsAndTheRest() {
        DemonstrationPerson person = DemonstrationPeople.ROUZBEH;
        CardNumber card = person.card();
        RamznaPages ramzna = phone().firstRun();
        receiptOfNoor(ramzna, person, "1-1", PasswordKind.FIRST);
        ramzna.awaitProven();
        assertThat(nextCode(ramzna)).hasSize(6);
        clock.reset();
        ramzna.open().unlock(RamznaPages.PASSWORD);
        ramzna.awaitList();
        people().forgetWaits();
        receiptOfNoor(ramzna, person, "1-2", PasswordKind.SECOND);
        ramzna.awaitProven();
        paysOnceOffline(ramzna, card);
        ramzna.back();
        assertThat(ramzna.tokens()).isEqualTo(2);
        assertThat(ramzna.text("section-card")).contains("۳۸۶۹");
        ramzna.browser.keepScreenshot("ramzna-tokens-fa-light");
    }

    private RamznaPages withSerial(RamznaPages ramzna, DemonstrationPerson person, CardNumber card) {
        String[] parts = serialAndCode(person, card);
        ramzna.firstRun().addBySerial(parts[0], parts[1]);
        return ramzna;
    }

    /** What the receipt says and what the SMS says. */
    private String[] serialAndCode(DemonstrationPerson person, CardNumber card) {
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = atm().insert(card)
                .choose("1", "1-1", "1-1-1")
                .yes()
                .keys(person.mobile().national())
                .yes();
        return new String[] {
            atm.receiptCode(), messages.textWith("کد فعالسازی").lines().toList().get(1)
        };
    }

    private void receiptOfNoor(RamznaPages ramzna, DemonstrationPerson person, String entry, PasswordKind kind) {
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        AtmPage atm = atm().insert(person.card())
                .choose("1", entry)
                .keys(person.mobile().national())
                .yes();
        String receipt = atm.receiptCode();
        ramzna.chooseReceipt("noor", kind);
        ramzna.typeReceipt(receipt, messages.lastLineOf("بخش دوم کلید"));
    }

    private AtmPage atm() {
        return new AtmPage(Browser.fresh(Screen.PHONE), portal());
    }
}
