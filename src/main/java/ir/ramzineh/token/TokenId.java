package ir.ramzineh.token;

import ir.ramzineh.kernel.InvalidValueException;

/** One authenticator token: one key on one phone for one password of one card. */
public record TokenId(long value) {
    public TokenId {
        if (value <= 0) {
            throw new InvalidValueException("error.id");
        }
    }
}
