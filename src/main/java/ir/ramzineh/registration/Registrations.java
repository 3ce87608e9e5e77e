package ir.ramzineh.registration;

import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.credential.CodeCheck;
import ir.ramzineh.credential.CodePurpose;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordRules;
import ir.ramzineh.credential.ResendOutcome;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.credential.SmsChallenges;
import ir.ramzineh.customer.Terms;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.registration.ProcessRows.SignUp;
import ir.ramzineh.registration.ProcessRows.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-up in four stored steps (S1.1 to S1.10). The steps have one order and each is taken once; the process survives
 * reload, Back, a second tab and a restart, and ends after its life. Until phone and birth date are proven, no answer
 * tells whether the bank knows the national ID, the number or the date (security case 9).
 */
@Service
public class Registrations {
    private final ProcessRows rows;
    private final FirstStep firstStep;
    private final LastStep lastStep;
    private final BankProofs proofs;
    private final CardTries cardTries;
    private final SmsChallenges challenges;
    private final PasswordRules passwordRules;
    private final Terms terms;
    private final Clock clock;
    private final RegistrationSettings settings;
    private final TransactionTemplate transaction;

    Registrations(
            ProcessRows rows,
            FirstStep firstStep,
            LastStep lastStep,
            BankProofs proofs,
            CardTries cardTries,
            SmsChallenges challenges,
            PasswordRules passwordRules,
            Terms terms,
            Clock clock,
            RegistrationSettings settings,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.firstStep = firstStep;
        this.lastStep = lastStep;
        this.proofs = proofs;
        this.cardTries = cardTries;
        this.challenges = challenges;
        this.passwordRules = passwordRules;
        this.terms = terms;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Step 1 (S1.2, S1.3); answers {@code Begun}, {@code Wait} or {@code BankUnavailable}. */
    @Transactional(propagation = Propagation.NEVER)
    public RegistrationOutcome begin(NationalId nationalId, MobileNumber mobile, ClientAddress address, Locale locale) {
        return EvenTime.of(
                settings.answerStep(), () -> askingTheBank(() -> firstStep.take(nationalId, mobile, address, locale)));
    }

    /** Where it stands: after a reload, in another tab, after a restart. */
    public RegistrationView resume(RegistrationKey key) {
        return find(key).map(this::view).orElseGet(() -> ended(RegistrationView.Reason.EXPIRED));
    }

    /** Texts the activation ID again. */
    @Transactional(propagation = Propagation.NEVER)
    public ResendOutcome resend(RegistrationKey key, ClientAddress address) {
        return EvenTime.of(
                settings.answerStep(),
                () -> find(key)
                        .filter(signUp -> signUp.step() == Step.ACTIVATION)
                        .map(signUp -> firstStep.again(signUp, address))
                        .orElseGet(ResendOutcome.Ended::new));
    }

    /** Step 2 (S1.4). Both proofs are looked at in any case; a wrong answer never says which was wrong. */
    @Transactional(propagation = Propagation.NEVER)
    public RegistrationOutcome confirm(RegistrationKey key, String activationId, JalaliDate birthDate) {
        return EvenTime.of(
                settings.answerStep(),
                () -> at(key, Step.ACTIVATION, signUp -> {
                    boolean born = proofs.wasBornOn(signUp.nationalId(), birthDate);
                    return switch (challenges.check(signUp.challengeId(), CodePurpose.REGISTRATION, activationId)) {
                        case CodeCheck.Right(var left) -> born ? confirmed(key, signUp) : wrongActivation(signUp, left);
                        case CodeCheck.Wrong(var left) -> wrongActivation(signUp, left);
                        case CodeCheck.Expired() -> new RegistrationOutcome.ActivationExpired();
                        case CodeCheck.Ended() -> new RegistrationOutcome.At(resume(key));
                    };
                }));
    }

    private RegistrationOutcome confirmed(RegistrationKey key, SignUp signUp) {
        transaction.executeWithoutResult(status -> {
            if (!rows.advance(signUp.id(), Step.ACTIVATION, Step.CARD, now())
                    || !challenges.use(signUp.challengeId())) {
                status.setRollbackOnly();
            }
        });
        return new RegistrationOutcome.At(resume(key));
    }

    private RegistrationOutcome wrongActivation(SignUp signUp, int triesLeft) {
        if (triesLeft > 0) {
            return new RegistrationOutcome.WrongActivation(triesLeft);
        }
        return end(signUp, RegistrationView.Reason.OUT_OF_TRIES);
    }

    /** Step 3 (S1.5): a live card of this person, three tries a day. */
    @Transactional(propagation = Propagation.NEVER)
    public RegistrationOutcome card(RegistrationKey key, CardNumber card) {
        return EvenTime.of(
                settings.answerStep(),
                () -> at(key, Step.CARD, signUp -> {
                    boolean fits = proofs.owns(signUp.nationalId(), card);
                    if (!cardTries.reserve(signUp.nationalId())) {
                        return end(signUp, RegistrationView.Reason.CARD_TRIES_USED);
                    }
                    if (fits) {
                        rows.advance(signUp.id(), Step.CARD, Step.TERMS, now());
                        return new RegistrationOutcome.At(resume(key));
                    }
                    int left = cardTries.left(signUp.nationalId());
                    return left > 0
                            ? new RegistrationOutcome.WrongCard(left)
                            : end(signUp, RegistrationView.Reason.CARD_TRIES_USED);
                }));
    }

    /**
     * Step 4 (S1.6).
     *
     * @param version the version the page showed
     */
    public RegistrationOutcome acceptTerms(RegistrationKey key, String version, Locale locale) {
        return at(key, Step.TERMS, signUp -> {
            if (!terms.current(locale).version().equals(version)) {
                return new RegistrationOutcome.TermsOutdated();
            }
            rows.agree(signUp.id(), version, terms.current(locale).locale(), now());
            return new RegistrationOutcome.At(resume(key));
        });
    }

    /** The password rules for this person (S1.8 to S1.10), for ticking while typing; empty before the terms. */
    public List<RuleCheck> checkPassword(RegistrationKey key, String password, String userName) {
        return find(key)
                .filter(signUp -> signUp.step() == Step.CREDENTIALS)
                .map(signUp -> passwordRules.check(password, userName, signUp.nationalId()))
                .orElse(List.of());
    }

    /** The last step (S1.7 to S1.10): makes the customer. */
    @Transactional(propagation = Propagation.NEVER)
    public RegistrationOutcome complete(RegistrationKey key, String userName, Password password) {
        return at(
                key,
                Step.CREDENTIALS,
                signUp -> lastStep.take(signUp, userName, password)
                        .orElseGet(() -> new RegistrationOutcome.At(resume(key))));
    }

    /** Takes a step only where the sign-up stands at it; else says where it stands. */
    private RegistrationOutcome at(RegistrationKey key, Step step, Function<SignUp, RegistrationOutcome> work) {
        Optional<SignUp> found = find(key).filter(signUp -> signUp.step() == step);
        if (found.isEmpty()) {
            return new RegistrationOutcome.At(resume(key));
        }
        return askingTheBank(() -> work.apply(found.get()));
    }

    private static RegistrationOutcome askingTheBank(Supplier<RegistrationOutcome> work) {
        try {
            return work.get();
        } catch (CoreBankUnavailableException e) {
            return new RegistrationOutcome.BankUnavailable();
        }
    }

    private RegistrationOutcome end(SignUp signUp, RegistrationView.Reason reason) {
        rows.end(signUp.id(), signUp.step(), reason);
        return new RegistrationOutcome.At(ended(reason));
    }

    private RegistrationView view(SignUp signUp) {
        Instant endsAt = signUp.endsAt();
        return switch (signUp.step()) {
            case ACTIVATION ->
                challenges
                        .state(signUp.challengeId(), signUp.mobile())
                        .filter(sent -> sent.triesLeft() > 0)
                        .<RegistrationView>map(sent -> new RegistrationView.AwaitingActivation(sent, endsAt))
                        .orElseGet(() -> ended(RegistrationView.Reason.OUT_OF_TRIES));
            case CARD -> new RegistrationView.AwaitingCard(cardTries.left(signUp.nationalId()), endsAt);
            case TERMS -> new RegistrationView.AwaitingTerms(endsAt);
            case CREDENTIALS -> new RegistrationView.AwaitingCredentials(endsAt);
            case DONE -> new RegistrationView.Completed();
            case ENDED -> ended(Objects.requireNonNull(signUp.endedBecause()));
        };
    }

    private static RegistrationView ended(RegistrationView.Reason reason) {
        return new RegistrationView.Ended(reason);
    }

    private Optional<SignUp> find(RegistrationKey key) {
        return rows.byKeyHash(firstStep.hash(key), now());
    }

    private Instant now() {
        return clock.instant();
    }
}
