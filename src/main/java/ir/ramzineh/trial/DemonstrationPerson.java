package ir.ramzineh.trial;

import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.NationalId;
import java.util.List;

/**
 * An invented person of the demonstration bank.
 *
 * @param nameFa name in Persian
 * @param nameEn name in Latin letters
 * @param nationalId national ID with a right check digit
 * @param mobile the number registered at the bank
 * @param birthDate day of birth
 * @param cards all cards, the most useful first
 */
public record DemonstrationPerson(
        String nameFa,
        String nameEn,
        NationalId nationalId,
        MobileNumber mobile,
        JalaliDate birthDate,
        List<CardNumber> cards) {
    /** The most useful card. */
    public CardNumber card() {
        return cards.getFirst();
    }

    /** The first card of the bank with this BIN. */
    public CardNumber cardOf(String bin) {
        return cards.stream()
                .filter(card -> card.startsWith(bin))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no card with BIN " + bin));
    }
}
