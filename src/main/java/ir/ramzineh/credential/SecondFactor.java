package ir.ramzineh.credential;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The code of a sign-in whose password was right: by SMS, or of the token that a branch has linked (S10.4), and then never by SMS. */
@Component
class SecondFactor {
    private static final int NONCE_BYTES = 16;

    private final SmsChallenges challenges;
    private final LinkedTokens tokens;
    private final SignInWaits waits;
    private final ChallengeRows rows;
    private final CredentialRows credentials;
    private final RandomKeys keys;
    private final KnownDevices devices;
    private final Customers customers;
    private final SecurityMessages messages;
    private final AuditTrail audit;
    private final CredentialSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SecondFactor(
            SmsChallenges challenges,
            LinkedTokens tokens,
            SignInWaits waits,
            ChallengeRows rows,
            CredentialRows credentials,
            RandomKeys keys,
            KnownDevices devices,
            Customers customers,
            SecurityMessages messages,
            AuditTrail audit,
            CredentialSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.challenges = challenges;
        this.tokens = tokens;
        this.waits = waits;
        this.rows = rows;
        this.credentials = credentials;
        this.keys = keys;
        this.devices = devices;
        this.customers = customers;
        this.messages = messages;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * In the caller's transaction. Where another SMS has to wait but the last code is still good, sign-in goes on with
     * that code, in the newest browser that knew the password.
     */
    SignInOutcome ask(Customer customer, ClientAddress address, @Nullable Long deviceId) {
        if (tokens.isLinked(customer.id())) {
            return askForToken(customer, address, deviceId);
        }
        return switch (challenges.open(
                request(customer, address), settings.codes().challengeLife())) {
            case CodeOpening.Opened(var id, var sent) -> bound(id, sent, deviceId);
            case CodeOpening.Wait(var duration) ->
                rows.liveSignIn(customer.id(), clock.instant())
                        .<SignInOutcome>map(live -> bound(
                                live.id(),
                                challenges.state(live.id(), customer.mobile()).orElseThrow(),
                                deviceId))
                        .orElseGet(() -> new SignInOutcome.Wait(duration));
        };
    }

    /** Nothing is sent, so nothing has to wait: many wrong codes do. */
    private SignInOutcome askForToken(Customer customer, ClientAddress address, @Nullable Long deviceId) {
        Instant ends = clock.instant().plus(settings.codes().challengeLife());
        CodeRequest request = new CodeRequest(
                CodePurpose.SIGN_IN_TOKEN,
                customer.mobile(),
                "customer " + customer.id().value(),
                address,
                customer.locale(),
                customer.id(),
                true);
        ChallengeRows.Challenge opened = rows.insert(
                request,
                keys.bytes(NONCE_BYTES),
                new ChallengeRows.Times(ends, ends, ends),
                settings.codes().triesMax());
        ChallengeId handle = new ChallengeId(keys.text(ChallengeId.BYTES));
        rows.bind(opened.id(), keys.hash(RandomKeys.CHALLENGE, handle.reveal()), deviceId);
        return new SignInOutcome.TokenCodeRequired(
                handle, ends, settings.codes().triesMax());
    }

    private SignInOutcome.CodeRequired bound(long challengeId, CodeSent sent, @Nullable Long deviceId) {
        ChallengeId handle = new ChallengeId(keys.text(ChallengeId.BYTES));
        rows.bind(challengeId, keys.hash(RandomKeys.CHALLENGE, handle.reveal()), deviceId);
        return new SignInOutcome.CodeRequired(handle, sent);
    }

    CodeOutcome complete(ChallengeId handle, String code, ClientAddress address, boolean rememberDevice) {
        Optional<ChallengeRows.Challenge> found = find(handle);
        if (found.isEmpty()) {
            return new CodeOutcome.Ended();
        }
        ChallengeRows.Challenge challenge = found.get();
        CustomerId customer = Objects.requireNonNull(challenge.customer());
        if (challenge.purpose() == CodePurpose.SIGN_IN_TOKEN) {
            return completeByToken(challenge, customer, code, address, rememberDevice);
        }
        if (tokens.isLinked(customer)) {
            // Linked since the message was sent: it counts no more.
            return new CodeOutcome.Ended();
        }
        return switch (challenges.check(challenge.id(), CodePurpose.SIGN_IN, code)) {
            case CodeCheck.Right _ -> signedIn(challenge, customer, address, rememberDevice, () -> true);
            case CodeCheck.Wrong(var left) -> {
                wrong(customer, address);
                yield left == 0 ? new CodeOutcome.Ended() : new CodeOutcome.Wrong(left);
            }
            case CodeCheck.Expired() -> new CodeOutcome.Expired();
            case CodeCheck.Ended() -> new CodeOutcome.Ended();
        };
    }

    private CodeOutcome completeByToken(
            ChallengeRows.Challenge challenge,
            CustomerId customer,
            String code,
            ClientAddress address,
            boolean rememberDevice) {
        if (!tokens.isLinked(customer)) {
            // The branch has taken the link away: begin again, with an SMS code.
            return new CodeOutcome.Ended();
        }
        SignInWaits.Subject subject = SignInWaits.Subject.token(customer);
        Optional<Duration> wait = waits.reserve(subject);
        if (wait.isPresent()) {
            return new CodeOutcome.Wait(wait.get());
        }
        if (!rows.reserveTry(challenge.id(), CodePurpose.SIGN_IN_TOKEN, clock.instant())) {
            return new CodeOutcome.Ended();
        }
        CodeOutcome outcome =
                signedIn(challenge, customer, address, rememberDevice, () -> tokens.claim(customer, code));
        if (outcome instanceof CodeOutcome.SignedIn) {
            waits.forgive(subject);
            return outcome;
        }
        wrong(customer, address);
        int left = rows.byId(challenge.id())
                .map(ChallengeRows.Challenge::triesLeft)
                .orElse(0);
        return left == 0 ? new CodeOutcome.Ended() : new CodeOutcome.Wrong(left);
    }

    ResendOutcome resend(ChallengeId handle, ClientAddress address) {
        Optional<ChallengeRows.Challenge> found = find(handle);
        if (found.isEmpty()) {
            return new ResendOutcome.Ended();
        }
        CustomerId customer = Objects.requireNonNull(found.get().customer());
        return challenges.resend(
                found.get().id(), request(customers.byId(customer).orElseThrow(), address));
    }

    private CodeOutcome signedIn(
            ChallengeRows.Challenge challenge,
            CustomerId customer,
            ClientAddress address,
            boolean rememberDevice,
            BooleanSupplier codeIsGood) {
        CodeOutcome outcome = transaction.execute(status -> {
            int password = credentials.heldVersion(customer);
            if (!codeIsGood.getAsBoolean() || !challenges.use(challenge.id())) {
                status.setRollbackOnly();
                return new CodeOutcome.Ended();
            }
            if (challenge.deviceId() != null) {
                devices.used(challenge.deviceId());
                audit.record(AuditEvent.by(customer, "sign-in.known-device", Map.of("address", address.text())));
                return new CodeOutcome.SignedIn(customer, new SignInMark(password, challenge.deviceId()), null);
            }
            messages.tell(customer, SecurityMessages.NEW_DEVICE, address);
            DeviceKey device = rememberDevice ? devices.remember(customer) : null;
            Long known = devices.of(device).map(KnownDevices.Known::id).orElse(null);
            return new CodeOutcome.SignedIn(customer, new SignInMark(password, known), device);
        });
        return Objects.requireNonNull(outcome);
    }

    private void wrong(CustomerId customer, ClientAddress address) {
        transaction.executeWithoutResult(status -> audit.record(new AuditEvent(
                new Actor.Anonymous(), "sign-in.code-wrong", customer, null, Map.of("address", address.text()))));
    }

    private Optional<ChallengeRows.Challenge> find(ChallengeId handle) {
        return rows.byKeyHash(keys.hash(RandomKeys.CHALLENGE, handle.reveal()));
    }

    private static CodeRequest request(Customer customer, ClientAddress address) {
        return new CodeRequest(
                CodePurpose.SIGN_IN,
                customer.mobile(),
                "customer " + customer.id().value(),
                address,
                customer.locale(),
                customer.id(),
                true);
    }
}
