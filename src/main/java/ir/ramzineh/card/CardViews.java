package ir.ramzineh.card;

import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.kernel.JalaliDate;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Puts rows, profile and today's date together into what the owner of a card sees. */
@Component
class CardViews {
    static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");

    private final Issuers issuers;
    private final Clock clock;

    CardViews(Issuers issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    CardOverview overview(CardRow card, PasswordOverview first, PasswordOverview second) {
        boolean expired = isExpired(card);
        return new CardOverview(
                card.id(),
                card.issuerKey(),
                card.number().masked(),
                card.number().lastFour(),
                card.holder(),
                card.expiry(),
                card.product() == CardProduct.GIFT,
                expired,
                card.active(),
                first,
                second,
                nextStep(card, expired, first, second));
    }

    CardSettings settings(CardRow card, PasswordRow password) {
        IssuerProfile issuer = profile(card);
        PasswordKind kind = password.overview().kind();
        PasswordProfile profile = issuer.password(kind);
        boolean isStatic = password.overview().state() == PasswordState.STATIC;
        return new CardSettings(
                card.id(),
                kind,
                password.overview(),
                password.channels().orElseGet(profile::channelsByDefault),
                isStatic ? profile.channelsFromStart() : profile.channels(),
                lifeSeconds(password, profile),
                profile.lifeSecondsMin(),
                profile.lifeSecondsMax(),
                password.amountCap(),
                password.allowed(),
                issuer.wrongCodeLimit(),
                profile.disablesStatic(),
                !profile.channelsFromStart().isEmpty(),
                password.version(),
                password.former());
    }

    boolean isExpired(CardRow card) {
        return card.expiry().isPast(today());
    }

    Instant now() {
        return clock.instant();
    }

    JalaliDate today() {
        return JalaliDate.of(clock.instant().atZone(TEHRAN).toLocalDate());
    }

    /** The customer's own life of a code; a profile that became stricter since then wins. */
    static int lifeSeconds(PasswordRow password, PasswordProfile profile) {
        int wished = password.lifeSeconds().orElse(profile.lifeSeconds());
        return Math.clamp(wished, profile.lifeSecondsMin(), profile.lifeSecondsMax());
    }

    IssuerProfile profile(CardRow card) {
        return issuers.byKey(card.issuerKey())
                .orElseThrow(() -> new IllegalStateException("No profile of the bank " + card.issuerKey()));
    }

    private NextStep nextStep(CardRow card, boolean expired, PasswordOverview first, PasswordOverview second) {
        if (expired || !card.active()) {
            return new NextStep.RenewCard();
        }
        if (card.product() == CardProduct.GIFT && !profile(card).giftCards().dynamicPasswords()) {
            return new NextStep.KeepStatic();
        }
        for (PasswordOverview password : new PasswordOverview[] {second, first}) {
            if (password.state() == PasswordState.LOCKED) {
                return new NextStep.Reactivate(password.kind());
            }
            if (password.frozen()) {
                return new NextStep.Unfreeze(password.kind());
            }
        }
        // The second password first: without it no payment on the internet is possible (S0.1).
        if (second.state() == PasswordState.STATIC) {
            return new NextStep.Activate(PasswordKind.SECOND);
        }
        if (first.state() == PasswordState.STATIC) {
            return new NextStep.Activate(PasswordKind.FIRST);
        }
        return new NextStep.Review();
    }
}
