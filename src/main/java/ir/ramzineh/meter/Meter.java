package ir.ramzineh.meter;

import ir.ramzineh.card.Cards;
import ir.ramzineh.helpdesk.ListLooks;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.smallamount.SmallAmounts;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Reach;
import ir.ramzineh.staff.ReachedCustomers;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.staff.StaffMember;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How far the bank's cards are on the way from the static to the dynamic second password, and which are not there yet. A
 * member whose reach is a branch sees that branch, whatever is asked for.
 */
@Service
public class Meter {
    /** Lines of one page. */
    public static final int PAGE = 25;

    private final Permissions permissions;
    private final StaticCards table;
    private final MeterCounts counts;
    private final ListLooks looks;
    private final Cards cards;
    private final SmallAmounts smallAmounts;
    private final ReminderOptOut optOut;

    Meter(
            Permissions permissions,
            StaticCards table,
            MeterCounts counts,
            ListLooks looks,
            Cards cards,
            SmallAmounts smallAmounts,
            ReminderOptOut optOut) {
        this.counts = counts;
        this.looks = looks;
        this.permissions = permissions;
        this.table = table;
        this.cards = cards;
        this.smallAmounts = smallAmounts;
        this.optOut = optOut;
    }

    /**
     * Cards by where they stand, as they were counted last.
     *
     * @param branch empty: as far as the member's reach goes
     */
    public MeterReading read(StaffId who, Optional<BranchCode> branch) {
        return counts.newest(reach(permissions.require(who, Permission.METER_VIEW), branch));
    }

    /**
     * One page of cards that are static: a look at their owners, with a row in the trail, that counts against the pace.
     *
     * @param reason empty: whatever the reason
     * @param after {@link MeterPage#next} of the page before; 0 for the first page
     */
    @Transactional(propagation = Propagation.NEVER)
    public MeterPage page(StaffId who, Optional<BranchCode> branch, Optional<StaticReason> reason, long after) {
        ReachedCustomers whose = permissions.reached(who, Permission.METER_VIEW);
        LookOutcome look = looks.open(
                whose.member(),
                "helpdesk.cards-listed",
                Map.of("reason", reason.map(Enum::name).orElse("ALL"), "after", Long.toString(after)));
        if (!(look instanceof LookOutcome.Open)) {
            return new MeterPage(look, List.of(), 0);
        }
        Set<StaticReason> reasons = reason.map(EnumSet::of).orElse(EnumSet.allOf(StaticReason.class));
        List<StaticCards.Row> rows = table.page(reach(whose.member(), branch), whose.own(), reasons, after, PAGE);
        List<MeterLine> lines = rows.stream()
                .flatMap(row -> cards.find(row.owner(), row.card()).stream()
                        .map(card -> new MeterLine(
                                row.card().value(),
                                card,
                                row.owner(),
                                row.reason(),
                                row.reason() == StaticReason.EXEMPT
                                        ? smallAmounts.of(row.owner(), row.card())
                                        : Optional.empty(),
                                optOut.is(row.owner()))))
                .toList();
        return new MeterPage(
                look, lines, rows.size() < PAGE ? 0 : rows.getLast().card().value());
    }

    private static Optional<BranchCode> reach(StaffMember member, Optional<BranchCode> asked) {
        return Permission.METER_VIEW.of(member.role()) == Reach.BANK
                ? asked
                : Optional.of(Optional.ofNullable(member.branch()).orElseThrow());
    }
}
