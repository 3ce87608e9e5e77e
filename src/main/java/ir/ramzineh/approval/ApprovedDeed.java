package ir.ramzineh.approval;

import ir.ramzineh.staff.Permission;
import ir.ramzineh.staff.StaffId;
import java.util.Map;
import java.util.Optional;

/** What is done once a second person has approved it: a bean in the module of the deed. */
public interface ApprovedDeed {
    /** The kind of its proposals; no two deeds have the same. */
    String kind();

    /** What the maker must be permitted, when proposing and still when it is approved. */
    Permission permission();

    /** What the checker must be permitted. Where it reaches the whole bank, the maker's branch does not matter. */
    default Permission decides() {
        return Permission.APPROVAL_DECIDE;
    }

    /** What a reader of its proposals must be permitted. */
    default Permission views() {
        return Permission.APPROVAL_VIEW;
    }

    /** The member of staff whom it changes, if any: nobody decides about the own row. */
    default Optional<StaffId> changes(Map<String, String> payload) {
        return Optional.empty();
    }

    /**
     * Does it, in the transaction of the approval: both are written or neither. It asks no other system: that belongs
     * after the commit.
     *
     * @param approval approved, with its checker
     * @param payload of the proposal
     * @throws DeedNoLongerPossibleException things are no longer as they were proposed; the proposal stays waiting
     */
    void perform(Approval approval, Map<String, String> payload);

    /**
     * It will not be done: somebody refused it, its maker took it back, or its time is over. Whatever was kept for it goes
     * here, in the transaction of that.
     *
     * @param approval with its state
     * @param payload of the proposal
     */
    default void dropped(Approval approval, Map<String, String> payload) {}
}
