package ir.ramzineh.numberchange;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovalPeople;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.numberchange.NumberChange.State;
import ir.ramzineh.staff.Permission;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Two people give up a change that the bank does not answer. The next question is the last: the change ends by the number
 * the bank has, or without one. The bank is asked after the commit; a node that dies in between leaves it to the sweep.
 */
@Component
class NumberGiveUpDeed implements ApprovedDeed {
    static final String KIND = "number-give-up";
    static final String CHANGE = "change";
    static final String STATE = "state";

    private final NumberChangeTable table;
    private final ApprovalPeople people;
    private final NumberStops stops;
    private final NumberChangeNews news;
    private final NumberWriter writer;
    private final NumberChangeSettings settings;
    private final Clock clock;

    NumberGiveUpDeed(
            NumberChangeTable table,
            ApprovalPeople people,
            NumberStops stops,
            NumberChangeNews news,
            NumberWriter writer,
            NumberChangeSettings settings,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.stops = stops;
        this.news = news;
        this.writer = writer;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.NUMBER_CHANGE;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        long id = Long.parseLong(Objects.requireNonNull(payload.get(CHANGE)));
        State state = State.valueOf(Objects.requireNonNull(payload.get(STATE)));
        // Whoever changed the number does not also overrule the old one (D3, security case 22).
        boolean disputed = state == State.TAKING_BACK;
        if (disputed
                && people.of(table.approval(id))
                        .contains(Objects.requireNonNull(approval.checker()).id())) {
            throw new DeedNoLongerPossibleException("error.number-change.own-dispute");
        }
        if (!stops.giveUp(id, state, clock.instant(), clock.instant().minus(settings.askAfter()))) {
            throw new DeedNoLongerPossibleException("error.number-change.not-stuck");
        }
        news.givenUp(
                table.one(id).orElseThrow(),
                new Actor.Staff(Objects.requireNonNull(approval.checker()).userName()),
                approval.maker().userName());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                writer.nudge(id);
            }
        });
    }
}
