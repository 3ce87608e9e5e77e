package ir.ramzineh.verification;

import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A question as it was recorded, to be asked again under another rule. */
public final class RecordedUse {
    private final long id;
    private final @Nullable CardId card;
    private final PasswordKind kind;
    private final Reason reason;
    private final @Nullable Long wrongBefore;
    private final @Nullable CodeAge age;

    RecordedUse(
            long id,
            @Nullable CardId card,
            PasswordKind kind,
            Reason reason,
            @Nullable Long wrongBefore,
            @Nullable CodeAge age) {
        this.id = id;
        this.card = card;
        this.kind = kind;
        this.reason = reason;
        this.wrongBefore = wrongBefore;
        this.age = age;
    }

    public long id() {
        return id;
    }

    public Optional<CardId> card() {
        return Optional.ofNullable(card);
    }

    public PasswordKind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }

    /** Wrong codes in a row with this one, for a wrong code. */
    public long wrongInARow() {
        return wrongBefore == null ? 0 : wrongBefore;
    }

    /** Whether it was recorded how old the code was; not so before the portal wrote it down. */
    public boolean ageKnown() {
        return age != null;
    }

    /** Digits of the code, if recorded. */
    public Optional<Integer> digits() {
        return Optional.ofNullable(age).map(CodeAge::digits);
    }

    /** The life that counted for the code in seconds, if recorded; one of the customer's own choice included. */
    public Optional<Integer> lifeSeconds() {
        return Optional.ofNullable(age).map(CodeAge::lifeSeconds);
    }

    /** An authenticator's code without anything bound into it: its digits are those of the profile at its activation. */
    public boolean ofAuthenticator() {
        return age != null && age.source().equals(CodeAge.APP);
    }

    /** A code with a life of the customer's own, or for one payment. */
    public boolean bound() {
        return age != null && age.source().equals(CodeAge.APP_BOUND);
    }

    @Nullable
    CodeAge age() {
        return age;
    }
}
