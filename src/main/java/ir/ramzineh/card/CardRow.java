package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;

/** A card as the portal keeps it, the number opened. */
record CardRow(
        CardId id,
        CardNumber number,
        String issuerKey,
        CardProduct product,
        LocalizedName holder,
        CardExpiry expiry,
        boolean active) {

    boolean sameFacts(CardRow other) {
        return product == other.product
                && holder.equals(other.holder)
                && expiry.equals(other.expiry)
                && active == other.active;
    }
}
