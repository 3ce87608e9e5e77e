package ir.ramzineh.card;

import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;

/**
 * A card as its owner sees it.
 *
 * @param issuerKey key of the issuer profile, which holds the bank's name and colours
 * @param maskedNumber first six and last four digits
 * @param lastFour last four digits
 * @param holderName name embossed on the card
 * @param expiry the Jalali month until whose end the card is good
 * @param gift gift cards stay on the static password (S5.10)
 * @param expired the expiry month is over
 * @param active the bank lets this card be used
 */
public record CardOverview(
        CardId id,
        String issuerKey,
        String maskedNumber,
        String lastFour,
        LocalizedName holderName,
        CardExpiry expiry,
        boolean gift,
        boolean expired,
        boolean active,
        PasswordOverview first,
        PasswordOverview second,
        NextStep nextStep) {

    public PasswordOverview password(PasswordKind kind) {
        return kind == PasswordKind.FIRST ? first : second;
    }
}
