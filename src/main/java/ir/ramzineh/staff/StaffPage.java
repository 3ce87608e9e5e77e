package ir.ramzineh.staff;

import java.util.List;
import java.util.Optional;

/**
 * One page of the list of staff, in the order of the user names.
 *
 * @param next where the next page begins; empty where this is the last
 */
public record StaffPage(List<StaffAdministration.Entry> entries, Optional<String> next) {
    public StaffPage {
        entries = List.copyOf(entries);
    }
}
