package ir.ramzineh.credential;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Patience;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.trial.DemonstrationPeople;
import ir.ramzineh.trial.DemonstrationPerson;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Nothing that rests on an old password outlives it (security case 11). */
@PortalIT
class PasswordChangeIT {
    private static final ClientAddress HOME = new ClientAddress("198.51.100.8");
    private static final DemonstrationPerson KIAN = DemonstrationPeople.KIAN;
    private static final Password OLD = new Password(PeopleFixtures.PASSWORD);
    private static final Password WANTED = new Password("Kuhe-Sahand-77");

    @Autowired
    private SignIn signIn;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Recovery recovery;

    @Autowired
    private NewPasswords newPasswords;

    @Autowired
    private CredentialRows rows;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private PeopleFixtures people;
    private Customer customer;
    private String userName = "";

    @BeforeEach
    void begin() {
        people = PeopleFixtures.of(beans);
        people.forget(KIAN);
        userName = PeopleFixtures.randomUserName();
        customer = people.customer(userName, KIAN.nationalId(), KIAN.mobile());
    }

    @AfterEach
    void leaveNoTrace() {
        people.forget(KIAN);
    }

    @Test
    void case11_aCodeAskedForWithTheOldPasswordIsWorthNothingAfterTheChange() throws Exception {
        ChallengeId challenge = codeRequired();
        String code = people.code(customer.mobile(), 0);
        change();
        assertThat(signIn.resend(challenge, HOME)).isEqualTo(new ResendOutcome.Ended());
        assertThat(signIn.code(challenge, code, HOME, true)).isEqualTo(new CodeOutcome.Ended());
    }

    @Test
    void case11_openRecoveriesEndWithTheChange() throws Exception {
        RecoveryKey proven = begun();
        recovery.code(proven, people.code(customer.mobile(), 0));
        assertThat(recovery.resume(proven)).isInstanceOf(RecoveryView.AwaitingPassword.class);
        people.forgetWaits();
        RecoveryKey asked = begun();
        change();
        assertThat(recovery.newPassword(proven, new Password("Dasht-Arzhan-88"), HOME))
                .isEqualTo(new RecoveryOutcome.At(new RecoveryView.Ended()));
        assertThat(recovery.resume(asked)).isEqualTo(new RecoveryView.Ended());
        assertThat(signIn.password(userName, WANTED.reveal(), HOME, null))
                .isInstanceOf(SignInOutcome.CodeRequired.class);
    }

    @Test
    void case11_aRecoveryEndsTheCodeAskedForWithTheOldPassword() throws Exception {
        ChallengeId challenge = codeRequired();
        String code = people.code(customer.mobile(), 0);
        RecoveryKey key = begun();
        recovery.code(key, people.code(customer.mobile(), 1));
        assertThat(recovery.newPassword(key, WANTED, HOME)).isInstanceOf(RecoveryOutcome.Recovered.class);
        assertThat(signIn.code(challenge, code, HOME, false)).isEqualTo(new CodeOutcome.Ended());
    }

    @Test
    void case11_aSignInThatOverlapsTheChangeIsRefused() throws Exception {
        CodeOutcome in = signIn.code(codeRequired(), people.code(customer.mobile(), 0), HOME, true);
        DeviceKey device = ((CodeOutcome.SignedIn) in).device();
        CredentialRows.Stored stored = rows.byCustomer(customer.id()).orElseThrow();
        CompletableFuture<SignInOutcome> meanwhile = new CompletableFuture<>();
        transaction.executeWithoutResult(status -> {
            assertThat(newPasswords.changed(stored, WANTED, HOME, device)).isTrue();
            Thread.startVirtualThread(() -> meanwhile.complete(signIn.password(userName, OLD.reveal(), HOME, device)));
            try {
                // Long enough for the old password to be found right; the change is not committed yet.
                meanwhile.get(1500, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It waits for us, as it should.
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(meanwhile.get(Patience.LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(new SignInOutcome.Refused());
    }

    private ChallengeId codeRequired() {
        SignInOutcome outcome = signIn.password(userName, OLD.reveal(), HOME, null);
        return ((SignInOutcome.CodeRequired) outcome).challenge();
    }

    private RecoveryKey begun() {
        RecoveryOutcome outcome = recovery.begin(
                RecoveryKind.PASSWORD, KIAN.mobile(), KIAN.nationalId(), KIAN.card(), HOME, Locale.of("fa"));
        return ((RecoveryOutcome.Begun) outcome).key();
    }

    private void change() {
        assertThat(credentials.changePassword(customer.id(), OLD, WANTED, HOME, null))
                .isEqualTo(new ChangeOutcome.Changed());
    }
}
