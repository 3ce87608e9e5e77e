package ir.ramzineh.portal;

import com.vaadin.flow.router.RouteParameters;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.token.ActivationId;
import java.util.Locale;
import java.util.Optional;

/** How cards, passwords and activations stand in the addresses of pages: ids and words, never a card number. */
final class CardAddress {
    static final String CARD = "card";
    static final String KIND = "kind";
    static final String ACTIVATION = "activation";
    static final String CODES = "codes";
    static final String ID_PATTERN = "([1-9][0-9]{0,18})";

    private CardAddress() {}

    static Optional<CardId> card(RouteParameters parameters) {
        return id(parameters, CARD).map(CardId::new);
    }

    static Optional<ActivationId> activation(RouteParameters parameters) {
        return id(parameters, ACTIVATION).map(ActivationId::new);
    }

    static Optional<PasswordKind> kind(RouteParameters parameters) {
        return parameters.get(KIND).map(word -> PasswordKind.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    static String word(PasswordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String word(PasswordState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String cardPage(CardId card) {
        return "cards/" + card.value();
    }

    static String codesPage(CardId card) {
        return cardPage(card) + "/" + CODES;
    }

    static String settingsPage(CardId card, PasswordKind kind) {
        return cardPage(card) + "/" + word(kind);
    }

    static String activationPage() {
        return "activate";
    }

    static String activationPage(CardId card) {
        return "activate/" + card.value();
    }

    static String activationPage(CardId card, PasswordKind kind) {
        return activationPage(card) + "/" + word(kind);
    }

    static String activationPage(CardId card, PasswordKind kind, ActivationId activation) {
        return activationPage(card, kind) + "/" + activation.value();
    }

    private static Optional<Long> id(RouteParameters parameters, String name) {
        try {
            return parameters.get(name).map(Long::parseLong).filter(value -> value > 0);
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }
}
