package ir.ramzineh.helpdesk;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.fraudcase.CaseHandling;
import ir.ramzineh.fraudcase.CaseOutcome;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.ReachedCustomers;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * "It was not me" in the hands of staff (3.2 of the requirements, feature D): a queue, one member who holds each case,
 * notes, and an end with an outcome. Every look and every step is in the trail; nobody handles a case about the own cards.
 */
@Service
public class CaseDesk {
    /** Only who holds an open case works on it. */
    private static final String NOT_YOURS = "error.desk.case-not-yours";

    private final Permissions permissions;
    private final FraudCases cases;
    private final Cards cards;
    private final Helpdesk helpdesk;
    private final ListLooks lists;

    CaseDesk(Permissions permissions, FraudCases cases, Cards cards, Helpdesk helpdesk, ListLooks lists) {
        this.helpdesk = helpdesk;
        this.lists = lists;
        this.permissions = permissions;
        this.cases = cases;
        this.cards = cards;
    }

    /** How many cases wait for this member; no look, since it shows none. */
    public int waiting(StaffId who) {
        return cases.waiting(permissions.reached(who, Permission.CASE_HANDLE));
    }

    /** Open cases of customers this member may serve, the oldest first; the page is a look, with a row in the trail. */
    @Transactional(propagation = Propagation.NEVER)
    public CaseQueue queue(StaffId who) {
        ReachedCustomers whose = permissions.reached(who, Permission.CASE_HANDLE);
        LookOutcome look = lists.open(whose.member(), "helpdesk.cases-listed", Map.of());
        if (!(look instanceof LookOutcome.Open)) {
            return new CaseQueue(look, List.of());
        }
        List<FraudCase> open = cases.open(whose, FraudCases.LIMIT_MAX);
        Map<CardId, String> numbers = cards.maskedNumbers(
                open.stream().map(FraudCase::card).distinct().toList());
        return new CaseQueue(
                look,
                open.stream()
                        .map(one -> new CaseLine(one, numbers.getOrDefault(one.card(), "")))
                        .toList());
    }

    /**
     * One case with its notes; empty for an id that is none. The first look in a while is recorded with the reason CASE,
     * counts against the pace, and opens the customer's page too.
     *
     * @throws ir.ramzineh.staff.NotPermittedException not a case for this member; there is a row in the trail
     */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<CaseLook> one(StaffId who, DeskSession session, long id) {
        return cases.one(id).flatMap(found -> {
            StaffMember member = permissions.require(who, Permission.CASE_HANDLE, found.customer());
            LookOutcome look = helpdesk.lookAtCase(member, session, found);
            if (!(look instanceof LookOutcome.Open)) {
                return Optional.of(new CaseLook(look, Optional.empty()));
            }
            Optional<CardOverview> card = cards.find(found.customer(), found.card());
            CaseFile file = new CaseFile(found, card, holds(member, found), cases.notes(id));
            return Optional.of(new CaseLook(look, Optional.of(file)));
        });
    }

    /** Takes a case, or takes it over from who was seen to hold it; {@code false} when it changed meanwhile. */
    @Transactional
    public boolean take(StaffId who, FraudCase seen) {
        StaffMember member = permissions.require(who, Permission.CASE_HANDLE, seen.customer());
        return !holds(member, seen) && cases.take(seen, member.userName());
    }

    /**
     * Writes a note, which nobody changes afterwards.
     *
     * @throws InvalidValueException somebody else holds the case, or the note is empty or too long
     */
    @Transactional
    public void note(StaffId who, long id, String text) {
        FraudCase held = requireHeld(who, id);
        cases.note(held.id(), holder(held), text);
    }

    /**
     * Closes a case; the codes of the card stay as they are.
     *
     * @throws InvalidValueException somebody else holds the case, or it was closed meanwhile
     */
    @Transactional
    public void close(StaffId who, long id, CaseOutcome outcome) {
        FraudCase held = requireHeld(who, id);
        if (!cases.close(held, holder(held), outcome)) {
            throw new InvalidValueException(NOT_YOURS);
        }
    }

    /**
     * Lets the codes of the card count again, on the word of who holds the case.
     *
     * @return {@code false} when they did already
     * @throws InvalidValueException somebody else holds the case, or another open case of the card; or the card is no
     *     longer this customer's
     */
    @Transactional
    public boolean unfreeze(StaffId who, long id) {
        FraudCase held = requireHeld(who, id);
        StaffMember member = permissions.require(who, Permission.CARD_UNFREEZE, held.customer());
        if (cards.find(held.customer(), held.card()).isEmpty()) {
            throw new InvalidValueException("error.desk.case-card-gone");
        }
        boolean changed = cards.setFrozen(
                held.customer(),
                held.card(),
                false,
                new Actor.Staff(holder(held)),
                new DeskReason(DeskReason.Kind.CASE).details());
        boolean others = cases.of(held.customer(), held.card(), FraudCases.LIMIT_MAX).stream()
                .anyMatch(one -> one.state() == CaseState.OPEN && !holds(member, one));
        if (others) {
            throw new InvalidValueException("error.desk.case-open");
        }
        return changed;
    }

    private FraudCase requireHeld(StaffId who, long id) {
        FraudCase found = cases.one(id).orElseThrow(() -> new InvalidValueException(NOT_YOURS));
        StaffMember member = permissions.require(who, Permission.CASE_HANDLE, found.customer());
        if (found.state() != CaseState.OPEN || !holds(member, found)) {
            throw new InvalidValueException(NOT_YOURS);
        }
        return found;
    }

    private static boolean holds(StaffMember member, FraudCase one) {
        return one.handling()
                .map(CaseHandling::by)
                .filter(member.userName()::equals)
                .isPresent();
    }

    private static String holder(FraudCase held) {
        return held.handling().map(CaseHandling::by).orElseThrow();
    }
}
