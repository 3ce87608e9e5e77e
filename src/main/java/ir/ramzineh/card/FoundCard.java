package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.MobileNumber;
import java.util.Locale;

/**
 * A card and its owner as the bank has them, whether or not the owner signed up for the portal.
 *
 * @param issuerKey key of the issuer profile
 * @param usable the bank lets it be used and it has not ended
 * @param mobile the owner's registered number: the only one that codes and news go to (D3)
 * @param locale the owner's language; Persian for who never chose
 * @param numberTooNew codes do not go to the number yet (decision 014)
 */
public record FoundCard(
        CustomerId customer,
        CardId card,
        CardNumber number,
        String issuerKey,
        CardProduct product,
        CardExpiry expiry,
        boolean usable,
        MobileNumber mobile,
        Locale locale,
        boolean numberTooNew) {}
