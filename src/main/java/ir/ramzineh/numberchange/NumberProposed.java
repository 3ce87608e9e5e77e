package ir.ramzineh.numberchange;

import ir.ramzineh.approval.ApprovalId;

/** What came of proposing another number. */
public sealed interface NumberProposed {
    /**
     * It waits for a second person.
     *
     * @param proven whether the register of numbers said that it is this person's
     */
    record Waiting(ApprovalId approval, boolean proven) implements NumberProposed {}

    /** By the register the number is somebody else's. There is an audit row. */
    record NotTheirs() implements NumberProposed {}

    /** The register gave no answer, and without one nothing is proposed here. */
    record RegisterSilent() implements NumberProposed {}

    /** It is the registered number. */
    record SameNumber() implements NumberProposed {}

    /** A change of this customer's number is under way, its time without codes included. */
    record UnderWay(NumberChange change) implements NumberProposed {}

    /** Another proposal of a number waits for a decision. */
    record ProposedBefore() implements NumberProposed {}
}
