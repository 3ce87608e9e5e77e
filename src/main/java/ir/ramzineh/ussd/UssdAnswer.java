package ir.ramzineh.ussd;

/** What the telephone shows next. */
public sealed interface UssdAnswer {
    /**
     * A screen.
     *
     * @param text at most 160 characters
     * @param last the dialogue ends with it
     */
    record Screen(String text, boolean last) implements UssdAnswer {
        /** Without the text, which may hold a code. */
        @Override
        public String toString() {
            return "Screen[last=" + last + "]";
        }
    }

    /** There is no such dialogue any more, or this is not its next step, nor a repeat of the one before. */
    record OutOfOrder() implements UssdAnswer {}
}
