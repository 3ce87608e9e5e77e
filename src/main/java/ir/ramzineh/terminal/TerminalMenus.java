package ir.ramzineh.terminal;

import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.issuer.AtmEntry;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.LocalizedText;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.terminal.TerminalOffer.Ask;
import ir.ramzineh.terminal.TerminalOffer.Entry;
import ir.ramzineh.token.AtmActivations;
import ir.ramzineh.token.Editions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What an ATM shows before anything is done: the menu, and what will be true afterwards. */
@Component
class TerminalMenus {
    private final AtmActivations activations;
    private final Editions editions;
    private final CardPasswords passwords;
    private final TerminalTexts texts;

    TerminalMenus(AtmActivations activations, Editions editions, CardPasswords passwords, TerminalTexts texts) {
        this.activations = activations;
        this.editions = editions;
        this.passwords = passwords;
        this.texts = texts;
    }

    TerminalOffer nothing(Locale language) {
        String refusal = texts.get(language, "refused.unknown");
        return new TerminalOffer("", "", null, "", "", false, "", 0, refusal, List.of());
    }

    TerminalOffer of(FoundCard card, IssuerProfile issuer, Locale language) {
        Optional<AtmProfile> atm = issuer.atm();
        Optional<String> refusal = atm.isEmpty()
                ? Optional.of(texts.get(language, "refused.unknown"))
                : refusal(card, issuer, PasswordKind.SECOND, language);
        return new TerminalOffer(
                issuer.key(),
                issuer.name().in(language),
                issuer.colours(),
                card.number().masked(),
                card.mobile().masked(),
                atm.map(profile -> profile.mobile() == AtmProfile.Mobile.TYPED).orElse(false),
                atm.map(profile -> profile.branchText().in(language)).orElse(""),
                atm.flatMap(AtmProfile::pin).map(PinRule::length).orElse(0),
                refusal.orElse(""),
                refusal.isPresent() ? List.of() : entries(atm.orElseThrow(), language));
    }

    private static List<Entry> entries(AtmProfile atm, Locale language) {
        return atm.menu().stream().map(entry -> entry(entry, atm, language)).toList();
    }

    private static Entry entry(AtmEntry entry, AtmProfile atm, Locale language) {
        String label = entry.label().in(language);
        return switch (entry) {
            case AtmEntry.Group group ->
                new Entry(
                        group.id(),
                        label,
                        null,
                        List.of(),
                        "",
                        group.entries().stream()
                                .map(each -> entry(each, atm, language))
                                .toList());
            case AtmEntry.Action action ->
                new Entry(
                        action.id(),
                        label,
                        action.action(),
                        asks(action, atm),
                        action.message().map(text -> text.in(language)).orElse(""),
                        List.of());
        };
    }

    private static List<Ask> asks(AtmEntry.Action action, AtmProfile atm) {
        List<Ask> asks = new ArrayList<>();
        if (action.message().isPresent()) {
            asks.add(Ask.MESSAGE);
        }
        switch (action.action()) {
            case ACTIVATE -> {
                asks.add(mobile(atm));
                atm.pin().ifPresent(rule -> asks.add(Ask.PIN));
            }
            case ACTIVATE_CHANNEL -> asks.add(mobile(atm));
            case SET_PIN -> asks.add(Ask.PIN);
            case PROVE -> asks.add(Ask.CODE);
            case DEACTIVATE, DEACTIVATE_CHANNEL -> asks.add(Ask.REMAINS);
        }
        return asks;
    }

    private static Ask mobile(AtmProfile atm) {
        return atm.mobile() == AtmProfile.Mobile.TYPED ? Ask.MOBILE_TYPED : Ask.MOBILE_SHOWN;
    }

    /** Why this password of the card gets nothing (security case 6); in the bank's words for gift cards (S5.10). */
    Optional<String> refusal(FoundCard card, IssuerProfile issuer, PasswordKind kind, Locale language) {
        return activations.refusal(card.customer(), card.card(), kind).map(key -> refusal(key, card, issuer, language));
    }

    String refusal(String key, FoundCard card, IssuerProfile issuer, Locale language) {
        if (card.product() == CardProduct.GIFT && key.endsWith("gift-card")) {
            LocalizedText text = issuer.giftCards().text();
            return text.in(language);
        }
        return texts.get(
                language,
                switch (key) {
                    case "error.activation.expired-card" -> "refused.expired-card";
                    case "error.activation.inactive-card" -> "refused.inactive-card";
                    case "error.activation.frozen" -> "refused.frozen";
                    default -> "refused.entry";
                });
    }

    /** What will be true after an edition is switched off, to be read before «yes» (S4.8, S4.9, S14.8). */
    List<String> remains(FoundCard card, AtmEntry.Action action, Locale language) {
        CodeChannel off = action.channel().orElse(CodeChannel.APP);
        List<String> sentences = new ArrayList<>();
        for (PasswordKind kind : action.passwords().stream().sorted().toList()) {
            Set<CodeChannel> left = EnumSet.noneOf(CodeChannel.class);
            left.addAll(editions.of(card.card(), kind));
            if (passwords.status(card.card(), kind).state() == PasswordState.LOCKED) {
                add(sentences, language, afterwards(kind, left));
            } else if (left.remove(off)) {
                add(sentences, language, off == CodeChannel.APP ? "remains.app" : "remains.channel");
                add(sentences, language, afterwards(kind, left));
            }
        }
        if (sentences.isEmpty()) {
            return List.of(texts.get(language, "remains.was-off"));
        }
        for (PasswordKind kind : PasswordKind.values()) {
            if (!action.passwords().contains(kind)) {
                add(sentences, language, "remains.untouched." + word(kind));
            }
        }
        add(sentences, language, "remains.again");
        return sentences;
    }

    private static String afterwards(PasswordKind kind, Set<CodeChannel> left) {
        if (!left.isEmpty()) {
            return "remains.others";
        }
        return kind == PasswordKind.FIRST ? "remains.static-stays.first" : "remains.static-again.second";
    }

    private void add(List<String> sentences, Locale language, String key) {
        String sentence = texts.get(language, key);
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    static String word(PasswordKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
