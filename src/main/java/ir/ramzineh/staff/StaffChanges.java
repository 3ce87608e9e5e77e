package ir.ramzineh.staff;

import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What gives somebody more than before: only {@link TwoAdministrators} do it, and both may at that moment. Who approved,
 * and nobody else, draws the invitation of a member who was added or reset.
 *
 * @see <a href="file:docs/design-decisions/017-two-administrators.md">decision 017</a>
 */
@Service
public class StaffChanges {
    private final StaffRows rows;
    private final StaffCredentialRows credentials;
    private final StaffAdministration administration;
    private final Permissions permissions;
    private final StaffSettings settings;
    private final SecureRandom random;
    private final Clock clock;

    StaffChanges(
            StaffRows rows,
            StaffCredentialRows credentials,
            StaffAdministration administration,
            Permissions permissions,
            StaffSettings settings,
            SecureRandom random,
            Clock clock) {
        this.rows = rows;
        this.credentials = credentials;
        this.administration = administration;
        this.permissions = permissions;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Adds a member, who sets up the own sign-in with the invitation that the holder of the ticket draws.
     *
     * @throws InvalidValueException the user name or the person is there already
     */
    @Transactional
    public StaffMember add(TwoAdministrators who, NewStaffMember wanted, StaffTicket ticket) {
        Deed deed = new Deed(who);
        StaffMember member = administration.insert(wanted);
        credentials.ticket(member.id(), ticket, clock.instant().plus(settings.invitationLife()));
        deed.record(
                member,
                "staff.added",
                Map.of("role", member.role().name(), "branch", StaffAdministration.branch(member)));
        return member;
    }

    /** Another role, another branch or both. */
    @Transactional
    public void place(TwoAdministrators who, StaffId id, Role role, @Nullable BranchCode branch) {
        Deed deed = new Deed(who, id);
        NewStaffMember.requireBranch(role, branch);
        StaffMember before = administration.member(id);
        rows.place(id, role, branch);
        administration.ended(id);
        StaffMember after = administration.member(id);
        deed.record(
                after,
                "staff.placed",
                Map.of(
                        "role", role.name(),
                        "branch", StaffAdministration.branch(after),
                        "role-before", before.role().name(),
                        "branch-before", StaffAdministration.branch(before)));
    }

    /** The member works here again, with the sign-in it had. {@code false} when it was so already. */
    @Transactional
    public boolean enable(TwoAdministrators who, StaffId id) {
        Deed deed = new Deed(who, id);
        StaffMember member = administration.member(id);
        if (!rows.setActive(id, true)) {
            return false;
        }
        administration.ended(id);
        deed.record(member, "staff.enabled", Map.of());
        return true;
    }

    /** Takes password and authenticator away, as after a lost phone; the holder of the ticket draws the way to new ones. */
    @Transactional
    public void resetSignIn(TwoAdministrators who, StaffId id, StaffTicket ticket) {
        Deed deed = new Deed(who, id);
        StaffMember member = administration.member(id);
        credentials.ticket(id, ticket, clock.instant().plus(settings.invitationLife()));
        rows.raiseVersion(id);
        administration.ended(id);
        deed.record(member, "staff.sign-in-reset", Map.of());
    }

    /**
     * What the bank's directory calls a member, or nothing: then it cannot let this member in.
     *
     * @throws InvalidValueException another member has this name
     */
    @Transactional
    public void setDirectoryName(TwoAdministrators who, StaffId id, @Nullable String name) {
        Deed deed = new Deed(who, id);
        StaffMember member = administration.member(id);
        try {
            rows.setDirectoryName(id, StaffAdministration.directoryName(name));
        } catch (DuplicateKeyException e) {
            throw new InvalidValueException(StaffAdministration.DIRECTORY_NAME_TAKEN);
        }
        rows.raiseVersion(id);
        administration.ended(id);
        deed.record(member, "staff.directory-name", Map.of());
    }

    /**
     * Draws the invitation that a ticket stands for; of many who try at once, one does. One that was drawn before and did
     * not arrive is replaced: from then on it counts no more.
     *
     * @param waiting as {@link #waitingFor} gave it
     * @return nothing when it was drawn since, used, its time is over, or the member was disabled or reset meanwhile
     * @throws NotPermittedException the holder of the ticket is no administrator any more
     */
    @Transactional
    public Optional<StaffAdministration.Invited> draw(StaffTicket ticket, WaitingInvitation waiting) {
        StaffMember administrator = permissions.require(ticket.holder(), Permission.STAFF_APPROVE);
        Instant now = clock.instant();
        InvitationCode code = InvitationCode.random(random);
        Optional<StaffId> id = credentials.ticketed(ticket, now).map(StaffCredentialRows.Ticketed::id);
        Instant until = now.plus(settings.invitationLife());
        if (id.isEmpty() || !credentials.draw(ticket, waiting.drawn(), administration.hash(code), until, now)) {
            return Optional.empty();
        }
        StaffMember member = administration.member(id.get());
        String kind = waiting.again() ? "staff.invitation-drawn-again" : "staff.invitation-drawn";
        administration.record(administrator, member, kind, Map.of());
        return Optional.of(new StaffAdministration.Invited(member, code));
    }

    /** Whose invitation the holder of this ticket can still draw, also in the place of one that nobody has used. */
    @Transactional(readOnly = true)
    public Optional<WaitingInvitation> waitingFor(StaffTicket ticket) {
        return credentials
                .ticketed(ticket, clock.instant())
                .flatMap(one -> rows.byId(one.id()).map(member -> new WaitingInvitation(member, one.drawn())));
    }

    /** What two administrators do together: both may at this moment, and neither changes the own row. */
    private final class Deed {
        private final StaffMember maker;
        private final StaffMember checker;

        Deed(TwoAdministrators who) {
            maker = permissions.require(who.maker(), Permission.STAFF_MANAGE);
            checker = permissions.require(who.checker(), Permission.STAFF_APPROVE);
        }

        Deed(TwoAdministrators who, StaffId about) {
            maker = administration.requireOther(who.maker(), about);
            checker = permissions.require(who.checker(), Permission.STAFF_APPROVE);
            if (who.checker().equals(about)) {
                throw permissions.refusedOwn(checker, Permission.STAFF_APPROVE);
            }
        }

        void record(StaffMember member, String kind, Map<String, String> more) {
            Map<String, String> details = new HashMap<>(more);
            details.put("checker", checker.userName());
            administration.record(maker, member, kind, details);
        }
    }
}
