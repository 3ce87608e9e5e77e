package ir.ramzineh.issuer;

import ir.ramzineh.kernel.CardNumber;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The banks whose cards the portal knows. */
@Service
public class Issuers {
    /** The bank of a card by the longest prefix that fits; empty for cards of other banks. */
    public Optional<IssuerProfile> of(CardNumber card) {
        throw new UnsupportedOperationException();
    }

    /** The bank with this key. */
    public Optional<IssuerProfile> byKey(String key) {
        throw new UnsupportedOperationException();
    }

    /** All banks, by key. */
    public List<IssuerProfile> all() {
        throw new UnsupportedOperationException();
    }
}
