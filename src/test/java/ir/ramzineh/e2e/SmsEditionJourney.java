package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The SMS edition (S6) and dialled codes (S0.7), on the customer's own phone. */
@PortalIT
class SmsEditionJourney extends PortalJourney {
    private static final Pattern TEXTED = Pattern.compile("رمز: ([0-9]{7})");
    private static final Pattern DIALLED = Pattern.compile(": ([0-9]{7,10})");

    @Autowired
    private CardDirectory directory;

    @Autowired
    private CardChannels channels;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    /** The phones of the demonstration had their answers in other tests. */
    @BeforeEach
    void aQuietDay() {
        jdbc.sql("delete from sms_limit").update();
    }

    @Test
    void S6_2_S6_3_S6_4_fourDigitsGiveACodeTheSwitchAcceptsOnceBesideTheApp() {
        Registered who = registered(DemonstrationPeople.NEGAR);
        CardNumber card = who.person().cardOf("610433");
        TestPhone app = activated(who.customer(), card);
        CardSwitch cardSwitch = cardSwitch();
        on(card, CodeChannel.SMS_TEXT_IN);
        PhonePage phone = new PhonePage(Browser.fresh(Screen.PHONE), portal())
                .open(who.person().mobile());

        phone.write(profile("mellat").sms().shortNumber().orElseThrow(), "۲۱۰۸");
        String code = phone.newest(TEXTED);

        assertThat(cardSwitch.ask(card, code)).isEqualTo("ACCEPTED");
        assertThat(cardSwitch.ask(card, code)).as("once").isEqualTo("REFUSED");
        clock.advance(NEXT_CODE);
        assertThat(cardSwitch.ask(card, app.code(clock.instant())))
                .as("the app beside it")
                .isEqualTo("ACCEPTED");
    }

    @Test
    void S0_7_I16_aDialledCodeIsReadOnTheScreen() {
        Registered who = registered(DemonstrationPeople.SHIRIN);
        CardNumber card = who.person().cardOf("603799");
        CardSwitch cardSwitch = cardSwitch();
        on(card, CodeChannel.USSD);
        PhonePage phone = new PhonePage(Browser.fresh(Screen.PHONE), portal())
                .open(who.person().mobile());

        phone.dial(profile("melli").ussd().orElseThrow().serviceCode());
        assertThat(phone.screenWith(Pattern.compile("1\\) ([0-9]{4})"))).isEqualTo(card.lastFour());
        phone.dial("1");
        String code = phone.screenWith(DIALLED);

        assertThat(cardSwitch.ask(card, code)).isEqualTo("ACCEPTED");
        assertThat(cardSwitch.ask(card, code)).as("once").isEqualTo("REFUSED");
    }

    private IssuerProfile profile(String bank) {
        return issuers.byKey(bank).orElseThrow();
    }

    /** As an ATM or the portal's settings leave it. */
    private void on(CardNumber number, CodeChannel channel) {
        FoundCard card = directory.find(number).orElseThrow();
        transaction.executeWithoutResult(
                status -> channels.switchOn(card.customer(), card.card(), PasswordKind.SECOND, channel));
    }
}
