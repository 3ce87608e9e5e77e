package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.trial.DemonstrationPeople;
import org.junit.jupiter.api.Test;

/** Two phones scan each other: the new one gets a key of its own, and with its first code the old one is out (S10.23). */
@PortalIT
class RamznaMoveJourney extends RamznaOnAPhone {
    @Test
    void S10_23_aTokenMovesToANewPhoneAndNeverLivesOnTwo() {
        Registered who = registered(DemonstrationPeople.PARSA);
        CardNumber card = who.person().cardOf("606373");
        RamznaPages old = phone();
        old.openLink(activationLink(who.customer(), card, ActivationWay.QR));
        old.chooseFirstPassword();
        old.press("found-submit");
        old.awaitProven();
        assertThat(String.valueOf(old.browser.script("return location.href"))).doesNotContain("#");

        RamznaPages fresh = new RamznaPages(Browser.secondPhone(publicAddress(), portal()), publicAddress());
        fresh.firstRun();
        fresh.press("add");
        fresh.press("way-move");
        fresh.press("wish-submit");
        byte[] wish = fresh.photographQr();

        old.back();
        old.openToken();
        old.press("token-move");
        old.scanFor("move-scan", wish);
        old.shown("move-submit");
        assertThat(old.text("check-number")).isEqualTo(fresh.text("check-number"));
        assertThat(old.findings()).as("the question of a move").isEmpty();
        old.type("password", RamznaPages.PASSWORD);
        old.press("move-submit");
        byte[] answer = old.photographQr();

        fresh.scanFor("move-scan", answer);
        fresh.awaitProven();
        old.press("move-remove");
        assertThat(old.tokens()).isZero();
        paysOnceOffline(fresh, card);
    }
}
