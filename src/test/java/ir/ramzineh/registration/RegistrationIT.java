package ir.ramzineh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-up as the customer meets it, and as somebody who wants to learn from it or to get around it does. */
@PortalIT
class RegistrationIT {
    private static final DemonstrationPerson LALEH = DemonstrationPeople.LALEH;
    private static final DemonstrationPerson ARASH = DemonstrationPeople.ARASH;
    private static final ClientAddress HOME = new ClientAddress("198.51.100.7");
    private static final Locale FA = Locale.of("fa");
    private static final JalaliDate SOME_DAY = new JalaliDate(1350, 1, 1);

    @Autowired
    private Registrations registrations;

    @Autowired
    private Customers customers;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Terms terms;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private PeopleFixtures people;

    @BeforeEach
    void nobodyHasBeenHere() {
        people = PeopleFixtures.of(beans);
        people.forget(LALEH);
        people.forget(ARASH);
    }

    @AfterEach
    void leaveNoTrace() {
        people.forget(LALEH);
        people.forget(ARASH);
    }

    @Test
    void S1_2_to_S1_10_fourStepsMakeACustomerAlsoAcrossARestart() throws Exception {
        RegistrationKey key = begun(LALEH);
        String code = people.code(LALEH.mobile(), seen);
        Registrations restarted = beans.createBean(Registrations.class);
        assertThat(restarted.resume(key)).isInstanceOf(RegistrationView.AwaitingActivation.class);

        assertAt(restarted.confirm(key, code, LALEH.birthDate()), RegistrationView.AwaitingCard.class);
        assertAt(registrations.card(key, LALEH.card()), RegistrationView.AwaitingTerms.class);
        String version = terms.current(FA).version();
        assertAt(restarted.acceptTerms(key, version, FA), RegistrationView.AwaitingCredentials.class);
        String userName = PeopleFixtures.randomUserName();
        assertThat(registrations.complete(key, userName, new Password(PeopleFixtures.PASSWORD)))
                .isInstanceOf(RegistrationOutcome.Completed.class);

        Customer customer = customers.byNationalId(LALEH.nationalId()).orElseThrow();
        assertThat(customer.mobile()).isEqualTo(LALEH.mobile());
        assertThat(customer.name().fa()).isEqualTo(LALEH.nameFa());
        assertThat(credentials.byUserName(new UserName(userName))).contains(customer.id());
        assertThat(terms.accepted(customer.id())).isTrue();
        assertThat(restarted.resume(key)).isInstanceOf(RegistrationView.Completed.class);
    }

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
    void aResendRepeatsTheActivationIdWhileItLives() throws Exception {
        RegistrationKey key = begun(LALEH);
        String code = people.code(LALEH.mobile(), seen);
        int before = people.messages(LALEH.mobile());
        clock.advance(Duration.ofSeconds(61));
        assertThat(registrations.resend(key, HOME)).isInstanceOf(ResendOutcome.Sent.class);
        assertThat(people.code(LALEH.mobile(), before)).isEqualTo(code);
        clock.advance(Duration.ofMinutes(10));
        assertThat(registrations.confirm(key, code, LALEH.birthDate()))
                .isInstanceOf(RegistrationOutcome.ActivationExpired.class);
        clock.advance(Duration.ofMinutes(20));
        assertThat(registrations.resume(key)).isEqualTo(new RegistrationView.Ended(RegistrationView.Reason.EXPIRED));
    }

    @Test
    void aTakenUserNameIsSaidAndTheNextOneIsTaken() throws Exception {
        String taken = PeopleFixtures.randomUserName();
        people.customer(taken);
        RegistrationKey key = readyForCredentials(LALEH);
        Password password = new Password(PeopleFixtures.PASSWORD);
        assertThat(registrations.complete(key, taken.toUpperCase(Locale.ROOT) + "x", password))
                .isInstanceOf(RegistrationOutcome.Completed.class);
        people.forget(LALEH);
        RegistrationKey again = readyForCredentials(LALEH);
        String otherCase = taken.substring(0, 1).toLowerCase(Locale.ROOT)
                + taken.substring(1, 2).toUpperCase(Locale.ROOT)
                + taken.substring(2);
        assertThat(registrations.complete(again, otherCase, password))
                .isInstanceOf(RegistrationOutcome.UserNameTaken.class);
        assertThat(registrations.complete(again, "Zq." + taken, password))
                .isInstanceOf(RegistrationOutcome.Completed.class);
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

    private int seen;

    private RegistrationKey begun(DemonstrationPerson person) {
        return begin(person.nationalId(), person.mobile()).key();
    }

    private RegistrationOutcome.Begun begin(NationalId nationalId, MobileNumber mobile) {
        if (mobile.equals(LALEH.mobile()) || mobile.equals(ARASH.mobile())) {
            seen = people.messages(mobile);
        }
        RegistrationOutcome outcome = registrations.begin(nationalId, mobile, HOME, FA);
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Begun.class);
        return (RegistrationOutcome.Begun) outcome;
    }

    private RegistrationKey confirmed(DemonstrationPerson person) throws Exception {
        RegistrationKey key = begun(person);
        String code = people.code(person.mobile(), seen);
        assertAt(registrations.confirm(key, code, person.birthDate()), RegistrationView.AwaitingCard.class);
        return key;
    }

    private RegistrationKey readyForCredentials(DemonstrationPerson person) throws Exception {
        RegistrationKey key = confirmed(person);
        registrations.card(key, person.card());
        RegistrationOutcome agreed =
                registrations.acceptTerms(key, terms.current(FA).version(), FA);
        assertAt(agreed, RegistrationView.AwaitingCredentials.class);
        return key;
    }

    private static void assertAt(RegistrationOutcome outcome, Class<? extends RegistrationView> expected) {
        assertThat(outcome).isInstanceOf(RegistrationOutcome.At.class);
        assertThat(((RegistrationOutcome.At) outcome).view()).isInstanceOf(expected);
    }

    private static <T> List<T> together(int count, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(count, work))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
