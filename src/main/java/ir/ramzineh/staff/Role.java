package ir.ramzineh.staff;

/** What somebody is at the bank. Everybody has exactly one role; what it may do stands in {@link Permission}. */
public enum Role {
    /** Serves the customers of one branch at the counter. */
    TELLER,
    /** Leads one branch: does what a teller does, and decides about the work of others. */
    BRANCH_MANAGER,
    /** Answers callers of the whole bank and changes nothing. */
    SUPPORT,
    /** Reads the record and the reports of the whole bank, and no customer's page. */
    AUDITOR,
    /** Sets the portal up, members of staff too; sees no customer. */
    ADMINISTRATOR;

    /** Whether the role is bound to one branch; then its members must have one. */
    public boolean ofOneBranch() {
        return this == TELLER || this == BRANCH_MANAGER;
    }
}
