package ir.ramzineh.terminal;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issuer.AtmEntry;
import ir.ramzineh.issuer.AtmProfile;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.PinRule;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.terminal.TerminalAnswer.Result;
import ir.ramzineh.token.AtmActivations;
import ir.ramzineh.token.AtmStart;
import ir.ramzineh.token.EditionOutcome;
import ir.ramzineh.token.Editions;
import ir.ramzineh.token.PinOutcome;
import ir.ramzineh.token.ProofOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Carries out one entry of a menu, in the transaction that stores its answer. */
@Component
class TerminalActions {
    private final AtmActivations activations;
    private final Editions editions;
    private final TerminalMenus menus;
    private final Receipts receipts;
    private final TerminalTexts texts;

    TerminalActions(
            AtmActivations activations,
            Editions editions,
            TerminalMenus menus,
            Receipts receipts,
            TerminalTexts texts) {
        this.activations = activations;
        this.editions = editions;
        this.menus = menus;
        this.receipts = receipts;
        this.texts = texts;
    }

    /** All that belongs to one wish. */
    record Wish(FoundCard card, IssuerProfile issuer, AtmProfile atm, AtmEntry.Action action, TerminalRequest request) {
        Locale language() {
            return request.language();
        }

        Actor actor() {
            return new Actor.Channel(request.channel());
        }
    }

    TerminalAnswer perform(Wish wish) {
        for (PasswordKind kind : wish.action().passwords().isEmpty()
                ? List.of(PasswordKind.SECOND)
                : wish.action().passwords().stream().sorted().toList()) {
            Optional<String> refusal = menus.refusal(wish.card(), wish.issuer(), kind, wish.language());
            if (refusal.isPresent()) {
                return new TerminalAnswer(Result.REFUSED, refusal.get(), List.of());
            }
        }
        return switch (wish.action().action()) {
            case ACTIVATE -> mobileIsRight(wish) ? activate(wish) : branch(wish);
            case ACTIVATE_CHANNEL -> mobileIsRight(wish) ? activateChannel(wish) : branch(wish);
            case SET_PIN -> setPin(wish);
            case PROVE -> prove(wish);
            case DEACTIVATE, DEACTIVATE_CHANNEL -> deactivate(wish);
        };
    }

    /** Compared with the registered number, never changed here (S3.4, S4.4, D3). */
    private static boolean mobileIsRight(Wish wish) {
        if (wish.atm().mobile() == AtmProfile.Mobile.SHOWN) {
            return wish.request().mobileConfirmed();
        }
        String typed = wish.request().mobile();
        try {
            return typed != null && MobileNumber.of(typed).equals(wish.card().mobile());
        } catch (InvalidValueException noNumber) {
            return false;
        }
    }

    private static TerminalAnswer branch(Wish wish) {
        return new TerminalAnswer(Result.BRANCH, wish.atm().branchText().in(wish.language()), List.of());
    }

    private TerminalAnswer activate(Wish wish) {
        if (wish.atm().pin().isPresent()) {
            // Before the key: without its PIN no code of it would be good.
            Optional<PinRule.Broken> broken = wish.atm().pin().get().brokenBy(typedPin(wish));
            if (broken.isPresent()) {
                return weak(wish, broken.get());
            }
        }
        AtmEntry.Action action = wish.action();
        var way = action.way().orElseThrow();
        return switch (activations.start(
                wish.card().customer(), wish.card().card(), action.password(), way, wish.actor())) {
            case AtmStart.Started(Optional<String> secret, var until) -> {
                if (wish.atm().pin().isPresent()) {
                    pin(wish);
                }
                String text = texts.get(
                        wish.language(),
                        "done.activate." + way,
                        "mobile",
                        Receipts.isolated(wish.card().mobile().masked(), wish.language()),
                        "hours",
                        hours(wish));
                yield new TerminalAnswer(
                        Result.DONE,
                        text,
                        receipts.activation(
                                wish.card(),
                                wish.issuer(),
                                action.password(),
                                way,
                                secret,
                                until,
                                wish.request().terminalId(),
                                wish.language()));
            }
            case AtmStart.Refused(String key) ->
                new TerminalAnswer(
                        Result.REFUSED, menus.refusal(key, wish.card(), wish.issuer(), wish.language()), List.of());
            case AtmStart.Wait(Duration time) -> waiting(time, wish.language());
        };
    }

    private static String hours(Wish wish) {
        long hours =
                Duration.ofSeconds(wish.issuer().activation().lifeSeconds()).toHours();
        return Receipts.shown(Long.toString(hours), wish.language());
    }

    private TerminalAnswer activateChannel(Wish wish) {
        AtmEntry.Action action = wish.action();
        CodeChannel channel = action.channel().orElseThrow();
        boolean switched =
                editions.activate(wish.card().customer(), wish.card().card(), action.password(), channel, wish.actor());
        String own = texts.get(
                wish.language(),
                switched ? "done.channel" : "done.channel-was-on",
                "mobile",
                Receipts.isolated(wish.card().mobile().masked(), wish.language()));
        return new TerminalAnswer(Result.DONE, switched ? done(wish, own) : own, List.of());
    }

    private TerminalAnswer setPin(Wish wish) {
        return switch (pin(wish)) {
            case PinOutcome.Set(boolean changed) ->
                new TerminalAnswer(
                        Result.DONE,
                        done(wish, texts.get(wish.language(), changed ? "done.pin-changed" : "done.pin")),
                        List.of());
            case PinOutcome.Weak(PinRule.Broken rule) -> weak(wish, rule);
            case PinOutcome.NotOffered() ->
                new TerminalAnswer(Result.REFUSED, texts.get(wish.language(), "refused.entry"), List.of());
        };
    }

    private PinOutcome pin(Wish wish) {
        return activations.setPin(wish.card().customer(), wish.card().card(), typedPin(wish), wish.actor());
    }

    private static String typedPin(Wish wish) {
        String typed = wish.request().pin();
        return typed == null ? "" : Digits.toLatin(typed);
    }

    private TerminalAnswer weak(Wish wish, PinRule.Broken rule) {
        int length = wish.atm().pin().map(PinRule::length).orElse(0);
        String text = texts.get(
                wish.language(),
                "again.pin." + rule,
                "length",
                Receipts.shown(Integer.toString(length), wish.language()));
        return new TerminalAnswer(Result.AGAIN, text, List.of());
    }

    private TerminalAnswer prove(Wish wish) {
        String code = wish.request().code();
        return switch (activations.prove(
                wish.card().customer(),
                wish.card().card(),
                wish.action().password(),
                code == null ? "" : code,
                wish.actor())) {
            case ProofOutcome.Proven proven ->
                new TerminalAnswer(
                        Result.DONE, wish.issuer().activatedText(proven.kind()).in(wish.language()), List.of());
            case ProofOutcome.Wrong(int left) ->
                new TerminalAnswer(
                        Result.AGAIN,
                        texts.get(
                                wish.language(),
                                "again.code",
                                "left",
                                Receipts.shown(Integer.toString(left), wish.language())),
                        List.of());
            case ProofOutcome.Over over ->
                new TerminalAnswer(Result.REFUSED, texts.get(wish.language(), "refused.nothing-under-way"), List.of());
        };
    }

    private TerminalAnswer deactivate(Wish wish) {
        CodeChannel channel = wish.action().channel().orElse(CodeChannel.APP);
        List<String> sentences = wish.action().passwords().stream()
                .sorted()
                .map(kind -> off(wish, kind, channel))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (sentences.isEmpty()) {
            return new TerminalAnswer(Result.DONE, texts.get(wish.language(), "done.was-off"), List.of());
        }
        String own = sentences.stream().collect(Collectors.joining(" "));
        String text = wish.action()
                .done()
                .map(words -> words.in(wish.language()) + " " + own)
                .orElse(own);
        return new TerminalAnswer(
                Result.DONE,
                text,
                receipts.off(wish.card(), wish.issuer(), text, wish.request().terminalId(), wish.language()));
    }

    private Optional<String> off(Wish wish, PasswordKind kind, CodeChannel channel) {
        EditionOutcome outcome =
                editions.deactivate(wish.card().customer(), wish.card().card(), kind, channel, wish.actor());
        return switch (outcome) {
            case EditionOutcome.Off(boolean staticAgain) ->
                Optional.of(texts.get(
                        wish.language(),
                        staticAgain ? "done.off.static-again." + TerminalMenus.word(kind) : "done.off.dynamic"));
            case EditionOutcome.WasOff() -> Optional.empty();
        };
    }

    /** The bank's own words where it has some. */
    private static String done(Wish wish, String own) {
        return wish.action().done().map(words -> words.in(wish.language())).orElse(own);
    }

    TerminalAnswer waiting(Duration time, Locale language) {
        long minutes = Math.max(1, time.plusSeconds(59).toMinutes());
        return new TerminalAnswer(
                Result.WAIT,
                texts.get(language, "wait", "minutes", Receipts.shown(Long.toString(minutes), language)),
                List.of());
    }
}
