package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.audit.RefusalTrail;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.credential.Credentials;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.fraudcase.Reported;
import ir.ramzineh.fraudcase.ReportedBy;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.session.DeviceSessionRef;
import ir.ramzineh.session.SignedInDevice;
import ir.ramzineh.session.SignedInDevices;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import ir.ramzineh.token.Activation;
import ir.ramzineh.token.Activations;
import ir.ramzineh.token.DeleteOutcome;
import ir.ramzineh.token.ResendOutcome;
import ir.ramzineh.token.TokenId;
import ir.ramzineh.token.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff do for a customer at once, each with its own permission, a reason, a row in the trail that names the member,
 * and word to the customer. What needs a second person is not here.
 *
 * <p>Every method throws {@link ir.ramzineh.staff.NotPermittedException} when this member may not do this for this
 * customer, and {@link CardNotFoundException} when the card is not the customer's; both leave a row in the trail.
 */
@Service
public class DeskActions {
    private final Permissions permissions;
    private final Cards cards;
    private final Tokens tokens;
    private final Activations activations;
    private final SignedInDevices devices;
    private final Credentials credentials;
    private final NotMe notMe;
    private final FraudCases cases;
    private final Notices notices;
    private final AuditTrail audit;
    private final RefusalTrail refusals;
    private final TransactionTemplate ownTransaction;

    DeskActions(
            Permissions permissions,
            Cards cards,
            Tokens tokens,
            Activations activations,
            SignedInDevices devices,
            Credentials credentials,
            NotMe notMe,
            FraudCases cases,
            Notices notices,
            AuditTrail audit,
            RefusalTrail refusals,
            PlatformTransactionManager transactions) {
        this.permissions = permissions;
        this.cards = cards;
        this.tokens = tokens;
        this.activations = activations;
        this.devices = devices;
        this.credentials = credentials;
        this.notMe = notMe;
        this.cases = cases;
        this.notices = notices;
        this.audit = audit;
        this.refusals = refusals;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Stops every code of a card; {@code false} when it was stopped already. */
    @Transactional
    public boolean freeze(StaffId who, CustomerId customer, CardId card, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.CARD_FREEZE, customer);
        requireCard(member, customer, card);
        return cards.setFrozen(customer, card, true, actor(member), reason.details());
    }

    /**
     * Lets the codes of a card count again; {@code false} when they did already.
     *
     * @throws InvalidValueException {@code error.desk.case-open}: the customer said "it was not me", and who handles the
     *     case decides
     */
    @Transactional
    public boolean unfreeze(StaffId who, CustomerId customer, CardId card, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.CARD_UNFREEZE, customer);
        requireCard(member, customer, card);
        boolean changed = cards.setFrozen(customer, card, false, actor(member), reason.details());
        // Looked for while the card is held: a report that comes now waits, one that came before is seen.
        if (cases.oldestOpen(customer).containsKey(card)) {
            throw new InvalidValueException("error.desk.case-open");
        }
        return changed;
    }

    /** Ends a token (S10.12): its codes stop counting at once. {@code false} when it was gone already. */
    @Transactional
    public boolean revoke(StaffId who, CustomerId customer, TokenId token, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.TOKEN_REVOKE, customer);
        return tokens.delete(customer, token, actor(member), reason.details()) instanceof DeleteOutcome.Deleted;
    }

    /** Ends one sign-in and forgets its browser; {@code false} when it had ended. */
    @Transactional
    public boolean endSession(StaffId who, CustomerId customer, DeviceSessionRef session, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.SESSIONS_END, customer);
        Optional<SignedInDevice> device = devices.of(customer, "").stream()
                .filter(one -> one.ref().equals(session))
                .findFirst();
        if (device.isEmpty() || !devices.end(customer, session)) {
            return false;
        }
        Long known = device.get().knownDevice();
        if (known != null) {
            credentials.forgetDevice(customer, known);
        }
        sessionsEnded(member, customer, 1, reason);
        return true;
    }

    /** Ends every sign-in and forgets every browser; answers with how many. */
    @Transactional
    public int endSessions(StaffId who, CustomerId customer, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.SESSIONS_END, customer);
        credentials.forgetOtherDevices(customer, null);
        int ended = devices.endAll(customer);
        sessionsEnded(member, customer, ended, reason);
        return ended;
    }

    private void sessionsEnded(StaffMember member, CustomerId customer, int count, DeskReason reason) {
        Map<String, String> details = new HashMap<>(reason.details());
        details.put("count", Integer.toString(count));
        record(member, "session.ended-by-staff", customer, null, details);
        notices.add(customer, "session.ended-by-staff", Map.of());
    }

    /**
     * Sends the message of the activation that is under way once more: the same code, to the registered number, within
     * the limits of sending (I4).
     */
    public ResendOutcome resend(StaffId who, CustomerId customer, CardId card, PasswordKind kind, DeskReason reason) {
        StaffMember member = permissions.require(who, Permission.CODE_RESEND, customer);
        requireCard(member, customer, card);
        Optional<Activation> underWay = activations.underWay(customer, card, kind);
        if (underWay.isEmpty()) {
            return new ResendOutcome.Nothing();
        }
        ResendOutcome outcome = activations.resend(customer, underWay.get().id());
        if (outcome instanceof ResendOutcome.Sent) {
            ownTransaction.executeWithoutResult(
                    status -> record(member, "helpdesk.resent", customer, card, reason.details()));
        }
        return outcome;
    }

    /**
     * Takes down "it was not me": every code of the card stops, and a case stands in the queue. Told twice, it is one case.
     *
     * @throws ir.ramzineh.fraudcase.UnknownSuspectException what is pointed at is not of this card
     */
    public Reported report(StaffId who, CustomerId customer, CardId card, Suspect suspect) {
        StaffMember member = permissions.require(who, Permission.CASE_HANDLE, customer);
        requireCard(member, customer, card);
        return notMe.report(customer, card, ReportedBy.STAFF, suspect, actor(member));
    }

    /** Another customer's card is none, and the trail keeps who asked for it. */
    private CardOverview requireCard(StaffMember member, CustomerId customer, CardId card) {
        return cards.find(customer, card).orElseThrow(() -> {
            refusals.record(new AuditEvent(actor(member), "access.foreign-card", null, card, Map.of()));
            return new CardNotFoundException();
        });
    }

    private void record(
            StaffMember member,
            String kind,
            @Nullable CustomerId customer,
            @Nullable CardId card,
            Map<String, String> details) {
        audit.record(new AuditEvent(actor(member), kind, customer, card, details));
    }

    private static Actor actor(StaffMember member) {
        return new Actor.Staff(member.userName());
    }
}
