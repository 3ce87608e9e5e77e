package ir.ramzineh.staffchange;

/** What is proposed about a member of staff. */
enum StaffChangeKind {
    ADD("staff-add"),
    PLACE("staff-place"),
    ENABLE("staff-enable"),
    RESET("staff-reset"),
    DIRECTORY("staff-directory");

    private final String word;

    StaffChangeKind(String word) {
        this.word = word;
    }

    /** The kind of its proposals. */
    String word() {
        return word;
    }

    /** Whether it ends with an invitation, which the checker draws. */
    boolean invites() {
        return this == ADD || this == RESET;
    }
}
