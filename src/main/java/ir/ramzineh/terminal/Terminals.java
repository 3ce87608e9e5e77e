package ir.ramzineh.terminal;

import ir.ramzineh.card.CardChannels;
import ir.ramzineh.card.CardDirectory;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.AtmAction;
import ir.ramzineh.issuer.AtmEntry;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.terminal.TerminalAnswer.Result;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One-time codes at ATMs and kiosks (S3, S4, S7, S9, S13.1, S14): what a bank offers there, and each wish carried out
 * once, whoever repeats the request. Card and first password were checked by the switch; the number that codes and news
 * go to is the registered one and no other (D3).
 */
@Service
public class Terminals {
    private static final Duration DAY = Duration.ofHours(24);

    private final CardDirectory directory;
    private final CardChannels channels;
    private final Issuers issuers;
    private final RequestLedger ledger;
    private final TerminalMenus menus;
    private final TerminalActions actions;
    private final TerminalTexts texts;
    private final TerminalSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Terminals(
            CardDirectory directory,
            CardChannels channels,
            Issuers issuers,
            RequestLedger ledger,
            TerminalMenus menus,
            TerminalActions actions,
            TerminalTexts texts,
            TerminalSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.channels = channels;
        this.issuers = issuers;
        this.ledger = ledger;
        this.menus = menus;
        this.actions = actions;
        this.texts = texts;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is offered for a card. Nothing is changed. */
    public TerminalOffer offer(CardNumber number, Locale language) {
        return directory
                .find(number)
                .map(card -> menus.of(card, issuer(card), language))
                .orElseGet(() -> menus.nothing(language));
    }

    /** What will be true after an entry that switches off; one sentence a string, none for other entries. */
    public List<String> remains(CardNumber number, String entry, Locale language) {
        return directory
                .find(number)
                .flatMap(card -> action(card, entry)
                        .filter(action -> action.action() == AtmAction.DEACTIVATE
                                || action.action() == AtmAction.DEACTIVATE_CHANNEL)
                        .map(action -> menus.remains(card, action, language)))
                .orElse(List.of());
    }

    /**
     * Carries out an entry, or answers as before where the request is a repeated one.
     *
     * @throws RequestIdReusedException the request id was used for another wish
     */
    public TerminalAnswer act(TerminalRequest request) {
        Optional<TerminalAnswer> before = ledger.answered(request);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<FoundCard> card = directory.find(request.card());
        Optional<AtmEntry.Action> action = card.flatMap(found -> action(found, request.entry()));
        if (action.isEmpty()) {
            String key = card.isEmpty() ? "refused.unknown" : "refused.entry";
            return new TerminalAnswer(Result.REFUSED, texts.get(request.language(), key), List.of());
        }
        return Objects.requireNonNull(
                transaction.execute(status -> once(request, card.orElseThrow(), action.orElseThrow())));
    }

    /** The card is held, so of two at once the second finds the answer of the first. */
    private TerminalAnswer once(TerminalRequest request, FoundCard card, AtmEntry.Action action) {
        channels.hold(card.card());
        Optional<TerminalAnswer> meanwhile = ledger.answered(request);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Instant now = clock.instant();
        IssuerProfile issuer = issuer(card);
        TerminalAnswer answer = ledger.of(card.card(), now.minus(DAY)) >= settings.actionsPerDayMax()
                ? new TerminalAnswer(Result.WAIT, texts.get(request.language(), "limit"), List.of())
                : actions.perform(
                        new TerminalActions.Wish(card, issuer, issuer.atm().orElseThrow(), action, request));
        ledger.store(request, card.card(), action.action().name(), answer, now);
        return answer;
    }

    private Optional<AtmEntry.Action> action(FoundCard card, String entry) {
        return issuer(card).atm().flatMap((AtmProfile atm) -> atm.action(entry));
    }

    private IssuerProfile issuer(FoundCard card) {
        return issuers.byKey(card.issuerKey()).orElseThrow();
    }
}
