package ir.ramzineh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sign-up as somebody who wants to learn from it or to get around it does (security cases 9 and 10). */
@PortalIT
class RegistrationAbuseIT extends RegistrationScene {
    @Test
    void case9_theFirstTwoStepsAnswerStrangersLikeKnownPeople() throws Exception {
        NationalId stranger = PeopleFixtures.randomNationalId();
        MobileNumber strangersNumber = PeopleFixtures.randomMobile();
        MobileNumber otherNumber = PeopleFixtures.randomMobile();
        RegistrationOutcome.Begun known = begin(LALEH.nationalId(), LALEH.mobile());
        RegistrationOutcome.Begun unknown = begin(stranger, strangersNumber);
        RegistrationOutcome.Begun wrongNumber = begin(LALEH.nationalId(), otherNumber);

        for (RegistrationOutcome.Begun begun : List.of(known, unknown, wrongNumber)) {
            assertThat(begun.view().sent().triesLeft()).isEqualTo(5);
            assertThat(registrations.begin(LALEH.nationalId(), LALEH.mobile(), HOME, FA))
                    .isInstanceOf(RegistrationOutcome.Wait.class);
            assertThat(registrations.confirm(begun.key(), "12345", SOME_DAY))
                    .isEqualTo(new RegistrationOutcome.WrongActivation(4));
            assertThat(registrations.resend(begun.key(), HOME)).isInstanceOf(ResendOutcome.Wait.class);
        }
        assertThat(registrations.begin(stranger, strangersNumber, HOME, FA))
                .as("the same wait for somebody nobody knows")
                .isInstanceOf(RegistrationOutcome.Wait.class);
        people.text(LALEH.mobile(), seen);
        assertThat(people.messages(strangersNumber)).isZero();
        assertThat(people.messages(otherNumber)).isZero();
    }

    @Test
    void case9_whoHasSignedUpIsToldBySmsAndThePageSaysTheSameAsAlways() throws Exception {
        people.customer(PeopleFixtures.randomUserName(), ARASH.nationalId(), ARASH.mobile());
        RegistrationKey key = begun(ARASH);
        assertThat(people.text(ARASH.mobile(), seen)).doesNotContainPattern("[0-9۰-۹]{6}");
        assertThat(registrations.resume(key)).isInstanceOf(RegistrationView.AwaitingActivation.class);
        assertThat(registrations.confirm(key, "123456", ARASH.birthDate()))
                .isEqualTo(new RegistrationOutcome.WrongActivation(4));
    }

    @Test
    void case10_stepsCannotBeSkippedRepeatedOrReordered() throws Exception {
        RegistrationKey key = begun(LALEH);
        String code = people.code(LALEH.mobile(), seen);
        String version = terms.current(FA).version();
        Password password = new Password(PeopleFixtures.PASSWORD);
        assertAt(registrations.card(key, LALEH.card()), RegistrationView.AwaitingActivation.class);
        assertAt(registrations.acceptTerms(key, version, FA), RegistrationView.AwaitingActivation.class);
        assertAt(registrations.complete(key, "Parvaz12", password), RegistrationView.AwaitingActivation.class);
        assertThat(registrations.checkPassword(key, "x", "y")).isEmpty();

        assertAt(registrations.confirm(key, code, LALEH.birthDate()), RegistrationView.AwaitingCard.class);
        assertAt(registrations.confirm(key, code, LALEH.birthDate()), RegistrationView.AwaitingCard.class);
        assertAt(registrations.complete(key, "Parvaz12", password), RegistrationView.AwaitingCard.class);
        assertThat(registrations.resume(new RegistrationKey("made-up")))
                .isEqualTo(new RegistrationView.Ended(RegistrationView.Reason.EXPIRED));
    }

    @Test
    void case10_ofManyTabsThatCompleteTogetherOneMakesTheCustomer() throws Exception {
        RegistrationKey key = readyForCredentials(LALEH);
        List<RegistrationOutcome> outcomes = together(
                12,
                () -> registrations.complete(
                        key, PeopleFixtures.randomUserName(), new Password(PeopleFixtures.PASSWORD)));
        assertThat(outcomes)
                .filteredOn(RegistrationOutcome.Completed.class::isInstance)
                .hasSize(1);
        assertThat(customers.byNationalId(LALEH.nationalId())).isPresent();
    }

    @Test
    void case10_ofTwoSignUpsOfOnePersonOneWins() throws Exception {
        RegistrationKey first = readyForCredentials(LALEH);
        people.forgetWaits();
        clock.advance(Duration.ofMinutes(2));
        RegistrationKey second = readyForCredentials(LALEH);
        Password password = new Password(PeopleFixtures.PASSWORD);
        assertThat(registrations.complete(second, PeopleFixtures.randomUserName(), password))
                .isInstanceOf(RegistrationOutcome.Completed.class);
        assertThat(registrations.complete(first, PeopleFixtures.randomUserName(), password))
                .isEqualTo(new RegistrationOutcome.At(
                        new RegistrationView.Ended(RegistrationView.Reason.ALREADY_REGISTERED)));
    }

    @Test
    void ofManyWrongActivationIdsAtOnceNoMoreThanFiveAreLookedAt() throws Exception {
        RegistrationKey key = begun(LALEH);
        String code = people.code(LALEH.mobile(), seen);
        String wrong = PeopleFixtures.wrong(code);
        List<RegistrationOutcome> outcomes = together(32, () -> registrations.confirm(key, wrong, LALEH.birthDate()));
        assertThat(outcomes)
                .filteredOn(RegistrationOutcome.WrongActivation.class::isInstance)
                .hasSizeLessThanOrEqualTo(4);
        assertThat(registrations.confirm(key, code, LALEH.birthDate()))
                .isEqualTo(
                        new RegistrationOutcome.At(new RegistrationView.Ended(RegistrationView.Reason.OUT_OF_TRIES)));
    }

    @Test
    void aRightActivationIdWithAWrongBirthDateIsRefusedLikeAWrongOne() throws Exception {
        RegistrationKey key = begun(LALEH);
        String code = people.code(LALEH.mobile(), seen);
        assertThat(registrations.confirm(key, code, SOME_DAY)).isEqualTo(new RegistrationOutcome.WrongActivation(4));
        assertAt(registrations.confirm(key, code, LALEH.birthDate()), RegistrationView.AwaitingCard.class);
    }

    @Test
    void S1_5_threeWrongCardsADayAndNoCardOfSomebodyElse() throws Exception {
        RegistrationKey key = confirmed(LALEH);
        assertThat(registrations.card(key, ARASH.card())).isEqualTo(new RegistrationOutcome.WrongCard(2));
        assertThat(registrations.card(key, LALEH.cards().get(1)))
                .as("a card the bank has blocked")
                .isEqualTo(new RegistrationOutcome.WrongCard(1));
        RegistrationOutcome.At over =
                new RegistrationOutcome.At(new RegistrationView.Ended(RegistrationView.Reason.CARD_TRIES_USED));
        assertThat(registrations.card(key, ARASH.card())).isEqualTo(over);
        assertThat(registrations.card(key, LALEH.card())).isEqualTo(over);
    }

    @Test
    void I5_noCanaryStandsInAPlainColumn() throws Exception {
        RegistrationKey key = readyForCredentials(LALEH);
        registrations.complete(key, PeopleFixtures.randomUserName(), new Password(PeopleFixtures.PASSWORD));
        List<String> canaries = List.of(
                LALEH.nationalId().digits(),
                LALEH.mobile().e164().substring(3),
                LALEH.card().digits(),
                key.reveal(),
                PeopleFixtures.PASSWORD);
        for (String table : List.of(
                "customer",
                "credential",
                "registration_process",
                "registration_card_tries",
                "sms_challenge",
                "notice",
                "known_device",
                "terms_acceptance",
                "audit_event")) {
            for (Map<String, Object> row :
                    jdbc.sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, value) ->
                        assertThat(text(value)).as(table + "." + column).doesNotContain(canaries));
            }
        }
    }
}
