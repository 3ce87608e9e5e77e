package ir.ramzineh.credential;

import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Waits after wrong passwords. A try is counted as a failure <em>before</em> the password is looked at, in one
 * conditional update: of many tries at once, never more are evaluated than the waits allow. A right password takes its
 * count back.
 *
 * <p>The waits of an account grow and end; the longest is the last of the configured ones. So a stranger can slow an
 * account down but never close it. An address may stand for thousands of people, so it has a number of wrong passwords
 * per window that begins with the first of them and does not slide: nobody's further tries prolong it. A known device is
 * counted apart, is not asked for its address, and feels nothing of strangers.
 */
@Component
public class SignInWaits {
    private static final Purpose SUBJECT = new Purpose("credential.wait");

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final CredentialSettings.Waits settings;

    SignInWaits(JdbcClient jdbc, Vault vault, Clock clock, CredentialSettings settings) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
        this.settings = settings.waits();
    }

    /** What is counted. Whether such an account exists makes no difference. */
    public record Subject(String value, boolean address) {
        static Subject account(String typedUserName) {
            return new Subject("account:" + UserName.canonical(typedUserName), false);
        }

        static Subject device(long deviceId) {
            return new Subject("device:" + deviceId, false);
        }

        /** The old password asked for when changing it. */
        static Subject change(CustomerId customer) {
            return new Subject("change:" + customer.value(), false);
        }

        /** Codes of a linked token, whatever browser they are typed in. */
        static Subject token(CustomerId customer) {
            return new Subject("token:" + customer.value(), false);
        }

        static Subject address(ClientAddress address) {
            return new Subject("address:" + address.counted(), true);
        }

        /**
         * A member of staff, by the user name as typed, from one place. Counted by place, so that a stranger elsewhere shuts
         * no member out (security case 7): who knows neither password nor authenticator gets no further from many places.
         */
        public static Subject staff(String typedUserName, ClientAddress address) {
            return new Subject("staff:" + UserName.canonical(typedUserName) + " " + address.counted(), false);
        }

        /** The present password asked for when a member of staff changes it. */
        public static Subject staffChange(long member) {
            return new Subject("staff-change:" + member, false);
        }

        /** The address of a branch: counted apart from the customers who sit behind the same one. */
        public static Subject staffAddress(ClientAddress address) {
            return new Subject("staff-address:" + address.counted(), true);
        }
    }

    /** Counts a try; empty when it may be evaluated, else how long to wait. Committed before the caller goes on. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Duration> reserve(Subject subject) {
        byte[] key = key(subject);
        Instant now = clock.instant();
        if (count(key, subject, now) || (insert(key, now) && count(key, subject, now))) {
            return Optional.empty();
        }
        Duration left = openAt(key)
                .map(open -> Duration.between(now, open))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
        return Optional.of(Duration.ofSeconds(left.plusMillis(999).toSeconds()));
    }

    /**
     * Takes one count back for a try that was not looked at. Earlier failures stay, and so does what they cost: the next
     * try waits no longer than this one did.
     */
    public void giveBack(Subject subject) {
        String open = subject.address() ? "" : ", open_at = last_at";
        jdbc.sql("update sign_in_wait set failures = failures - 1" + open
                        + " where subject = :subject and failures > 0")
                .param("subject", key(subject))
                .update();
    }

    /** Takes the last count back, and for an account all: the password was right. */
    public void forgive(Subject subject) {
        if (!subject.address()) {
            clear(subject);
            return;
        }
        jdbc.sql("update sign_in_wait set failures = failures - 1 where subject = :subject and failures > 0")
                .param("subject", key(subject))
                .update();
    }

    /** Begins again from nothing. */
    public void clear(Subject subject) {
        jdbc.sql("delete from sign_in_wait where subject = :subject")
                .param("subject", key(subject))
                .update();
    }

    private boolean count(byte[] key, Subject subject, Instant now) {
        return subject.address() ? countInWindow(key, now) : countGrowing(key, now);
    }

    /**
     * {@code open_at} is the end of the window, and {@code failures} are those within it. MariaDB assigns from left to
     * right. A window that ends later than clocks of nodes differ comes from a clock that was ahead, and begins anew.
     */
    private boolean countInWindow(byte[] key, Instant now) {
        Instant end = now.plus(settings.addressWindow());
        return jdbc.sql("""
                                update sign_in_wait
                                set failures = if(open_at <= :now or open_at > :absurd, 1, failures + 1),
                                    last_at = :now,
                                    open_at = if(open_at <= :now or open_at > :absurd, :end, open_at)
                                where subject = :subject
                                  and (open_at <= :now or open_at > :absurd or failures < :free)
                                """)
                        .param("now", UtcTime.toColumn(now))
                        .param("end", UtcTime.toColumn(end))
                        .param("absurd", UtcTime.toColumn(end.plus(settings.addressWindow())))
                        .param("free", settings.addressFree())
                        .param("subject", key)
                        .update()
                == 1;
    }

    /**
     * MariaDB assigns from left to right, so {@code open_at} is made from the failures that now stand. A wait longer than
     * the longest can only come from a clock that was ahead; it is not honoured.
     */
    private boolean countGrowing(byte[] key, Instant now) {
        List<Long> seconds =
                settings.growing().stream().map(Duration::toSeconds).toList();
        return jdbc.sql("""
                                update sign_in_wait
                                set failures = if(last_at < :forgotten, 1, failures + 1),
                                    last_at = :now,
                                    open_at = if(failures <= :free, :now,
                                                 :now + interval elt(least(failures - :free, :steps), :seconds) second)
                                where subject = :subject and (open_at <= :now or open_at > :absurd)
                                """)
                        .param("forgotten", UtcTime.toColumn(now.minus(settings.forgetAccountAfter())))
                        .param("now", UtcTime.toColumn(now))
                        .param("free", settings.accountFree())
                        .param("steps", seconds.size())
                        .param("seconds", seconds)
                        .param("absurd", UtcTime.toColumn(now.plus(settings.longest())))
                        .param("subject", key)
                        .update()
                == 1;
    }

    /** A first row; {@code true} also when another request was faster, for then there is one to count on. */
    private boolean insert(byte[] key, Instant now) {
        if (openAt(key).isPresent()) {
            return false;
        }
        try {
            jdbc.sql("insert into sign_in_wait (subject, failures, last_at, open_at) values (:subject, 0, :now, :now)")
                    .param("subject", key)
                    .param("now", UtcTime.toColumn(now))
                    .update();
        } catch (DuplicateKeyException e) {
            return true;
        }
        return true;
    }

    private Optional<Instant> openAt(byte[] key) {
        return jdbc.sql("select open_at from sign_in_wait where subject = :subject")
                .param("subject", key)
                .query(LocalDateTime.class)
                .optional()
                .map(UtcTime::fromColumn);
    }

    private byte[] key(Subject subject) {
        return vault.mac(SUBJECT, subject.value().getBytes(StandardCharsets.UTF_8));
    }
}
