package ir.ramzineh.token;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.Cards;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.TotpSpec;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts together what the card page of the app shows (S5.5). */
@Component
class PhoneStates {
    private final TokenTable tokens;
    private final KeySeals seals;
    private final NewPhones newPhones;
    private final Cards cards;
    private final Issuers issuers;

    PhoneStates(TokenTable tokens, KeySeals seals, NewPhones newPhones, Cards cards, Issuers issuers) {
        this.tokens = tokens;
        this.seals = seals;
        this.newPhones = newPhones;
        this.cards = cards;
        this.issuers = issuers;
    }

    /** Empty where the token has died meanwhile. */
    Optional<PhoneState> of(PhoneTable.Row token) {
        return tokens.active(token.customer(), token.id())
                .flatMap(view -> tokens.shape(token.id()).map(spec -> state(token, view, spec)));
    }

    private PhoneState state(PhoneTable.Row token, TokenView view, TotpSpec spec) {
        CardOverview card = cards.one(token.customer(), token.card());
        return new PhoneState(
                seals.about(token.kind(), spec, card, token.pinBound()),
                view,
                card.active(),
                card.expired(),
                issuers.byKey(card.issuerKey()).flatMap(IssuerProfile::boundCodes),
                newPhones.wished(token.customer(), token.card(), token.kind()).orElse(null),
                Arrays.stream(PasswordKind.values())
                        .map(kind -> password(cards.settings(token.customer(), token.card(), kind)))
                        .toList());
    }

    private static PhoneState.Password password(CardSettings settings) {
        PasswordState state = settings.password().state();
        return new PhoneState.Password(
                settings.kind(),
                state,
                settings.password().frozen(),
                state == PasswordState.STATIC || !settings.disablesStatic(),
                settings.lifeSeconds(),
                settings.amountCap(),
                settings.channelsOn(),
                settings.password().failedAttempts(),
                settings.wrongCodeLimit());
    }
}
