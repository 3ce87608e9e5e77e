package ir.ramzineh.channelapi;

import io.swagger.v3.oas.annotations.media.Schema;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.token.PhoneState;
import ir.ramzineh.token.PhoneToken;
import ir.ramzineh.token.TokenView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a token and its card now: docs/protocol/phone.md, section 4.
 *
 * @param issuer key of the issuer's profile
 * @param password the one this token makes codes for
 * @param clockOffSeconds how far the phone's clock was ahead at the last code that counted
 * @param newPhoneFrom from when on a new phone can take this one's place without it
 * @param passwords both of the card
 */
public record PhoneStateAnswer(
        String issuer,
        String cardLastFour,
        boolean cardActive,
        boolean cardExpired,
        PasswordKind password,
        @Schema(nullable = true) @Nullable String deviceName,

        @Schema(allowableValues = {"SHA1", "SHA256", "SHA512"})
        String algorithm,

        int digits,
        int periodSeconds,
        int pinDigits,
        int clockOffSeconds,
        @Schema(format = "date-time") String activatedAt,

        @Schema(nullable = true, format = "date-time") @Nullable
        String lastUsedAt,

        @Nullable Choices boundCodes,

        @Schema(nullable = true, format = "date-time") @Nullable
        String newPhoneFrom,

        List<Password> passwords) {
    public PhoneStateAnswer {
        passwords = List.copyOf(passwords);
    }

    /**
     * What a customer may choose for a single code.
     *
     * @param capsRial largest amounts; choosing none is always possible
     */
    @Schema(name = "PhoneCodeChoices")
    public record Choices(List<Integer> livesSeconds, List<Long> capsRial) {
        public Choices {
            livesSeconds = List.copyOf(livesSeconds);
            capsRial = List.copyOf(capsRial);
        }
    }

    /**
     * One password of the card.
     *
     * @param staticWorks whether the static password counts
     * @param capRial largest amount for codes; null for no limit
     */
    @Schema(name = "PhonePassword")
    public record Password(
            PasswordKind password,
            PasswordState state,
            boolean frozen,
            boolean staticWorks,
            int lifeSeconds,
            @Schema(nullable = true) @Nullable Long capRial,
            List<CodeChannel> channels,
            int wrongCodes,
            int wrongCodesMax) {
        public Password {
            channels = List.copyOf(channels);
        }

        static Password of(PhoneState.Password password) {
            Rial cap = password.capRial();
            return new Password(
                    password.kind(),
                    password.state(),
                    password.frozen(),
                    password.staticWorks(),
                    password.lifeSeconds(),
                    cap == null ? null : cap.amount(),
                    password.channels().stream().sorted().toList(),
                    password.wrongCodes(),
                    password.wrongCodesMax());
        }
    }

    static PhoneStateAnswer of(PhoneState state) {
        PhoneToken token = state.token();
        TokenView view = state.view();
        return new PhoneStateAnswer(
                token.issuer(),
                token.cardLastFour(),
                state.cardActive(),
                state.cardExpired(),
                token.kind(),
                view.label(),
                token.algorithm(),
                token.digits(),
                token.periodSeconds(),
                token.pinDigits(),
                view.driftSeconds(),
                view.activatedAt().toString(),
                text(view.lastUsedAt()),
                state.boundCodes()
                        .map(codes -> new Choices(
                                codes.livesSeconds(),
                                codes.caps().stream().map(Rial::amount).toList()))
                        .orElse(null),
                text(state.newPhoneFrom()),
                state.passwords().stream().map(Password::of).toList());
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
