package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A card as the portal keeps it, the number opened.
 *
 * @param bin the issuer's prefix of the number, in the clear for reports; null in rows from before it was kept
 */
record CardRow(
        CardId id,
        CardNumber number,
        String issuerKey,
        CardProduct product,
        LocalizedName holder,
        CardExpiry expiry,
        boolean active,
        @Nullable String bin) {

    boolean sameFacts(CardRow other) {
        return product == other.product
                && holder.equals(other.holder)
                && expiry.equals(other.expiry)
                && active == other.active
                && Objects.equals(bin, other.bin);
    }
}
