package ir.ramzineh.textin;

/** What somebody may mean by a text message. */
sealed interface Wish {
    /**
     * A code for the card that ends so (S6.3).
     *
     * @param digits four Latin digits
     */
    record Code(String digits) implements Wish {
        /** Without the digits: with the phone they point at a card. */
        @Override
        public String toString() {
            return "Code";
        }
    }

    /**
     * One digit: a place in the list that was asked about; a 1 without such a list says that it was not me.
     *
     * @param place 1 to 9
     */
    record Place(int place) implements Wish {}

    /** In words: it was not me. */
    record NotMe() implements Wish {}

    /** A whole card number, which must never be texted. Its digits stay behind. */
    record WholeCard() implements Wish {}

    /** Something else. */
    record Unclear() implements Wish {}
}
