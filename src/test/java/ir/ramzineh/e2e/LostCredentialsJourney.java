package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.trial.DemonstrationPeople;
import org.junit.jupiter.api.Test;

/** A lost user name and a lost password come back with mobile number, national ID and a card. */
@PortalIT
class LostCredentialsJourney extends PortalJourney {
    private static final String NEW_PASSWORD = "Mahtab-Sabz-84";

    @Test
    void aLostUserNameIsShownToWhoeverHasThePhoneTheNationalIdAndACard() {
        Registered who = registered(DemonstrationPeople.SIAVASH);
        Browser browser = Browser.fresh(Screen.PHONE);
        PublicPages pages = new PublicPages(browser, portal()).entry(FA);
        SimulatedPhone phone = new SimulatedPhone(inbox, who.person().mobile());
        pages.startRecovery(
                true,
                who.person().nationalId(),
                who.person().mobile(),
                who.person().card());
        pages.giveRecoveryCode(phone.webCode());
        assertThat(pages.recoveredUserName()).isEqualTo(who.userName());
    }

    @Test
    void aLostPasswordIsReplacedAndTheNewOneSignsIn() {
        Registered who = registered(DemonstrationPeople.SIAVASH);
        Browser browser = Browser.fresh(Screen.DESKTOP);
        PublicPages pages = new PublicPages(browser, portal()).entry(EN);
        SimulatedPhone phone = new SimulatedPhone(inbox, who.person().mobile());
        pages.startRecovery(
                false,
                who.person().nationalId(),
                who.person().mobile(),
                who.person().card());
        pages.giveRecoveryCode(phone.webCode());
        pages.chooseNewPassword(NEW_PASSWORD);
        pages.goOnFromRecovery();
        // This browser has just proven the phone, so no second code is asked.
        pages.giveCredentials(who.userName(), NEW_PASSWORD);
        new HomePage(browser, portal()).awaitShown();
    }
}
