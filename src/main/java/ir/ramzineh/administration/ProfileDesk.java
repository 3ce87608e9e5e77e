package ir.ramzineh.administration;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.ProfileProblem;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The profiles of the banks: looked at with {@link Permission#ISSUER_VIEW}, checked and read again with
 * {@link Permission#ISSUER_RELOAD}. Each node reads its own folder; the others follow within a minute.
 */
@Service
public class ProfileDesk {
    /** Longest file that is checked, in bytes. */
    public static final int FILE_BYTES_MAX = 200_000;

    private static final Pattern FILE_NAME = Pattern.compile("[a-z][a-z0-9-]{1,38}\\.yaml");

    private final Permissions permissions;
    private final Issuers issuers;
    private final NodeWatch nodes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileDesk(
            Permissions permissions,
            Issuers issuers,
            NodeWatch nodes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.permissions = permissions;
        this.issuers = issuers;
        this.nodes = nodes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** The profiles in use on this node, by key. */
    public List<IssuerProfile> all(StaffId who) {
        permissions.require(who, Permission.ISSUER_VIEW);
        return issuers.all();
    }

    /** Where the operator's own files lie on this node, if anywhere. */
    public Optional<Path> folder(StaffId who) {
        permissions.require(who, Permission.ISSUER_VIEW);
        return issuers.directory();
    }

    /**
     * Checks a file and uses nothing of it.
     *
     * @param fileName such as {@code mehr-iran.yaml}
     * @throws InvalidValueException {@code error.profile.name} or {@code error.profile.size}
     */
    public Optional<ProfileProblem> check(StaffId who, String fileName, byte[] content) {
        permissions.require(who, Permission.ISSUER_RELOAD);
        if (!FILE_NAME.matcher(fileName).matches()) {
            throw new InvalidValueException("error.profile.name");
        }
        if (content.length > FILE_BYTES_MAX) {
            throw new InvalidValueException("error.profile.size");
        }
        return issuers.check(fileName, content);
    }

    /**
     * Reads the folder again here and now, and asks the other nodes to.
     *
     * @return what was wrong; then nothing changed here, and nobody else is asked
     */
    public Optional<ProfileProblem> reload(StaffId who) {
        StaffMember member = permissions.require(who, Permission.ISSUER_RELOAD);
        Optional<ProfileProblem> problem = issuers.reload();
        transaction.executeWithoutResult(status -> {
            if (problem.isEmpty()) {
                jdbc.sql("""
                        update issuer_reload set generation = generation + 1, asked_by = :by, asked_at = :now where id = 1
                        """)
                        .param("by", member.userName())
                        .param("now", UtcTime.toColumn(clock.instant()))
                        .update();
            }
            audit.record(new AuditEvent(
                    new Actor.Staff(member.userName()),
                    problem.isEmpty() ? "issuer.reloaded" : "issuer.reload-refused",
                    null,
                    null,
                    Map.of("state", issuers.fingerprint())));
        });
        if (problem.isEmpty()) {
            nodes.readHere();
        }
        return problem;
    }
}
