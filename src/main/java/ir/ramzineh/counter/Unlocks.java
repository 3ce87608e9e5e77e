package ir.ramzineh.counter;

import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.approval.Proposal;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/**
 * Ending a lock after wrong codes, by two people (3.2 F, cases 6 and 7). The app that was locked has lost its key (S7.13);
 * codes by other ways count again. The count of all wrong codes since the last right one goes on: at 100 only a new
 * activation helps.
 */
@Service
public class Unlocks {
    private final PasswordRelief relief;
    private final Approvals approvals;
    private final Permissions permissions;
    private final Cards cards;

    Unlocks(PasswordRelief relief, Approvals approvals, Permissions permissions, Cards cards) {
        this.relief = relief;
        this.approvals = approvals;
        this.permissions = permissions;
        this.cards = cards;
    }

    /**
     * How a password stands, for the one who is asked to unlock it.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not look at this customer
     */
    public PasswordRelief.Standing standing(StaffId who, CustomerId customer, CardId card, PasswordKind kind) {
        permissions.require(who, Permission.CUSTOMER_VIEW, customer);
        return relief.of(customer, card, kind);
    }

    /**
     * Proposes to end a lock.
     *
     * @throws ir.ramzineh.staff.NotPermittedException the member may not do this, or not to this customer
     * @throws InvalidValueException it is not locked, no way without the app is on, or the limit of all wrong codes is
     *     reached: then only a new activation helps
     */
    public ApprovalId propose(StaffId who, CustomerId customer, CardId card, PasswordKind kind) {
        permissions.require(who, Permission.PASSWORD_UNLOCK, customer);
        PasswordRelief.Standing standing = relief.of(customer, card, kind);
        if (standing.state() != PasswordState.LOCKED) {
            throw new InvalidValueException("error.unlock.not-locked");
        }
        if (!standing.unlockable()) {
            throw new InvalidValueException("error.unlock.activate-again", PasswordRelief.WRONG_IN_ROW_MAX);
        }
        if (standing.withoutApp().isEmpty()) {
            throw new InvalidValueException("error.unlock.app-only");
        }
        List<Afterward> afterwards = new ArrayList<>(Words.ways("unlock.after.works", standing.withoutApp()));
        afterwards.add(Afterward.of("unlock.after.app"));
        afterwards.add(Afterward.of("unlock.after.count", Integer.toString(standing.wrongInRow())));
        if (standing.frozen()) {
            afterwards.add(Afterward.of("unlock.after.frozen"));
        }
        return approvals.propose(
                who,
                new Proposal(
                        UnlockDeed.KIND,
                        customer,
                        card,
                        Map.of(
                                "card", cards.one(customer, card).lastFour(),
                                "password", kind.name(),
                                "wrong-in-row", Integer.toString(standing.wrongInRow())),
                        Map.of(UnlockDeed.PASSWORD, kind.name()),
                        afterwards));
    }
}
