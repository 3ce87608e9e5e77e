package ir.ramzineh.approval;

/** What came of approving, refusing or withdrawing. */
public sealed interface ApprovalOutcome {
    /** Done, by this call and no other. */
    record Decided(Approval approval) implements ApprovalOutcome {}

    /** It no longer waits: somebody was faster, or its time is over. */
    record Over(Approval approval) implements ApprovalOutcome {}

    /** This member does not decide about it; it still waits for another. */
    record NotYours(Why why) implements ApprovalOutcome {}

    /** The deed cannot be done as it was proposed; nothing happened and it still waits, to be refused or withdrawn. */
    record NotPossible(String key) implements ApprovalOutcome {}

    /** There is no such proposal for this member. */
    record NotFound() implements ApprovalOutcome {}

    /** Why somebody does not decide. */
    enum Why {
        /** The role does not decide about such work. */
        NOT_PERMITTED,
        /** Who proposed it never decides about it. */
        OWN_WORK,
        /** It changes what the own row in the list of staff says. */
        OWN_ROW,
        /** It belongs to another branch. */
        OTHER_BRANCH,
        /** Only who proposed it withdraws it. */
        NOT_THE_MAKER
    }
}
