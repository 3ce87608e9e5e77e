package ir.ramzineh.token;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.PasswordKind;

/** A phone that has shown that it has the key of an active token. Only {@link PhoneTokens} makes one. */
public final class PhoneCaller {
    private final TokenId token;
    private final CustomerId customer;
    private final CardId card;
    private final PasswordKind kind;

    PhoneCaller(TokenId token, CustomerId customer, CardId card, PasswordKind kind) {
        this.token = token;
        this.customer = customer;
        this.card = card;
        this.kind = kind;
    }

    TokenId token() {
        return token;
    }

    CustomerId customer() {
        return customer;
    }

    CardId card() {
        return card;
    }

    PasswordKind kind() {
        return kind;
    }

    @Override
    public String toString() {
        return "PhoneCaller[" + token + "]";
    }
}
