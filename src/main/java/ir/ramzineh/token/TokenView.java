package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An active token as its customer sees it; holds no secret.
 *
 * @param label name given by the customer, or by the phone when it introduced itself; {@code null} means that the way
 *     and the date of {@code activatedAt} name it
 * @param driftSeconds how far the phone's clock was ahead (positive) or behind at the last accepted code, in seconds,
 *     known only to the length of one code's life
 */
public record TokenView(
        TokenId id,
        CardId card,
        PasswordKind kind,
        ActivationWay way,
        @Nullable String label,
        int digits,
        int periodSeconds,
        Instant activatedAt,
        @Nullable Instant lastUsedAt,
        int driftSeconds) {}
