package ir.ramzineh.bulkimport;

import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports from files by staff ({@link Permission#BULK_IMPORT}): looked at first, then proposed to a second person, then
 * done in the background. Customers and cards are data of the whole bank and need the reach of the whole bank; serial
 * numbers go to the stock of the maker's branch.
 */
@Service
public class BulkImports {
    /** Longest file, in characters. */
    public static final int FILE_LENGTH_MAX = 2_000_000;

    private static final int OPEN_MAX = 20;
    private static final int NAME_LENGTH_MAX = 100;
    private static final int LIST_MAX = 50;

    private final Permissions permissions;
    private final ImportFiles files;
    private final ImportTable table;
    private final Approvals approvals;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final IdSource ids;
    private final Clock clock;

    BulkImports(
            Permissions permissions,
            ImportFiles files,
            ImportTable table,
            Approvals approvals,
            AuditTrail audit,
            TransactionTemplate transaction,
            IdSource ids,
            Clock clock) {
        this.permissions = permissions;
        this.files = files;
        this.table = table;
        this.approvals = approvals;
        this.audit = audit;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this member may take over such files at all. */
    public boolean may(StaffId who, ImportKind kind) {
        try {
            return permissions.may(who, Permission.BULK_IMPORT)
                    && isReached(permissions.require(who, Permission.BULK_IMPORT), kind);
        } catch (NotPermittedException lostMeanwhile) {
            return false;
        }
    }

    /**
     * What a file would do; nothing is kept.
     *
     * @throws InvalidValueException {@code error.file.large}
     */
    public ImportPreview preview(StaffId who, ImportKind kind, String text) {
        require(who, kind);
        requireShort(text);
        return files.preview(kind, text);
    }

    /**
     * Puts a file before a second person. It is looked at again, and stands sealed until it is decided.
     *
     * @param fileName for people; at most 100 characters are kept
     * @throws InvalidValueException {@code error.import.problems}: something is wrong with it; {@code error.import.many}
     */
    public ApprovalId propose(StaffId who, ImportKind kind, String fileName, String text) {
        StaffMember member = require(who, kind);
        requireShort(text);
        ImportPreview preview = files.preview(kind, text);
        if (!preview.isGood()) {
            throw new InvalidValueException("error.import.problems");
        }
        if (table.open() >= OPEN_MAX) {
            throw new InvalidValueException("error.import.many", OPEN_MAX);
        }
        long id = ids.next();
        String name = shown(fileName, kind);
        return Objects.requireNonNull(transaction.execute(status -> {
            table.insert(id, kind, name, text, member, branch(member, kind), preview.rows(), clock.instant());
            ApprovalId proposed = approvals.propose(
                    who,
                    new Proposal(
                            ImportDeed.KIND,
                            null,
                            null,
                            ImportFacts.of(name, preview),
                            Map.of(
                                    "id",
                                    Long.toString(id),
                                    "hash",
                                    HexFormat.of().formatHex(ImportTable.hash(text))),
                            ImportFacts.afterwards(kind, preview)));
            table.proposed(id, proposed);
            return proposed;
        }));
    }

    /** The latest imports: all of them for whoever reaches the whole bank, the own ones otherwise. */
    public List<ImportJob> latest(StaffId who) {
        StaffMember member = permissions.require(who, Permission.BULK_IMPORT);
        return table.latest(Permission.BULK_IMPORT.of(member.role()) == Reach.BANK ? null : who, LIST_MAX);
    }

    /** Stops an import; of customers and cards nothing is taken over then. */
    public boolean cancel(StaffId who, long id) {
        StaffMember member = permissions.require(who, Permission.BULK_IMPORT);
        boolean visible = latest(who).stream().anyMatch(job -> job.id() == id);
        return visible
                && Boolean.TRUE.equals(transaction.execute(status -> {
                    boolean asked = table.askToStop(id);
                    if (asked) {
                        audit.record(new AuditEvent(
                                new Actor.Staff(member.userName()),
                                "import.cancelled",
                                null,
                                null,
                                Map.of("import", Long.toString(id))));
                    }
                    return asked;
                }));
    }

    /** Takes back one that nobody has decided about; only its maker does, and the file is erased. */
    public boolean withdraw(StaffId who, long id) {
        permissions.require(who, Permission.BULK_IMPORT);
        return table.waiting(id, who)
                .map(approval -> approvals.withdraw(who, approval) instanceof ApprovalOutcome.Decided)
                .orElse(false);
    }

    private StaffMember require(StaffId who, ImportKind kind) {
        StaffMember member = permissions.require(who, Permission.BULK_IMPORT);
        if (!isReached(member, kind)) {
            throw new InvalidValueException("error.import.reach");
        }
        return member;
    }

    private static boolean isReached(StaffMember member, ImportKind kind) {
        return kind == ImportKind.SERIALS
                ? member.branch() != null
                : Permission.BULK_IMPORT.of(member.role()) == Reach.BANK;
    }

    private static @Nullable BranchCode branch(StaffMember member, ImportKind kind) {
        return kind == ImportKind.SERIALS ? member.branch() : null;
    }

    private static void requireShort(String text) {
        if (text.length() > FILE_LENGTH_MAX) {
            throw new InvalidValueException("error.file.large");
        }
    }

    /** Letters, digits and a few signs; a name is shown to the second person and must not lie. */
    private static String shown(String fileName, ImportKind kind) {
        String plain = fileName.replaceAll("[^\\p{L}\\p{N} ._()-]", "").strip();
        String name = plain.isEmpty() ? kind.fileName() : plain;
        String bounded = name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX);
        return bounded.toLowerCase(Locale.ROOT).equals(kind.fileName())
                ? bounded
                : bounded + " (" + kind.fileName() + ")";
    }
}
