package ir.ramzineh.verification;

import ir.ramzineh.token.TokenKey;
import java.util.Optional;

/** What is read in one statement with a password. */
record Beside(Optional<TokenKey> key, Optional<StoredAnswer> answer) {}
