package ir.ramzineh.registration;

import ir.ramzineh.corebank.BankCustomer;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordRules;
import ir.ramzineh.credential.PreparedPassword;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.credential.UserNameRules;
import ir.ramzineh.credential.UserNameTakenException;
import ir.ramzineh.customer.CustomerExistsException;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.NewCustomer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.registration.ProcessRows.SignUp;
import ir.ramzineh.registration.ProcessRows.Step;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The last step: customer, credentials and agreement to the terms come to be together or not at all. */
@Component
class LastStep {
    private final ProcessRows rows;
    private final BankProofs proofs;
    private final Customers customers;
    private final Credentials credentials;
    private final PasswordRules passwordRules;
    private final Terms terms;
    private final Notices notices;
    private final Clock clock;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    LastStep(
            ProcessRows rows,
            BankProofs proofs,
            Customers customers,
            Credentials credentials,
            PasswordRules passwordRules,
            Terms terms,
            Notices notices,
            Clock clock,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.proofs = proofs;
        this.customers = customers;
        this.credentials = credentials;
        this.passwordRules = passwordRules;
        this.terms = terms;
        this.notices = notices;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Empty when another tab took the step, or when the sign-up ended: look where it stands. */
    Optional<RegistrationOutcome> take(SignUp signUp, String userName, Password password) {
        List<RuleCheck> broken = Stream.concat(
                        UserNameRules.check(userName).stream(),
                        passwordRules.check(password.reveal(), userName, signUp.nationalId()).stream())
                .filter(rule -> !rule.met())
                .toList();
        if (!broken.isEmpty()) {
            return Optional.of(new RegistrationOutcome.Weak(broken));
        }
        Optional<BankCustomer> person = proofs.customer(signUp.nationalId())
                .filter(known -> known.mobile().equals(signUp.mobile()));
        if (person.isEmpty()) {
            rows.end(signUp.id(), Step.CREDENTIALS, RegistrationView.Reason.EXPIRED);
            return Optional.empty();
        }
        if (!rows.reserveNameTry(signUp.id(), settings.nameTries())) {
            rows.end(signUp.id(), Step.CREDENTIALS, RegistrationView.Reason.OUT_OF_TRIES);
            return Optional.empty();
        }
        UserName name = new UserName(userName);
        PreparedPassword prepared = credentials.prepare(password, name, signUp.nationalId());
        try {
            return Optional.ofNullable(transaction.execute(status -> write(signUp, person.get(), name, prepared)));
        } catch (UserNameTakenException e) {
            return Optional.of(new RegistrationOutcome.UserNameTaken());
        } catch (CustomerExistsException e) {
            rows.end(signUp.id(), Step.CREDENTIALS, RegistrationView.Reason.ALREADY_REGISTERED);
            return Optional.empty();
        }
    }

    private RegistrationOutcome.@Nullable Completed write(
            SignUp signUp, BankCustomer person, UserName name, PreparedPassword password) {
        if (!rows.advance(signUp.id(), Step.CREDENTIALS, Step.DONE, clock.instant())) {
            return null;
        }
        CustomerId customer = customers.register(
                new NewCustomer(signUp.nationalId(), signUp.mobile(), person.name(), signUp.locale(), person.branch()));
        credentials.set(customer, name, password);
        String version = Objects.requireNonNull(signUp.termsVersion());
        Locale language = Locale.of(Objects.requireNonNull(signUp.termsLocale()));
        terms.accept(customer, terms.version(version, language).orElseThrow());
        notices.add(customer, "registration.welcome", Map.of());
        return new RegistrationOutcome.Completed(credentials.rememberBriefly(customer));
    }
}
