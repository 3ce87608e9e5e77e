package ir.ramzineh.staff;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members of staff. */
@Service
public class Staff {
    private final StaffRows rows;

    Staff(StaffRows rows) {
        this.rows = rows;
    }

    /** A member, active or not: who did something stays somebody. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> byId(StaffId id) {
        return rows.byId(id);
    }
}
