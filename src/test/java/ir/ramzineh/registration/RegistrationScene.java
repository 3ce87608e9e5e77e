package ir.ramzineh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.TestClock;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who signs up, and what arrives on the phone. */
abstract class RegistrationScene {
    static final DemonstrationPerson LALEH = DemonstrationPeople.LALEH;

    static final DemonstrationPerson ARASH = DemonstrationPeople.ARASH;

    static final ClientAddress HOME = new ClientAddress("198.51.100.7");

    static final Locale FA = Locale.of("fa");

    static final JalaliDate SOME_DAY = new JalaliDate(1350, 1, 1);

    @Autowired
    Registrations registrations;

    @Autowired
    Customers customers;

    @Autowired
    Credentials credentials;

    @Autowired
    Terms terms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    AutowireCapableBeanFactory beans;

    PeopleFixtures people;

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

    int seen;

    RegistrationKey begun(DemonstrationPerson person) {
        return begin(person.nationalId(), person.mobile()).key();
    }

    RegistrationOutcome.Begun begin(NationalId nationalId, MobileNumber mobile) {
        if (mobile.equals(LALEH.mobile()) || mobile.equals(ARASH.mobile())) {
            seen = people.messages(mobile);
        }
        RegistrationOutcome outcome = registrations.begin(nationalId, mobile, HOME, FA);
        assertThat(outcome).isInstanceOf(RegistrationOutcome.Begun.class);
        return (RegistrationOutcome.Begun) outcome;
    }

    RegistrationKey confirmed(DemonstrationPerson person) throws Exception {
        RegistrationKey key = begun(person);
        String code = people.code(person.mobile(), seen);
        assertAt(registrations.confirm(key, code, person.birthDate()), RegistrationView.AwaitingCard.class);
        return key;
    }

    RegistrationKey readyForCredentials(DemonstrationPerson person) throws Exception {
        RegistrationKey key = confirmed(person);
        registrations.card(key, person.card());
        RegistrationOutcome agreed =
                registrations.acceptTerms(key, terms.current(FA).version(), FA);
        assertAt(agreed, RegistrationView.AwaitingCredentials.class);
        return key;
    }

    static void assertAt(RegistrationOutcome outcome, Class<? extends RegistrationView> expected) {
        assertThat(outcome).isInstanceOf(RegistrationOutcome.At.class);
        assertThat(((RegistrationOutcome.At) outcome).view()).isInstanceOf(expected);
    }

    static <T> List<T> together(int count, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(count, work))) {
                results.add(future.get());
            }
            return results;
        }
    }

    static String text(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
