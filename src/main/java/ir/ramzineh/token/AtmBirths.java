package ir.ramzineh.token;

import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ActivationContext;
import ir.ramzineh.otp.ActivationKeys;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.otp.TypedPart;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the keys that begin at an ATM, and what goes on the receipt and by SMS; docs/protocol/activation.md has the bytes. */
@Component
class AtmBirths {
    /**
     * A new key.
     *
     * @param receipt what is printed: a part of the key, or the serial number
     * @param smsText what goes by SMS
     */
    record Birth(ActivationRef ref, OtpKey key, TotpSpec spec, Optional<TypedPart> receipt, String smsText) {
        @Override
        public String toString() {
            return "Birth[" + ref + "]";
        }
    }

    private final KeyBirths births;
    private final SecureRandom random;

    AtmBirths(KeyBirths births, SecureRandom random) {
        this.births = births;
        this.random = random;
    }

    Birth of(ActivationWay way, IssuerProfile issuer, AtmProfile atm, PasswordKind kind) {
        TotpSpec spec = KeyBirths.appSpec(issuer, kind);
        return switch (way) {
            case RECEIPT_AND_SMS -> typed(atm, kind, spec);
            case SERIAL_AND_SMS -> {
                TypedPart serial =
                        TypedPart.random(KeyBirths.format(1, atm.serial().orElseThrow()), random);
                yield claimed(spec, Optional.of(serial), codeFormat(way, issuer));
            }
            case SMS_CODE -> claimed(spec, Optional.empty(), codeFormat(way, issuer));
            case QR, QR_AND_SMS, SCREEN_AND_SMS, STANDARD_QR, MOVE ->
                throw new IllegalArgumentException("does not begin at an ATM: " + way);
        };
    }

    /** The serial number is part 1, so the code that comes with it is part 2: one in the field of the other is noticed. */
    static PartFormat codeFormat(ActivationWay way, IssuerProfile issuer) {
        return KeyBirths.format(
                way == ActivationWay.SERIAL_AND_SMS ? 2 : 1, issuer.activation().smsCode());
    }

    /** Receipt and SMS hold the key; whoever has both can name the activation without any number printed on them. */
    private Birth typed(AtmProfile atm, PasswordKind kind, TotpSpec spec) {
        ActivationContext context = new ActivationContext(KeyBirths.TYPED_REFERENCE, kind, spec);
        List<TypedPart> parts = ActivationKeys.split(
                List.of(
                        KeyBirths.format(1, atm.receiptPart().orElseThrow()),
                        KeyBirths.format(2, atm.receiptSmsPart().orElseThrow())),
                random);
        OtpKey key = ActivationKeys.derive(parts, context);
        ActivationRef ref = new ActivationRef(ActivationKeys.reference(key, context));
        return new Birth(
                ref, key, spec, Optional.of(parts.getFirst()), parts.getLast().text());
    }

    private Birth claimed(TotpSpec spec, Optional<TypedPart> serial, PartFormat code) {
        OtpKey key = OtpKey.random(random, spec.algorithm().keyBytes());
        return new Birth(
                births.newRef(),
                key,
                spec,
                serial,
                TypedPart.random(code, random).text());
    }
}
