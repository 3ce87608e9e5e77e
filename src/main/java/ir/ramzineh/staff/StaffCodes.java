package ir.ramzineh.staff;

import ir.ramzineh.kernel.Digits;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpAuthUri;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.time.Instant;
import java.util.OptionalLong;

/** The codes of a member's authenticator: what any authenticator app understands (RFC 6238). */
final class StaffCodes {
    private static final TotpSpec SPEC = new TotpSpec(HashAlgorithm.SHA1, 6, 30);
    /** One step to either side: half a minute of a wrong clock, and the time it takes to type. */
    private static final int STEPS_BESIDE = 1;

    private static final String ISSUER = "Ramzineh";

    private StaffCodes() {}

    /** The time step whose code this is, if it is one of now; whether it was used before is for the row to say. */
    static OptionalLong step(OtpKey key, String typed, Instant now) {
        long step = SPEC.step(now);
        String code = Digits.code(typed.strip(), SPEC.digits(), SPEC.digits()).orElse("");
        return SPEC.matchingStep(key, code, step - STEPS_BESIDE, step + STEPS_BESIDE);
    }

    static String code(OtpKey key, Instant now) {
        return SPEC.code(key, SPEC.step(now));
    }

    static Instant endOf(Instant now) {
        return SPEC.endOf(SPEC.step(now));
    }

    static String link(String userName, OtpKey key) {
        return OtpAuthUri.totp(ISSUER, userName, key, SPEC).toUri();
    }

    static int keyBytes() {
        return SPEC.algorithm().keyBytes();
    }
}
