package ir.ramzineh.bulkimport;

import ir.ramzineh.approval.Approval;
import ir.ramzineh.approval.ApprovedDeed;
import ir.ramzineh.approval.DeedNoLongerPossibleException;
import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffMember;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** An approved import begins; the rows themselves are taken over in the background. */
@Component
class ImportDeed implements ApprovedDeed {
    static final String KIND = "bulk-import";

    private final ImportTable table;
    private final Clock clock;

    ImportDeed(ImportTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.BULK_IMPORT;
    }

    @Override
    public void perform(Approval approval, Map<String, String> payload) {
        StaffMember checker = Objects.requireNonNull(approval.checker());
        long id = Long.parseLong(Objects.requireNonNull(payload.get("id")));
        if (!table.approve(id, Objects.requireNonNull(payload.get("hash")), checker.userName())) {
            throw new DeedNoLongerPossibleException("error.import.gone");
        }
    }

    /** The file goes at once; nobody will take it over. */
    @Override
    public void dropped(Approval approval, Map<String, String> payload) {
        StaffMember checker = approval.checker();
        ImportState state = switch (approval.state()) {
            case REFUSED -> ImportState.REFUSED;
            case WITHDRAWN -> ImportState.WITHDRAWN;
            case EXPIRED -> ImportState.EXPIRED;
            case WAITING, APPROVED -> throw new IllegalArgumentException("This proposal is not over");
        };
        table.drop(
                Long.parseLong(Objects.requireNonNull(payload.get("id"))),
                state,
                checker == null ? null : checker.userName(),
                clock.instant());
    }
}
