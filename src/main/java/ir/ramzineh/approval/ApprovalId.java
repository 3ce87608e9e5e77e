package ir.ramzineh.approval;

/** A proposal that waits or was decided. Not a secret: who may read it is asked with every look. */
public record ApprovalId(long value) {}
