package ir.ramzineh.verification;

/** This node's clock cannot be trusted, so nothing was evaluated or counted; another node, or this one later, may answer. */
public class ClockWrongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClockWrongException() {
        super("the clock of this node and the clock of the database are too far apart");
    }
}
