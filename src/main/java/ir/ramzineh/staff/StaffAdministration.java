package ir.ramzineh.staff;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works here, and as what. Every change counts at once: it ends the member's sign-ins in its own transaction. What
 * gives somebody more than before is done by {@link TwoAdministrators}; to take away, one is enough. Nobody changes the own
 * row, neither as maker nor as checker.
 */
@Service
public class StaffAdministration {
    /** Longest name in the bank's directory, in characters of two bytes. */
    public static final int DIRECTORY_NAME_LENGTH_MAX = 200;

    /** Members on one page of the list. */
    public static final int PAGE = 50;

    static final Purpose INVITATION = new Purpose("staff.invitation");
    private static final String PERSON_PRESENT = "error.staff.person-present";
    private static final String USER_NAME_TAKEN = "error.staff.user-name-taken";
    static final String DIRECTORY_NAME_TAKEN = "error.staff.directory-name-taken";
    private static final Duration WARNED = Duration.ofDays(7);

    private final StaffRows rows;
    private final StaffList list;
    private final StaffCredentialRows credentials;
    private final StaffCodeFailures failures;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final StaffSettings settings;
    private final Vault vault;
    private final SecureRandom random;
    private final IdSource ids;
    private final Clock clock;

    StaffAdministration(
            StaffRows rows,
            StaffList list,
            StaffCredentialRows credentials,
            StaffCodeFailures failures,
            Permissions permissions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            StaffSettings settings,
            Vault vault,
            SecureRandom random,
            IdSource ids,
            Clock clock) {
        this.rows = rows;
        this.list = list;
        this.credentials = credentials;
        this.failures = failures;
        this.permissions = permissions;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
        this.vault = vault;
        this.random = random;
        this.ids = ids;
        this.clock = clock;
    }

    /** Somebody who can now set up the own sign-in. */
    public record Invited(StaffMember member, InvitationCode code) {}

    /**
     * One line of the list.
     *
     * @param setUp whether the member has password and authenticator
     * @param directoryName what the bank's directory calls the member, if it may let this person in
     */
    public record Entry(
            StaffMember member, boolean setUp, @Nullable String directoryName) {}

    /**
     * Another member, whom this administrator may propose to change.
     *
     * @throws NotPermittedException it is the own row, or no administrator asks
     * @throws InvalidValueException there is no such member
     */
    @Transactional(readOnly = true)
    public Entry other(StaffId who, StaffId id) {
        requireOther(who, id);
        return entry(member(id));
    }

    /**
     * Looks whether a member could be added so, before it is proposed.
     *
     * @throws InvalidValueException the user name or the person is there already
     */
    @Transactional(readOnly = true)
    public void requireFree(StaffId who, NewStaffMember wanted) {
        permissions.require(who, Permission.STAFF_MANAGE);
        if (rows.isPresent(wanted.nationalId())) {
            throw new InvalidValueException(PERSON_PRESENT);
        }
        if (rows.byUserName(wanted.userName()).isPresent()) {
            throw new InvalidValueException(USER_NAME_TAKEN);
        }
    }

    /**
     * What a name in the bank's directory is stored as; nothing for none.
     *
     * @throws InvalidValueException another member has it, or it is longer than {@value #DIRECTORY_NAME_LENGTH_MAX} characters
     */
    @Transactional(readOnly = true)
    public Optional<String> freeDirectoryName(StaffId who, StaffId id, String name) {
        requireOther(who, id);
        Optional<String> wanted = Optional.ofNullable(directoryName(name));
        if (wanted.isPresent() && rows.isDirectoryNameOfAnother(id, wanted.get())) {
            throw new InvalidValueException(DIRECTORY_NAME_TAKEN);
        }
        return wanted;
    }

    /** Members about whom the administrators should know: wrong codes after the right password within the last week. */
    @Transactional(readOnly = true)
    public List<StaffWarning> warnings(StaffId who) {
        permissions.require(who, Permission.STAFF_MANAGE);
        return failures.since(clock.instant().minus(WARNED));
    }

    /**
     * One page of the members that a search finds, in the order of the user names.
     *
     * @param search a part of the user name or of the name in either language, or the whole number of the branch; empty:
     *     everybody
     * @param after {@link StaffPage#next} of the page before; empty: the first page
     * @throws NotPermittedException no administrator asks
     */
    @Transactional(readOnly = true)
    public StaffPage page(StaffId who, String search, String after) {
        permissions.require(who, Permission.STAFF_MANAGE);
        // One more than a page: whether there is a next one.
        List<Entry> found = list.find(StaffSearch.of(search), after, PAGE + 1);
        if (found.size() <= PAGE) {
            return new StaffPage(found, Optional.empty());
        }
        List<Entry> shown = found.subList(0, PAGE);
        return new StaffPage(shown, Optional.of(shown.getLast().member().userName()));
    }

    /**
     * One member, the own row too; empty for an id that is none.
     *
     * @throws NotPermittedException no administrator asks
     */
    @Transactional(readOnly = true)
    public Optional<Entry> one(StaffId who, long id) {
        permissions.require(who, Permission.STAFF_MANAGE);
        return id > 0 ? rows.byId(new StaffId(id)).map(this::entry) : Optional.empty();
    }

    /**
     * Who could approve what this administrator proposes, to say it before the proposal.
     *
     * @param about whom it is about; {@code null}: somebody new
     * @throws NotPermittedException no administrator asks
     */
    @Transactional(readOnly = true)
    public Approvers approvers(StaffId who, @Nullable StaffId about) {
        permissions.require(who, Permission.STAFF_MANAGE);
        return list.approvers(who, about);
    }

    private Entry entry(StaffMember member) {
        return new Entry(
                member,
                credentials.isSetUp(member.id()),
                rows.directoryName(member.id()).orElse(null));
    }

    /** How long an invitation lives. */
    public Duration invitationLife() {
        return settings.invitationLife();
    }

    /**
     * From now on this member does not work here, and an invitation that was not used is worth nothing. One administrator
     * does it, at once. {@code false} when it was so already.
     */
    @Transactional
    public boolean disable(StaffId who, StaffId id) {
        StaffMember administrator = requireOther(who, id);
        StaffMember member = member(id);
        if (!rows.setActive(id, false)) {
            return false;
        }
        credentials.endInvitation(id);
        ended(id);
        record(administrator, member, "staff.disabled", Map.of());
        return true;
    }

    /** Ends every sign-in of a member, who may sign in again. One administrator does it, at once. */
    @Transactional
    public void endSignIns(StaffId who, StaffId id) {
        StaffMember administrator = permissions.require(who, Permission.STAFF_MANAGE);
        StaffMember member = member(id);
        rows.raiseVersion(id);
        ended(id);
        record(administrator, member, "staff.sign-ins-ended", Map.of());
    }

    /** Puts a member down without asking who does it; the first administrator comes so. */
    StaffMember insert(NewStaffMember wanted) {
        if (rows.isPresent(wanted.nationalId())) {
            throw new InvalidValueException(PERSON_PRESENT);
        }
        StaffMember member = new StaffMember(
                new StaffId(ids.next()), wanted.userName(), wanted.name(), wanted.role(), wanted.branch(), true);
        try {
            rows.insert(member, wanted.nationalId(), clock.instant());
        } catch (DuplicateKeyException e) {
            // Without its cause: the driver's message quotes the key.
            throw new InvalidValueException(USER_NAME_TAKEN);
        }
        credentials.insert(member.id());
        return member;
    }

    InvitationCode invitation(StaffId id) {
        InvitationCode code = InvitationCode.random(random);
        credentials.invite(id, hash(code), clock.instant().plus(settings.invitationLife()));
        return code;
    }

    byte[] hash(InvitationCode code) {
        return vault.mac(INVITATION, code.reveal().getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws InvalidValueException longer than {@value #DIRECTORY_NAME_LENGTH_MAX} characters */
    static @Nullable String directoryName(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String canonical = StaffSignIn.canonical(name);
        int bytes = canonical.getBytes(StandardCharsets.UTF_8).length;
        if (canonical.length() > DIRECTORY_NAME_LENGTH_MAX || bytes > 2 * DIRECTORY_NAME_LENGTH_MAX) {
            throw new InvalidValueException("error.staff.directory-name-long", DIRECTORY_NAME_LENGTH_MAX);
        }
        return canonical;
    }

    /** Nobody changes what the own row says. */
    StaffMember requireOther(StaffId who, StaffId id) {
        StaffMember administrator = permissions.require(who, Permission.STAFF_MANAGE);
        if (who.equals(id)) {
            throw permissions.refusedOwn(administrator, Permission.STAFF_MANAGE);
        }
        return administrator;
    }

    StaffMember member(StaffId id) {
        return rows.byId(id).orElseThrow(() -> new InvalidValueException("error.id"));
    }

    void ended(StaffId id) {
        events.publishEvent(new StaffAccessChanged(id));
    }

    void record(StaffMember administrator, StaffMember member, String kind, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("member", member.userName());
        audit.record(new AuditEvent(new Actor.Staff(administrator.userName()), kind, null, null, details));
    }

    static String branch(StaffMember member) {
        BranchCode branch = member.branch();
        return branch == null ? "" : branch.digits();
    }
}
