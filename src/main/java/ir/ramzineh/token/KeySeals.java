package ir.ramzineh.token;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.ActivationContext;
import ir.ramzineh.otp.ClaimSeal;
import ir.ramzineh.otp.OtpKey;
import ir.ramzineh.otp.TotpSpec;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keys that were not proven yet, sealed to the one phone that may have them. */
@Component
class KeySeals {
    private final TokenTable tokens;
    private final PhoneTable phones;
    private final SealedKeys keys;
    private final Cards cards;
    private final Issuers issuers;
    private final SecureRandom random;

    KeySeals(TokenTable tokens, PhoneTable phones, SealedKeys keys, Cards cards, Issuers issuers, SecureRandom random) {
        this.tokens = tokens;
        this.phones = phones;
        this.keys = keys;
        this.cards = cards;
        this.issuers = issuers;
        this.random = random;
    }

    /** The key of an activation for the phone with this public key, and which device has the token until then. */
    Optional<ClaimOutcome.Claimed> seal(ActivationTable.Row row, ActivationRef ref, String publicKey) {
        Optional<TokenTable.Live> token = tokens.pending(row.token());
        Optional<OtpKey> key = token.flatMap(found -> keys.open(row.token(), found.keySealed()));
        if (token.isEmpty() || key.isEmpty()) {
            return Optional.empty();
        }
        TotpSpec spec = token.get().spec();
        ActivationContext context = new ActivationContext(ref.value(), row.kind(), spec);
        ClaimSeal.SealedClaim claim = ClaimSeal.seal(publicKey, key.get(), context, random);
        CardOverview card = cards.one(row.customer(), row.card());
        PhoneToken about = about(row.kind(), spec, card, token.get().pinBound());
        Optional<Holder> heldBy = phones.holder(row.card(), row.kind());
        return Optional.of(new ClaimOutcome.Claimed(ref, claim.ephemeralKey(), claim.sealedKey(), about, heldBy));
    }

    PhoneToken about(PasswordKind kind, TotpSpec spec, CardOverview card, boolean pinBound) {
        return new PhoneToken(
                kind,
                spec.algorithm().name(),
                spec.digits(),
                spec.periodSeconds(),
                card.issuerKey(),
                card.lastFour(),
                pinBound ? pinDigits(card) : 0);
    }

    private int pinDigits(CardOverview card) {
        return issuers.byKey(card.issuerKey())
                .flatMap(IssuerProfile::atm)
                .flatMap(AtmProfile::pin)
                .map(PinRule::length)
                .orElse(0);
    }
}
