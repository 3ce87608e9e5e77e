package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.credential.PasswordRules;
import ir.ramzineh.credential.RuleCheck;
import ir.ramzineh.credential.SignInWaits;
import ir.ramzineh.credential.SignInWaits.Subject;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.EvenTime;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Setting up the own sign-in: an invitation opens it, a password that keeps the rules and a code of the new authenticator
 * close it. The key is born here, lives in the page that shows it, and is stored only once a code has proven that it
 * arrived; until then the invitation stays good, and afterwards it is worth nothing.
 */
@Service
public class StaffEnrolment {
    private final StaffRows members;
    private final StaffCredentialRows rows;
    private final PasswordHashing hashing;
    private final PasswordRules rules;
    private final SignInWaits waits;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final StaffSettings settings;
    private final Vault vault;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StaffEnrolment(
            StaffRows members,
            StaffCredentialRows rows,
            PasswordHashing hashing,
            PasswordRules rules,
            SignInWaits waits,
            AuditTrail audit,
            ApplicationEventPublisher events,
            StaffSettings settings,
            Vault vault,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.members = members;
        this.rows = rows;
        this.hashing = hashing;
        this.rules = rules;
        this.waits = waits;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of an invitation. */
    public sealed interface Opened {
        /** It is good; this is what the page needs to go on. */
        record Begun(Enrolment enrolment) implements Opened {}

        /** User name or invitation is wrong, used or too old; which is never said. */
        record Refused() implements Opened {}

        /** Nothing was looked at: too many tries went before. */
        record Wait(Duration left) implements Opened {}
    }

    /** What came of the last step. */
    public enum Completed {
        /** Done; the member can sign in with the next code. */
        DONE,
        /** The code is not one of this key and this moment. */
        WRONG_CODE,
        /** The password breaks a rule. */
        WEAK_PASSWORD,
        /** The invitation was used or ended meanwhile, or the member was disabled. */
        ENDED
    }

    /** An enrolment under way, held by the page. Holds a key: it never prints. */
    public static final class Enrolment {
        private final StaffCredentialRows.Invitation invitation;
        private final String userName;
        private final NationalId nationalId;
        private final OtpKey key;

        Enrolment(StaffCredentialRows.Invitation invitation, String userName, NationalId nationalId, OtpKey key) {
            this.invitation = invitation;
            this.userName = userName;
            this.nationalId = nationalId;
            this.key = key;
        }

        /** The link for the authenticator app, to be shown as a QR code. A secret. */
        public String link() {
            return StaffCodes.link(userName, key);
        }

        /** The key in groups of four, for who cannot scan. A secret. */
        public String typedKey() {
            return Base32.encode(key.bytes()).replaceAll("(.{4})(?!$)", "$1 ");
        }

        @Override
        public String toString() {
            return "Enrolment[***]";
        }
    }

    /** Holds an invitation against what is stored. */
    @Transactional(propagation = Propagation.NEVER)
    public Opened open(String userName, String invitation, ClientAddress address) {
        return EvenTime.of(settings.answerStep(), () -> held(userName, invitation, address));
    }

    private Opened held(String userName, String invitation, ClientAddress address) {
        Subject origin = Subject.staffAddress(address);
        Subject account = Subject.staff(userName, address);
        Optional<Duration> wait = waits.reserve(origin);
        if (wait.isPresent()) {
            return new Opened.Wait(wait.get());
        }
        wait = waits.reserve(account);
        if (wait.isPresent()) {
            return new Opened.Wait(wait.get());
        }
        String name = StaffSignIn.canonical(userName);
        byte[] typed = InvitationCode.typed(invitation).reveal().getBytes(StandardCharsets.US_ASCII);
        Optional<StaffCredentialRows.Invitation> found = rows.invitation(name, clock.instant())
                .filter(stored -> vault.macMatches(
                        StaffAdministration.INVITATION, typed, HexFormat.of().parseHex(stored.hash())));
        if (found.isEmpty()) {
            return new Opened.Refused();
        }
        waits.forgive(account);
        waits.forgive(origin);
        NationalId nationalId = members.nationalId(found.get().id());
        OtpKey key = OtpKey.random(random, StaffCodes.keyBytes());
        return new Opened.Begun(new Enrolment(found.get(), name, nationalId, key));
    }

    /** Every rule of passwords with its answer for what was typed so far. */
    public List<RuleCheck> check(Enrolment enrolment, String password) {
        return rules.check(password, enrolment.userName, enrolment.nationalId);
    }

    /** Stores password and key, if the code proves that the key arrived. */
    @Transactional(propagation = Propagation.NEVER)
    public Completed complete(Enrolment enrolment, String password, String code) {
        boolean kept = check(enrolment, password).stream().allMatch(RuleCheck::met);
        if (!kept) {
            return Completed.WEAK_PASSWORD;
        }
        OptionalLong step = StaffCodes.step(enrolment.key, code, clock.instant());
        if (step.isEmpty()) {
            return Completed.WRONG_CODE;
        }
        String hash = hashing.hash(new Password(password));
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!rows.accept(enrolment.invitation, hash, enrolment.key, step.getAsLong(), clock.instant())) {
                return Completed.ENDED;
            }
            members.raiseVersion(enrolment.invitation.id());
            events.publishEvent(new StaffAccessChanged(enrolment.invitation.id()));
            audit.record(new AuditEvent(new Actor.Staff(enrolment.userName), "staff.enrolled", null, null, Map.of()));
            return Completed.DONE;
        }));
    }
}
