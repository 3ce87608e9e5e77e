package ir.ramzineh.textin;

import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.sms.IncomingSmsHandler;
import ir.ramzineh.sms.IncomingText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Understands what customers text to the short numbers of the issuers. Only the registered number of a card gets codes for
 * it (D3); nobody else gets any answer.
 */
@Component
class TextIn implements IncomingSmsHandler {
    private final Issuers issuers;
    private final CardDirectory directory;
    private final OpenQuestions questions;
    private final TextInDeeds deeds;

    TextIn(Issuers issuers, CardDirectory directory, OpenQuestions questions, TextInDeeds deeds) {
        this.issuers = issuers;
        this.directory = directory;
        this.questions = questions;
        this.deeds = deeds;
    }

    @Override
    public Optional<Runnable> understand(IncomingText message) {
        List<String> served = issuers.all().stream()
                .filter(issuer ->
                        issuer.sms().shortNumber().filter(message.to()::equals).isPresent())
                .map(IssuerProfile::key)
                .toList();
        if (served.isEmpty()) {
            return Optional.empty();
        }
        List<FoundCard> cards = directory.ofMobile(message.from()).stream()
                .filter(card -> served.contains(card.issuerKey()))
                .toList();
        return Optional.of(cards.isEmpty() ? () -> deeds.stranger(message.from()) : deed(message, cards));
    }

    private Runnable deed(IncomingText message, List<FoundCard> cards) {
        return switch (WishReader.read(message.text())) {
            case Wish.Code(String digits) -> code(message, cards, digits);
            case Wish.Place(int place) -> place(message, cards, place);
            case Wish.NotMe() -> () -> deeds.notMeInWords(cards, message.at());
            case Wish.WholeCard() -> () -> deeds.say("text-in.whole-card", cards.getFirst());
            case Wish.Unclear() -> () -> deeds.say("text-in.help", cards.getFirst());
        };
    }

    private Runnable code(IncomingText message, List<FoundCard> cards, String digits) {
        List<FoundCard> meant = cards.stream()
                .filter(card -> card.usable() && card.number().lastFour().equals(digits))
                .toList();
        return switch (meant.size()) {
            case 0 -> () -> deeds.say("text-in.no-card", cards.getFirst());
            // With this a question asked before is over, and a 1 means something else again.
            case 1 ->
                () -> {
                    questions.close(message.from(), message.to());
                    deeds.code(meant.getFirst());
                };
            default -> () -> deeds.ask(message.from(), message.to(), meant, message.at());
        };
    }

    /**
     * A place in the list that was asked about; a 1 without a list is an answer to a code. To a question whose time is
     * over it is a late answer, and no reason to stop a card, unless a code has come since then.
     */
    private Runnable place(IncomingText message, List<FoundCard> cards, int place) {
        Optional<List<CardId>> asked = questions.open(message.from(), message.to(), message.at());
        if (asked.isEmpty()) {
            return place == 1
                    ? () -> deeds.notMe(cards, message.at(), questions.askedAt(message.from(), message.to()))
                    : () -> deeds.say("text-in.help", cards.getFirst());
        }
        Optional<FoundCard> chosen = asked.filter(list -> place <= list.size())
                .map(list -> list.get(place - 1))
                .flatMap(id -> cards.stream().filter(is(id)).findFirst());
        return chosen.<Runnable>map(card -> () -> answered(message, card))
                .orElse(() -> deeds.say("text-in.help", cards.getFirst()));
    }

    private void answered(IncomingText message, FoundCard card) {
        if (questions.close(message.from(), message.to())) {
            deeds.code(card);
        }
    }

    private static Predicate<FoundCard> is(CardId id) {
        return card -> card.usable() && card.card().equals(id);
    }
}
