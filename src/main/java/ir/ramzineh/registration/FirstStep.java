package ir.ramzineh.registration;

import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.corebank.CoreBank;
import ir.ramzineh.credential.CodeOpening;
import ir.ramzineh.credential.CodePurpose;
import ir.ramzineh.credential.CodeRequest;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.SmsChallenges;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.registration.ProcessRows.SignUp;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Step 1. A process begins for everybody who types possible data; only where the bank knows the person with this very
 * number does a message leave. Whoever signed up before is told so by SMS, not on the page.
 */
@Component
class FirstStep {
    private static final Purpose KEY = new Purpose("registration.key");
    private static final int KEY_TYPED_MAX = 128;

    private final ProcessRows rows;
    private final CoreBank bank;
    private final Customers customers;
    private final SmsChallenges challenges;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final Person person;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    FirstStep(
            ProcessRows rows,
            CoreBank bank,
            Customers customers,
            SmsChallenges challenges,
            SmsLimits limits,
            SmsOutbox outbox,
            Person person,
            Vault vault,
            SecureRandom random,
            Clock clock,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.bank = bank;
        this.customers = customers;
        this.challenges = challenges;
        this.limits = limits;
        this.outbox = outbox;
        this.person = person;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    RegistrationOutcome take(NationalId nationalId, MobileNumber mobile, ClientAddress address, Locale locale) {
        Optional<BankCustomer> registered = bank.customer(nationalId);
        boolean registeredNumber =
                registered.filter(person -> person.mobile().equals(mobile)).isPresent();
        Optional<Customer> known = customers.person(nationalId);
        // A number that is new at the bank is taken over before a code could go to it, with its time without codes.
        registered
                .filter(person -> known.isPresent() && !known.get().mobile().equals(person.mobile()))
                .ifPresent(customers::known);
        boolean customerAlready = known.filter(Customer::signedUp).isPresent();
        CodeRequest request = request(nationalId, mobile, address, locale, known, registeredNumber && !customerAlready);
        return Objects.requireNonNull(transaction.execute(status -> switch (challenges.open(request, settings.life())) {
            case CodeOpening.Wait(var duration) -> new RegistrationOutcome.Wait(duration);
            case CodeOpening.Opened(var challengeId, var sent) -> {
                RegistrationKey key = newKey();
                Instant endsAt = clock.instant().plus(settings.life());
                rows.insert(hash(key), nationalId, mobile, locale, challengeId, endsAt);
                if (registeredNumber && customerAlready) {
                    tellThatRegistered(mobile, locale);
                }
                yield new RegistrationOutcome.Begun(key, new RegistrationView.AwaitingActivation(sent, endsAt));
            }
        }));
    }

    ResendOutcome again(SignUp signUp, ClientAddress address) {
        // Whether it is genuine stands in the challenge; the wish repeats only whom and how to text.
        CodeRequest request = request(
                signUp.nationalId(),
                signUp.mobile(),
                address,
                signUp.locale(),
                customers.person(signUp.nationalId()),
                false);
        return Objects.requireNonNull(transaction.execute(status -> challenges.resend(signUp.challengeId(), request)));
    }

    byte[] hash(RegistrationKey key) {
        String text = key.reveal();
        String bounded = text.length() > KEY_TYPED_MAX ? text.substring(0, KEY_TYPED_MAX) : text;
        return vault.mac(KEY, bounded.getBytes(StandardCharsets.UTF_8));
    }

    /** Who is known without a sign-up has a number that may be too new for codes; so the request says whose it is (decision 014). */
    private CodeRequest request(
            NationalId nationalId,
            MobileNumber mobile,
            ClientAddress address,
            Locale locale,
            Optional<Customer> known,
            boolean genuine) {
        return new CodeRequest(
                CodePurpose.REGISTRATION,
                mobile,
                person.text(nationalId),
                address,
                locale,
                known.map(Customer::id).orElse(null),
                genuine);
    }

    private void tellThatRegistered(MobileNumber mobile, Locale locale) {
        if (limits.tryAcquire(CodePurpose.REGISTRATION.sms(), LimitSubject.of(mobile))
                instanceof LimitDecision.Allowed) {
            Instant notAfter = clock.instant().plus(settings.life());
            outbox.send(new SmsRequest(
                    mobile,
                    "registration.already-registered",
                    Map.of(),
                    locale,
                    notAfter,
                    CodePurpose.REGISTRATION.sms(),
                    null));
        }
    }

    private RegistrationKey newKey() {
        byte[] bytes = new byte[RegistrationKey.BYTES];
        random.nextBytes(bytes);
        return new RegistrationKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
