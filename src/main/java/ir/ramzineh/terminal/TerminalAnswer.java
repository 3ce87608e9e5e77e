package ir.ramzineh.terminal;

import java.util.List;

/**
 * What the ATM shows and prints.
 *
 * @param result what came of the wish
 * @param text for the screen, in the language asked for
 * @param receipt lines to print, none where there is nothing to print; may hold a part of a key
 */
public record TerminalAnswer(Result result, String text, List<String> receipt) {
    /** What came of a wish. */
    public enum Result {
        /** Done; the customer is told by SMS too. */
        DONE,
        /** The number is not the registered one: nothing was done, only a branch can help (S3.4, S4.4). */
        BRANCH,
        /** What was typed is not good enough or wrong: nothing was done, the customer may try again. */
        AGAIN,
        /** Not for this card. */
        REFUSED,
        /** Too often lately; later with another request id. */
        WAIT
    }

    public TerminalAnswer {
        receipt = List.copyOf(receipt);
    }

    /** Without the receipt. */
    @Override
    public String toString() {
        return "TerminalAnswer[" + result + "]";
    }
}
