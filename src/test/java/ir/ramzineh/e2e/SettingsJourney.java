package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import org.junit.jupiter.api.Test;

/** The settings of a card's codes (S5.5): each is explained, confirmed, texted, and the switch obeys at once. */
@PortalIT
class SettingsJourney extends PortalJourney {
    private static final String MELLI = "603799";
    private static final long CAP = 1_000_000;

    @Test
    void S5_5_whatIsSetOnThePageIsWhatTheSwitchObeys() {
        Registered who = registered(DemonstrationPeople.SHIRIN);
        CardNumber card = who.person().cardOf(MELLI);
        TestPhone phone = activated(who.customer(), card);
        CardSwitch cardSwitch = cardSwitch();
        Browser browser = Browser.fresh(Screen.PHONE);
        signIn(browser, who, FA);
        SimulatedPhone messages = new SimulatedPhone(inbox, who.person().mobile());
        CardPage cardPage = new CardPage(browser, portal())
                .open(card(who.customer(), card).id())
                .awaitShown();
        SettingsPage settings = cardPage.settings(PasswordKind.SECOND);

        assertThat(settings.freezeOrUnfreeze()).isNotBlank();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(card, phone.code(clock.instant())))
                .as("frozen")
                .isEqualTo("REFUSED");
        assertThat(messages.lastLineOf(card.lastFour())).isNotBlank();
        settings.freezeOrUnfreeze();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(card, phone.code(clock.instant())))
                .as("open again")
                .isEqualTo("ACCEPTED");

        settings.cap("۱٬۰۰۰٬۰۰۰");
        assertThat(settings.capShown()).isEqualTo(Long.toString(CAP));
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(CardSwitch.newRequestId(), card, phone.code(clock.instant()), CAP + 1))
                .as("over the cap")
                .isEqualTo("REFUSED");
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(CardSwitch.newRequestId(), card, phone.code(clock.instant()), CAP))
                .as("at the cap")
                .isEqualTo("ACCEPTED");

        settings.life(1);
        settings.switchOff();
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(card, phone.code(clock.instant())))
                .as("switched off")
                .isEqualTo("REFUSED");
    }
}
