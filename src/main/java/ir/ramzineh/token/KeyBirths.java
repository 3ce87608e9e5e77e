package ir.ramzineh.token;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.issuer.ActivationRules;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ActivationContext;
import ir.ramzineh.otp.ActivationKeys;
import ir.ramzineh.otp.ActivationLink;
import ir.ramzineh.otp.Base32;
import ir.ramzineh.otp.HashAlgorithm;
import ir.ramzineh.otp.OtpAuthUri;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.PartAlphabet;
import ir.ramzineh.otp.PartFormat;
import ir.ramzineh.otp.ScannedPart;
import ir.ramzineh.otp.TotpSpec;
import ir.ramzineh.otp.TypedPart;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes new keys and what carries them, one way at a time; docs/protocol/activation.md has the bytes. Lengths, signs and
 * life come from the issuer's profile.
 */
@Component
class KeyBirths {
    /** Reference of keys that are made of typed parts alone: such a phone may know nothing but what was typed. */
    static final String TYPED_REFERENCE = "parts";

    private static final int REF_BYTES = 16;

    /**
     * A new key.
     *
     * @param link what the QR says
     * @param typed what may be typed in its place
     * @param smsText what goes by SMS
     */
    record Birth(
            ActivationRef ref,
            OtpKey key,
            TotpSpec spec,
            String link,
            @Nullable String typed,
            Optional<String> smsText) {
        /** What is sealed until a screen takes it: the link, and on a second line what may be typed. */
        String handover() {
            return typed == null ? link : link + "\n" + typed;
        }

        @Override
        public String toString() {
            return "Birth[" + ref + "]";
        }
    }

    private final SecureRandom random;
    private final URI publicUrl;

    KeyBirths(SecureRandom random, TokenSettings settings) {
        this.random = random;
        this.publicUrl = URI.create(settings.publicUrl());
    }

    Birth of(ActivationWay way, IssuerProfile issuer, CardOverview card, PasswordKind kind) {
        return switch (way) {
            case QR -> scanned(issuer, card, kind);
            case QR_AND_SMS -> claimed(issuer, card, kind);
            case SCREEN_AND_SMS -> typed(issuer, card, kind);
            case STANDARD_QR -> standard(issuer, card, kind);
            case RECEIPT_AND_SMS, SERIAL_AND_SMS, SMS_CODE ->
                throw new IllegalArgumentException("begins at an ATM: " + way);
            case MOVE -> throw new IllegalArgumentException("begins on a phone");
        };
    }

    static QrHandover handover(String sealedText) {
        int end = sealedText.indexOf('\n');
        String link = end < 0 ? sealedText : sealedText.substring(0, end);
        Optional<String> typed = end < 0 ? Optional.empty() : Optional.of(sealedText.substring(end + 1));
        return new QrHandover(QrDrawing.of(link), link, typed);
    }

    /** The QR alone holds the key (S12.4). */
    private Birth scanned(IssuerProfile issuer, CardOverview card, PasswordKind kind) {
        ActivationRef ref = newRef();
        ActivationContext context = new ActivationContext(ref.value(), kind, appSpec(issuer, kind));
        ScannedPart part = ScannedPart.random(1, random);
        ActivationLink link = link(ActivationLink.Mechanism.SELF_CONTAINED, context, issuer, card, List.of(), part);
        OtpKey key = ActivationKeys.derive(List.of(part), context);
        return new Birth(ref, key, context.spec(), link.toUrl(publicUrl), null, Optional.empty());
    }

    /** The QR is a reference only; the key follows to the phone that also knows the SMS code (S8.5). */
    private Birth claimed(IssuerProfile issuer, CardOverview card, PasswordKind kind) {
        ActivationRef ref = newRef();
        ActivationContext context = new ActivationContext(ref.value(), kind, appSpec(issuer, kind));
        PartFormat format = claimCode(issuer.activation());
        ActivationLink link = link(ActivationLink.Mechanism.CLAIM, context, issuer, card, List.of(format), null);
        OtpKey key = OtpKey.random(random, context.spec().algorithm().keyBytes());
        String code = TypedPart.random(format, random).text();
        return new Birth(ref, key, context.spec(), link.toUrl(publicUrl), null, Optional.of(code));
    }

    /** Two parts make the key; the first may be typed or scanned, which comes to the same bytes (S1.14, D2, D7). */
    private Birth typed(IssuerProfile issuer, CardOverview card, PasswordKind kind) {
        ActivationContext context = new ActivationContext(TYPED_REFERENCE, kind, appSpec(issuer, kind));
        List<TypedPart> parts = ActivationKeys.split(
                List.of(
                        format(1, issuer.activation().screenPart()),
                        format(2, issuer.activation().smsPart())),
                random);
        TypedPart screen = parts.getFirst();
        ScannedPart sameBytes = new ScannedPart(1, screen.material());
        ActivationLink link = link(
                ActivationLink.Mechanism.SELF_CONTAINED,
                context,
                issuer,
                card,
                List.of(parts.getLast().format()),
                sameBytes);
        OtpKey key = ActivationKeys.derive(parts, context);
        return new Birth(
                newRef(),
                key,
                context.spec(),
                link.toUrl(publicUrl),
                screen.grouped(),
                Optional.of(parts.getLast().grouped()));
    }

    /** For any authenticator: SHA-1 and a shape that common apps honour. */
    private Birth standard(IssuerProfile issuer, CardOverview card, PasswordKind kind) {
        PasswordProfile.StandardCode code = issuer.password(kind).standardCode().orElseThrow();
        TotpSpec spec = new TotpSpec(HashAlgorithm.SHA1, code.digits(), code.periodSeconds());
        OtpKey key = OtpKey.random(random, spec.algorithm().keyBytes());
        String account = card.lastFour() + (kind == PasswordKind.FIRST ? " first password" : " second password");
        String link = OtpAuthUri.totp(issuer.name().en(), account, key, spec).toUri();
        String typed = Base32.encode(key.bytes()).replaceAll("(.{4})(?!$)", "$1 ");
        return new Birth(newRef(), key, spec, link, typed, Optional.empty());
    }

    private static ActivationLink link(
            ActivationLink.Mechanism mechanism,
            ActivationContext context,
            IssuerProfile issuer,
            CardOverview card,
            List<PartFormat> typedParts,
            @Nullable ScannedPart scanned) {
        return new ActivationLink(
                mechanism, context, issuer.key(), issuer.name().fa(), card.maskedNumber(), typedParts, scanned);
    }

    /** Our own app: SHA-256, digits and period of the bank. */
    static TotpSpec appSpec(IssuerProfile issuer, PasswordKind kind) {
        PasswordProfile password = issuer.password(kind);
        return new TotpSpec(HashAlgorithm.SHA256, password.digits(), password.lifeSeconds());
    }

    /** Shape of the code that a claim needs. */
    static PartFormat claimCode(ActivationRules rules) {
        return format(1, rules.smsCode());
    }

    static PartFormat format(int number, ActivationRules.TextPart part) {
        PartAlphabet alphabet = switch (part.alphabet()) {
            case DIGITS -> PartAlphabet.DIGITS;
            case BASE32 -> PartAlphabet.LETTERS;
        };
        return new PartFormat(number, alphabet, part.length());
    }

    ActivationRef newRef() {
        byte[] bytes = new byte[REF_BYTES];
        random.nextBytes(bytes);
        return new ActivationRef(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
