package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import java.util.List;
import org.springframework.stereotype.Service;

/** Authenticator tokens that have been proven: their keys for verification, their list for the customer. */
@Service
public class Tokens {
    /** Active tokens of a card for its customer; both passwords, newest first. Empty for anybody else's card. */
    public List<TokenView> of(CustomerId customer, CardId card) {
        throw new UnsupportedOperationException();
    }

    /**
     * Gives a token the customer's own name for it.
     *
     * @param label 1 to 40 characters on one line
     * @return false where the customer has no such active token
     * @throws ir.ramzineh.kernel.InvalidValueException {@code error.token.label}: empty or too long
     */
    public boolean rename(CustomerId customer, TokenId token, String label) {
        throw new UnsupportedOperationException();
    }

    /**
     * Deletes a token (S9.10, S10.12, S10.17); its codes stop counting at once, its key is destroyed. A password has
     * one token, so it is static again with that, and the customer is told by message.
     */
    public DeleteOutcome delete(CustomerId customer, TokenId token) {
        throw new UnsupportedOperationException();
    }
}
