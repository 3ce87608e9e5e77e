package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who never signed up buys something and asks for the code on the payment page (S11.1 to S11.7, I7). */
@PortalIT
class S11HarimJourney extends PortalJourney {
    private static final DemonstrationPerson BUYER = DemonstrationPeople.TARANEH;
    private static final CardNumber CARD = BUYER.card();

    @BeforeEach
    void nobodyWaits() {
        people().forgetWaits();
    }

    @Test
    void S11_1_to_S11_7_theCodeOfThisPaymentPaysIt_fa_phone() {
        Browser browser = Browser.fresh(Screen.PHONE);
        SimulatedPhone phone = new SimulatedPhone(inbox, BUYER.mobile());
        PaymentPages page = new PaymentPages(browser, portal()).buy("4300000").giveCard(CARD, "03", "09");
        clock.hold();

        page.ask();

        assertThat(page.message()).contains("درخواست شما به بانک صادرکننده ارسال شد");
        assertThat(page.secondsLeft()).isBetween(60, 120);
        browser.keepWholePage("payment-fa-phone");
        assertThat(browser.isWiderThanTheScreen()).isFalse();
        assertThat(Axe.findings(browser.driver())).isEmpty();
        String code = code(phone);
        page.pay(otherThan(code));
        assertThat(page.refusal()).contains("4281");
        page.typePicture();
        page.pay(code).awaitPaid();
    }

    @Test
    void S11_2_theCountdownSurvivesReloadBackAndAnotherTab_en_desktop() {
        Browser browser = Browser.fresh(Screen.DESKTOP);
        new PublicPages(browser, portal()).entry(Locale.ENGLISH);
        PaymentPages page = new PaymentPages(browser, portal()).buy("5500000").giveCard(CARD, "3", "09");
        clock.hold();
        page.ask();
        assertThat(page.secondsLeft()).isBetween(60, 120);
        browser.keepWholePage("payment-en-desktop");
        clock.advance(Duration.ofSeconds(30));

        List<Integer> after = List.of(
                page.reload().secondsLeft(),
                page.backAndForward().secondsLeft(),
                page.inAnotherTab().secondsLeft());

        assertThat(after).allSatisfy(seconds -> assertThat(seconds).isBetween(1, 90));
        page.cancel();
    }

    @Test
    void S11_4_aStrangersCardIsToldTheSame() {
        Browser browser = Browser.fresh(Screen.PHONE);
        PaymentPages page = new PaymentPages(browser, portal())
                .buy("6600000")
                .giveCard(new CardNumber("6063730000009004"), "03", "09");

        page.ask();

        assertThat(page.message()).contains("درخواست شما به بانک صادرکننده ارسال شد");
    }

    private static String code(SimulatedPhone phone) {
        return phone.lineOf("4,300,000", "رمز: ");
    }

    private static String otherThan(String code) {
        return (code.charAt(0) == '1' ? "2" : "1") + code.substring(1);
    }
}
