package ir.ramzineh.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Canaries;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The main job from end to end: sign up (S1.1 to S1.10), sign in, activate the second password of a card in each way
 * (S1.12 to S1.14, S8.5, S12.2 to S12.4), and the card switch accepts the next code exactly once.
 */
@PortalIT
@ExtendWith(OutputCaptureExtension.class)
class ActivationJourney extends PortalJourney {
    private static final String MEHR_IRAN = "606373";

    @Autowired
    private JdbcClient jdbc;

    private CapturedOutput log;
    private int logBefore;

    @BeforeEach
    void listen(CapturedOutput output) {
        log = output;
        // A portal that starts with this class tells who its demonstration people are.
        logBefore = output.getAll().length();
    }

    @Test
    void S1_S12_aPersianCustomerOnAPhoneSignsUpScansTheQrCodeAndTheSwitchAcceptsTheCodeOnce() {
        Browser browser = Browser.fresh(Screen.PHONE);
        HomePage home = signUpAndSignIn(browser, DemonstrationPeople.PARSA, FA);
        activateAndPay(
                browser,
                home,
                DemonstrationPeople.PARSA,
                DemonstrationPeople.PARSA.cardOf(MEHR_IRAN),
                ActivationWay.QR,
                FA);
    }

    @Test
    void S1_S12_anEnglishCustomerAtADeskSignsUpScansTheQrCodeAndTheSwitchAcceptsTheCodeOnce() {
        Browser browser = Browser.fresh(Screen.DESKTOP);
        HomePage home = signUpAndSignIn(browser, DemonstrationPeople.TARANEH, EN);
        activateAndPay(
                browser,
                home,
                DemonstrationPeople.TARANEH,
                DemonstrationPeople.TARANEH.cardOf(MEHR_IRAN),
                ActivationWay.QR,
                EN);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource({
        "QR_AND_SMS, 502806, fa, PHONE",
        "QR_AND_SMS, 502806, en, DESKTOP",
        "SCREEN_AND_SMS, 603799, fa, PHONE",
        "SCREEN_AND_SMS, 603799, en, DESKTOP",
        "STANDARD_QR, 603799, fa, PHONE",
        "STANDARD_QR, 603799, en, DESKTOP"
    })
    void S1_14_S8_5_everyWayOfActivationEndsInACodeThatTheSwitchAcceptsOnce(
            ActivationWay way, String bank, String language, Screen screen) {
        Locale locale = Locale.of(language);
        Registered who = registered(DemonstrationPeople.PARSA);
        Browser browser = Browser.fresh(screen);
        HomePage home = signIn(browser, who, locale);
        activateAndPay(browser, home, who.person(), who.person().cardOf(bank), way, locale);
    }

    private HomePage signUpAndSignIn(Browser browser, DemonstrationPerson person, Locale language) {
        people().forget(person);
        SimulatedPhone phone = new SimulatedPhone(inbox, person.mobile());
        String userName = PeopleFixtures.randomUserName();

        PublicPages pages = new PublicPages(browser, portal()).entry(language);
        pages.giveNationalIdAndMobile(person.nationalId(), person.mobile());
        pages.giveActivationId(phone.webCode(), person.birthDate().toString());
        pages.giveCard(person.card());
        pages.agreeToTerms();
        pages.chooseCredentials(userName, PeopleFixtures.PASSWORD);
        pages.goOnToSignIn();

        // A browser that signed up is known; a stranger's browser is asked for a code.
        browser.forgetCookiesBut("ramzineh-language");
        pages.entry(language);
        pages.giveCredentials(userName, PeopleFixtures.PASSWORD);
        pages.awaitCodePage();
        pages.giveCode(phone.webCode());
        return new HomePage(browser, portal()).awaitShown();
    }

    private void activateAndPay(
            Browser browser,
            HomePage home,
            DemonstrationPerson person,
            CardNumber card,
            ActivationWay way,
            Locale language) {
        SimulatedPhone messages = new SimulatedPhone(inbox, person.mobile());
        ActivationPages pages = home.pressShortcut();
        pages.chooseCard(card);
        pages.choosePassword(PasswordKind.SECOND);
        pages.chooseWay(way);

        TestPhone phone = new TestPhone(portal());
        phone.scan(QrReading.of(pages.photographQr()));
        takeKey(phone, way, card, messages, pages);
        pages.prove(phone.code(clock.instant()));

        IssuerProfile bank = issuers.of(card).orElseThrow();
        assertThat(pages.success())
                .contains(bank.activatedText(PasswordKind.SECOND).in(language))
                .contains(bank.financialOnlyText().in(language));
        payOnceWithTheNextCode(card, phone);
        nothingSecretWasWritten(person, card, phone);

        CardPage cardPage = pages.toCard().awaitShown();
        assertThat(cardPage.verificationsShown()).isGreaterThanOrEqualTo(2);
        assertThat(cardPage.hasPhone()).isTrue();
    }

    /** Invariant I5: not in a log, not in a column. */
    private void nothingSecretWasWritten(DemonstrationPerson person, CardNumber card, TestPhone phone) {
        String key = phone.keyInHex();
        Canaries secrets = Canaries.of(
                key,
                Base32.encode(HexFormat.of().parseHex(key)),
                card.digits(),
                person.nationalId().digits(),
                person.mobile().national(),
                person.mobile().e164(),
                PeopleFixtures.PASSWORD,
                "otpauth://");
        assertThat(secrets.in(log.getAll().substring(logBefore)))
                .as("in the log")
                .isEmpty();
        assertThat(secrets.inDatabase(jdbc)).as("in a column").isEmpty();
    }

    /** What the phone does between the photograph and its first code, which differs from way to way. */
    private void takeKey(
            TestPhone phone, ActivationWay way, CardNumber card, SimulatedPhone messages, ActivationPages pages) {
        switch (way) {
            case QR -> {
                assertThat(phone.reportScan().status()).isEqualTo(200);
                pages.awaitPhoneNoticed();
            }
            case QR_AND_SMS -> {
                assertThat(phone.reportScan().status()).isEqualTo(200);
                pages.awaitPhoneNoticed();
                assertThat(phone.claim(messages.lastLineOf(card.lastFour()), "Journey phone")
                                .status())
                        .isEqualTo(200);
            }
            case SCREEN_AND_SMS -> phone.typeSecondPart(messages.lastLineOf(card.lastFour()));
            case STANDARD_QR -> {
                // An authenticator of anybody's making reports nothing.
            }
        }
    }

    private void payOnceWithTheNextCode(CardNumber card, TestPhone phone) {
        CardSwitch cardSwitch = cardSwitch();
        clock.advance(NEXT_CODE);
        String code = phone.code(clock.instant());
        String question = CardSwitch.newRequestId();
        assertThat(cardSwitch.ask(question, card, code)).as("the next code").isEqualTo("ACCEPTED");
        assertThat(cardSwitch.ask(card, code)).as("the same code again").isEqualTo("REFUSED");
        assertThat(cardSwitch.ask(question, card, code))
                .as("the same question again")
                .isEqualTo("ACCEPTED");
    }
}
