package ir.ramzineh.credential;

import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.corebank.CoreBankUnavailableException;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way back after a lost user name or password: mobile number, national ID and one card, then an SMS code. Nothing in
 * the answers, their waits or their time tells whether the data belong to a customer.
 */
@Service
public class Recovery {
    private final RecoveryRows rows;
    private final RecoveryMatch match;
    private final SmsChallenges challenges;
    private final RandomKeys keys;
    private final NewPasswords newPasswords;
    private final CredentialRows credentials;
    private final PasswordRules rules;
    private final Customers customers;
    private final AuditTrail audit;
    private final Clock clock;
    private final CredentialSettings settings;
    private final TransactionTemplate transaction;

    Recovery(
            RecoveryRows rows,
            RecoveryMatch match,
            SmsChallenges challenges,
            RandomKeys keys,
            NewPasswords newPasswords,
            CredentialRows credentials,
            PasswordRules rules,
            Customers customers,
            AuditTrail audit,
            Clock clock,
            CredentialSettings settings,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.match = match;
        this.challenges = challenges;
        this.keys = keys;
        this.newPasswords = newPasswords;
        this.credentials = credentials;
        this.rules = rules;
        this.customers = customers;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Begins; answers {@code Begun}, {@code Wait} or {@code BankUnavailable}. */
    @Transactional(propagation = Propagation.NEVER)
    public RecoveryOutcome begin(
            RecoveryKind kind,
            MobileNumber mobile,
            NationalId nationalId,
            CardNumber card,
            ClientAddress address,
            Locale locale) {
        return EvenTime.of(settings.answerStep(), () -> {
            try {
                Optional<CustomerId> customer = match.customer(mobile, nationalId, card);
                byte[] person = match.person(nationalId);
                CodeRequest request = new CodeRequest(
                        CodePurpose.RECOVERY,
                        mobile,
                        RecoveryMatch.text(person),
                        address,
                        locale,
                        customer.orElse(null),
                        customer.isPresent());
                return Objects.requireNonNull(transaction.execute(status -> open(kind, request, person)));
            } catch (CoreBankUnavailableException e) {
                return new RecoveryOutcome.BankUnavailable();
            }
        });
    }

    private RecoveryOutcome open(RecoveryKind kind, CodeRequest request, byte[] person) {
        return switch (challenges.open(request, settings.recoveryLife())) {
            case CodeOpening.Wait(var duration) -> new RecoveryOutcome.Wait(duration);
            case CodeOpening.Opened(var challengeId, var sent) -> {
                RecoveryKey key = new RecoveryKey(keys.text(RecoveryKey.BYTES));
                Instant endsAt = clock.instant().plus(settings.recoveryLife());
                rows.insert(hash(key), kind, request, person, challengeId, endsAt);
                yield new RecoveryOutcome.Begun(key, new RecoveryView.AwaitingCode(kind, sent, endsAt));
            }
        };
    }

    /** Where it stands: after a reload, in another tab, after a restart. */
    public RecoveryView resume(RecoveryKey key) {
        return find(key).map(this::view).orElseGet(RecoveryView.Ended::new);
    }

    /** Proves the phone, once. */
    @Transactional(propagation = Propagation.NEVER)
    public RecoveryOutcome code(RecoveryKey key, String code) {
        return EvenTime.of(settings.answerStep(), () -> {
            Optional<RecoveryRows.Stored> found = find(key);
            if (found.isEmpty() || found.get().step() != RecoveryRows.Step.CODE) {
                return new RecoveryOutcome.At(resume(key));
            }
            return switch (challenges.check(found.get().challengeId(), CodePurpose.RECOVERY, code)) {
                case CodeCheck.Right _ -> proven(key, found.get());
                case CodeCheck.Wrong(var left) ->
                    left == 0 ? new RecoveryOutcome.At(new RecoveryView.Ended()) : new RecoveryOutcome.WrongCode(left);
                case CodeCheck.Expired() -> new RecoveryOutcome.CodeExpired();
                case CodeCheck.Ended() -> new RecoveryOutcome.At(resume(key));
            };
        });
    }

    private RecoveryOutcome proven(RecoveryKey key, RecoveryRows.Stored stored) {
        CustomerId customer = Objects.requireNonNull(stored.customer());
        boolean lostName = stored.kind() == RecoveryKind.USER_NAME;
        transaction.executeWithoutResult(status -> {
            RecoveryRows.Step next = lostName ? RecoveryRows.Step.DONE : RecoveryRows.Step.PASSWORD;
            if (challenges.use(stored.challengeId())
                    && rows.advance(stored.id(), RecoveryRows.Step.CODE, next, clock.instant())) {
                audit.record(AuditEvent.by(customer, "recovery.proven", Map.of()));
            }
        });
        return new RecoveryOutcome.At(resume(key));
    }

    /** Texts the code again. */
    @Transactional(propagation = Propagation.NEVER)
    public ResendOutcome resend(RecoveryKey key, ClientAddress address) {
        return EvenTime.of(settings.answerStep(), () -> {
            Optional<RecoveryRows.Stored> found = find(key).filter(stored -> stored.step() == RecoveryRows.Step.CODE);
            if (found.isEmpty()) {
                return new ResendOutcome.Ended();
            }
            RecoveryRows.Stored stored = found.get();
            CodeRequest request = new CodeRequest(
                    CodePurpose.RECOVERY,
                    stored.mobile(),
                    stored.person(),
                    address,
                    stored.locale(),
                    stored.customer(),
                    stored.customer() != null);
            return Objects.requireNonNull(
                    transaction.execute(status -> challenges.resend(stored.challengeId(), request)));
        });
    }

    /** The rules held against the new password, for ticking while typing; empty unless the phone is proven. */
    public List<RuleCheck> check(RecoveryKey key, String password) {
        return find(key)
                .filter(stored -> stored.step() == RecoveryRows.Step.PASSWORD)
                .map(stored -> check(Objects.requireNonNull(stored.customer()), password))
                .orElse(List.of());
    }

    private List<RuleCheck> check(CustomerId customer, String password) {
        String userName = credentials.byCustomer(customer).orElseThrow().userName();
        return rules.check(
                password, userName, customers.byId(customer).orElseThrow().nationalId());
    }

    /** Sets the new password, once; ends every sign-in, forgets every other device, lifts the waits. */
    @Transactional(propagation = Propagation.NEVER)
    public RecoveryOutcome newPassword(RecoveryKey key, Password password, ClientAddress address) {
        Optional<RecoveryRows.Stored> found = find(key).filter(stored -> stored.step() == RecoveryRows.Step.PASSWORD);
        if (found.isEmpty()) {
            return new RecoveryOutcome.At(resume(key));
        }
        RecoveryRows.Stored stored = found.get();
        CustomerId customer = Objects.requireNonNull(stored.customer());
        List<RuleCheck> broken = check(customer, password.reveal()).stream()
                .filter(rule -> !rule.met())
                .toList();
        if (!broken.isEmpty()) {
            return new RecoveryOutcome.Weak(broken);
        }
        return newPasswords
                .recovered(
                        customer,
                        password,
                        address,
                        () -> rows.advance(
                                stored.id(), RecoveryRows.Step.PASSWORD, RecoveryRows.Step.DONE, clock.instant()))
                .<RecoveryOutcome>map(RecoveryOutcome.Recovered::new)
                .orElseGet(() -> new RecoveryOutcome.At(resume(key)));
    }

    private RecoveryView view(RecoveryRows.Stored stored) {
        return switch (stored.step()) {
            case CODE ->
                challenges
                        .state(stored.challengeId(), stored.mobile())
                        .filter(sent -> sent.triesLeft() > 0)
                        .<RecoveryView>map(sent -> new RecoveryView.AwaitingCode(stored.kind(), sent, stored.endsAt()))
                        .orElseGet(RecoveryView.Ended::new);
            case PASSWORD -> new RecoveryView.AwaitingPassword(userName(stored), stored.endsAt());
            case DONE -> new RecoveryView.Done(stored.kind(), userName(stored));
        };
    }

    private String userName(RecoveryRows.Stored stored) {
        return credentials
                .byCustomer(Objects.requireNonNull(stored.customer()))
                .orElseThrow()
                .userName();
    }

    private Optional<RecoveryRows.Stored> find(RecoveryKey key) {
        return rows.byKeyHash(hash(key), clock.instant());
    }

    private byte[] hash(RecoveryKey key) {
        return keys.hash(RandomKeys.RECOVERY, key.reveal());
    }
}
