package ir.ramzineh.card;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;
import org.springframework.stereotype.Service;

/**
 * The state of card passwords, for the modules that activate them and verify their codes. Writes take part in the
 * caller's transaction and are each one conditional statement.
 */
@Service
public class CardPasswords {
    /**
     * Where a password stands.
     *
     * @throws CardNotFoundException no such card
     */
    public PasswordStatus status(CardId card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }

    /**
     * The first code of a new token was proven: codes are good from now on and the wrong-code counter starts again.
     * Also the way out of {@link PasswordState#LOCKED}. A freeze stays. Writes no message and no audit row: the module
     * that proved the code knows the words of the profile.
     *
     * @return {@code true} if the password was static or locked before, {@code false} if it was dynamic already
     * @throws CardNotFoundException no such card of this customer
     */
    public boolean switchToDynamic(CustomerId customer, CardId card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }

    /**
     * The last token of a password is gone: back to static. Publishes {@link SwitchedToStatic}.
     *
     * @return {@code true} if the password was dynamic or locked before
     * @throws CardNotFoundException no such card of this customer
     */
    public boolean switchToStatic(CustomerId customer, CardId card, PasswordKind kind) {
        throw new UnsupportedOperationException();
    }
}
