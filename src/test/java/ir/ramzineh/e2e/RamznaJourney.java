package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A QR code on the portal's screen becomes the camera of the phone; Ramzna scans it for real, and with the network cut
 * its next code pays once. One journey for each way that begins in the portal.
 */
@PortalIT
class RamznaJourney extends RamznaOnAPhone {
    private static final String MEHR_IRAN = "606373";
    private static final String SHAHR = "502806";
    private static final String MELLI = "603799";

    @Test
    void S12_arsTheQrCodeIsScannedAndANewCodeComesEveryMinute() {
        Registered who = registered(DemonstrationPeople.PARSA);
        CardNumber card = who.person().cardOf(MEHR_IRAN);
        RamznaPages ramzna = phone().firstRun();
        ActivationPages portal = activating(who, card, ActivationWay.QR);
        assertThat(ramzna.text("empty")).startsWith("توکن ثبت شده ای برای شما یافت نشد");
        ramzna.scan(portal.photographQr());
        ramzna.addScanned();
        ramzna.awaitProven();
        assertThat(portal.success()).isNotBlank();
        paysOnceOffline(ramzna, card);
        String paid = ramzna.code();
        assertThat(paid).hasSize(7);
        assertThat(ramzna.spokenCode()).matches("(\\S ){6}\\S");
        ramzna.browser.prefer("dark");
        ramzna.browser.keepScreenshot("ramzna-code-card-fa-dark");
        ramzna.browser.prefer("light");
        ramzna.press("copy");
        ramzna.until(driver -> ramzna.text("toasts").contains("کپی شد"));
        assertThat(nextCode(ramzna)).hasSize(7).isNotEqualTo(paid);
        ramzna.back();
        ramzna.openToken();
        assertThat(ramzna.text("token-used")).as("last used").containsPattern("[۰-۹]");
    }

    @Test
    void S8_ramznetTheQrCodeBringsAnSmsAndItsCodeTheKey() {
        Registered who = registered(DemonstrationPeople.PARSA);
        CardNumber card = who.person().cardOf(SHAHR);
        RamznaPages ramzna = phone().firstRun();
        ActivationPages portal = activating(who, card, ActivationWay.QR_AND_SMS);
        SimulatedPhone messages = new SimulatedPhone(inbox, who.person().mobile());
        ramzna.scan(portal.photographQr());
        portal.awaitPhoneNoticed();
        String code = messages.lastLineOf(card.lastFour());

        // A slip of the finger is found on the phone; the bank is not asked.
        ramzna.addScanned(mistyped(code));
        assertThat(ramzna.failure()).contains("درست نوشته نشده است");

        // While the SMS was read the door closed by itself; behind it all stands as it was left.
        ramzna.advance(Duration.ofMinutes(6));
        ramzna.unlock(RamznaPages.PASSWORD);
        assertThat(ramzna.typedPart()).isEqualTo(mistyped(code));
        ramzna.addScanned(code);
        ramzna.awaitProven();
        paysOnceOffline(ramzna, card);
    }

    @Test
    void S1_14_S2_app60TakesTheScannedPartAndThePartOfTheSms() {
        Registered who = registered(DemonstrationPeople.PARSA);
        CardNumber card = who.person().cardOf(MELLI);
        RamznaPages ramzna = phone().firstRun();
        SimulatedPhone messages = new SimulatedPhone(inbox, who.person().mobile());
        ActivationPages portal = activating(who, card, ActivationWay.SCREEN_AND_SMS);
        ramzna.scan(portal.photographQr());
        ramzna.addScanned(messages.lastLineOf(card.lastFour()));

        portal.prove(ramzna.code());
        IssuerProfile bank = issuers.of(card).orElseThrow();
        assertThat(portal.success())
                .contains(bank.activatedText(PasswordKind.SECOND).in(FA));
        paysOnceOffline(ramzna, card);
    }

    private ActivationPages activating(Registered who, CardNumber card, ActivationWay way) {
        ActivationPages pages = signIn(Browser.fresh(Screen.PHONE), who, FA).pressShortcut();
        pages.chooseCard(card);
        pages.choosePassword(PasswordKind.SECOND);
        pages.chooseWay(way);
        return pages;
    }
}
