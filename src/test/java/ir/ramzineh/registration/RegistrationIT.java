package ir.ramzineh.registration;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Sign-up as the customer meets it. */
@PortalIT
class RegistrationIT extends RegistrationScene {
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
}
