package ir.ramzineh.staff;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.credential.Password;
import ir.ramzineh.credential.PasswordHashing;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Members of staff for tests. Made with {@link #of} from the bean factory. */
public final class StaffFixtures {
    public static final String PASSWORD = "Kuh-Darya-73";
    public static final BranchCode HOME = new BranchCode("1203");
    public static final BranchCode OTHER = new BranchCode("1405");

    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA1, 6, 30);

    private final StaffRows rows;
    private final StaffCredentialRows credentials;
    private final PasswordHashing hashing;
    private final StaffAdministration administration;
    private final StaffChanges changes;
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private @Nullable String hash;

    public StaffFixtures(
            StaffRows rows,
            StaffCredentialRows credentials,
            PasswordHashing hashing,
            StaffAdministration administration,
            StaffChanges changes,
            JdbcClient jdbc,
            IdSource ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.credentials = credentials;
        this.hashing = hashing;
        this.administration = administration;
        this.changes = changes;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public static StaffFixtures of(AutowireCapableBeanFactory beans) {
        return beans.createBean(StaffFixtures.class);
    }

    /** A member who can sign in with {@link #PASSWORD} and the codes of this key. */
    public record Known(StaffMember member, NationalId nationalId, OtpKey key) {
        public StaffId id() {
            return member.id();
        }

        public String userName() {
            return member.userName();
        }

        /** What the member's authenticator shows at a moment of the portal's clock. */
        public String code(Instant at) {
            return SPEC.code(key, SPEC.step(at));
        }
    }

    /** Somebody new and active. */
    public Known member(Role role, @Nullable BranchCode branch) {
        return member(role, branch, PeopleFixtures.randomNationalId());
    }

    /** Somebody new with a given national ID, such as that of a customer. */
    public Known member(Role role, @Nullable BranchCode branch, NationalId nationalId) {
        String userName = "t" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 50), 36);
        StaffMember member = new StaffMember(
                new StaffId(ids.next()),
                userName,
                new LocalizedName("همکار آزمون", "Test Colleague"),
                role,
                branch,
                true);
        byte[] secret = new byte[HashAlgorithm.SHA1.keyBytes()];
        ThreadLocalRandom.current().nextBytes(secret);
        OtpKey key = new OtpKey(secret);
        transaction.executeWithoutResult(status -> {
            rows.insert(member, nationalId, clock.instant());
            credentials.insert(member.id());
            credentials.set(member.id(), hash(), key, clock.instant());
        });
        return new Known(member, nationalId, key);
    }

    /** Changes as two administrators make them; they end sign-ins. */
    public StaffChanges changes() {
        return changes;
    }

    /** Two administrators, new and active. */
    public TwoAdministrators two() {
        return new TwoAdministrators(
                member(Role.ADMINISTRATOR, null).id(),
                member(Role.ADMINISTRATOR, null).id());
    }

    /** A reset by two administrators, and the invitation that the second of them drew. */
    public InvitationCode reset(StaffId id) {
        TwoAdministrators who = two();
        StaffTicket ticket = new StaffTicket(ids.next(), who.checker());
        changes.resetSignIn(who, id, ticket);
        return changes.draw(ticket, changes.waitingFor(ticket).orElseThrow())
                .orElseThrow()
                .code();
    }

    /** What one administrator does alone; it ends sign-ins. */
    public StaffAdministration administration() {
        return administration;
    }

    /** From now on another role, as after a change in the administration. */
    public void place(StaffId id, Role role, @Nullable BranchCode branch) {
        transaction.executeWithoutResult(status -> rows.place(id, role, branch));
    }

    /** From now on (not) active, as after a change in the administration. */
    public void setActive(StaffId id, boolean active) {
        transaction.executeWithoutResult(status -> rows.setActive(id, active));
    }

    /** Gives a customer a home branch, or none. */
    public void home(CustomerId customer, @Nullable BranchCode branch) {
        jdbc.sql("update customer set branch = :branch where id = :id")
                .param("branch", branch == null ? null : branch.digits(), Types.VARCHAR)
                .param("id", customer.value())
                .update();
    }

    /** The slow hash of the one password is made once. */
    private synchronized String hash() {
        String made = hash;
        if (made == null) {
            made = hashing.hash(new Password(PASSWORD));
            hash = made;
        }
        return made;
    }
}
