package ir.ramzineh.ussd;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.issuer.PasswordProfile;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.ussd.UssdAnswer.OutOfOrder;
import ir.ramzineh.ussd.UssdTable.Row;
import ir.ramzineh.ussd.UssdTable.Screen;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps that make codes, each in one transaction with the note that it was made. */
@Component
class UssdCodes {
    private static final String PURPOSE = "ussd";

    private final UssdTable table;
    private final IssuedCodes issued;
    private final CardPasswords passwords;
    private final Issuers issuers;
    private final SmsLimits limits;
    private final UssdScreens screens;
    private final AuditTrail audit;
    private final Clock clock;

    UssdCodes(
            UssdTable table,
            IssuedCodes issued,
            CardPasswords passwords,
            Issuers issuers,
            SmsLimits limits,
            UssdScreens screens,
            AuditTrail audit,
            Clock clock) {
        this.table = table;
        this.issued = issued;
        this.passwords = passwords;
        this.issuers = issuers;
        this.limits = limits;
        this.screens = screens;
        this.audit = audit;
        this.clock = clock;
    }

    /** Takes the step, if nobody else has, and shows what it leads to. The dialogue ends with the code's life. */
    @Transactional
    UssdAnswer advance(Row to, List<FoundCard> owned, Instant expires) {
        Optional<FoundCard> chosen = chosen(to, owned);
        if (chosen.isEmpty()) {
            return table.advance(to, expires) ? screens.of(to, owned) : new OutOfOrder();
        }
        FoundCard card = chosen.get();
        Attempt attempt = passwords.look(card.number(), UssdSessions.KIND);
        Optional<Screen> obstacle = obstacle(attempt, card).or(() -> tooOften(card));
        if (obstacle.isPresent() || !(attempt instanceof Attempt.Reserved open)) {
            Row over = instead(to, obstacle.orElse(Screen.STOPPED));
            return table.advance(over, expires) ? screens.of(over, owned) : new OutOfOrder();
        }
        IssuedCode code = issued.issue(order(card, open.lifeSeconds()));
        if (!table.advance(to, code.expiresAt())) {
            return new OutOfOrder();
        }
        audit.record(new AuditEvent(
                new Actor.Customer(card.customer()),
                "ussd.code",
                card.customer(),
                card.card(),
                Map.of("card", card.number().lastFour())));
        return screens.code(card, code);
    }

    /**
     * What the step showed before. A code is shown again as long as it lives: one that was used, or stopped with its
     * card, ends the dialogue, and no other takes its place.
     */
    @Transactional
    UssdAnswer again(Row row, List<FoundCard> owned) {
        if (row.screen() != Screen.CODE) {
            return screens.of(row, owned);
        }
        Optional<FoundCard> chosen = chosen(row, owned);
        if (chosen.isEmpty()) {
            return new OutOfOrder();
        }
        FoundCard card = chosen.get();
        return switch (passwords.look(card.number(), UssdSessions.KIND)) {
            case Attempt.Closed closed -> screens.of(instead(row, Screen.STOPPED), owned);
            case Attempt.Reserved open ->
                issued.living(order(card, open.lifeSeconds()))
                        .map(code -> screens.code(card, code))
                        .orElseGet(OutOfOrder::new);
        };
    }

    private Optional<Screen> obstacle(Attempt attempt, FoundCard card) {
        return switch (attempt) {
            case Attempt.Closed closed -> Optional.of(Screen.STOPPED);
            case Attempt.Reserved open when card.numberTooNew() -> Optional.of(Screen.NEW_NUMBER);
            case Attempt.Reserved open ->
                open.allowed().at(clock.instant()) ? Optional.empty() : Optional.of(Screen.NOT_NOW);
        };
    }

    private Optional<Screen> tooOften(FoundCard card) {
        return limits.tryAcquire(PURPOSE, LimitSubject.answers(card.mobile())) instanceof LimitDecision.WaitFor
                ? Optional.of(Screen.WAIT)
                : Optional.empty();
    }

    private static Row instead(Row row, Screen screen) {
        return new Row(row.key(), row.step(), row.input(), screen, row.cards(), null);
    }

    /** The life is the one the customer chose (S5.5). */
    private CodeOrder order(FoundCard card, int lifeSeconds) {
        PasswordProfile profile = issuers.byKey(card.issuerKey()).orElseThrow().password(UssdSessions.KIND);
        return new CodeOrder(
                card.card(), UssdSessions.KIND, CodeChannel.USSD, profile.digits(), lifeSeconds, Optional.empty());
    }

    private static Optional<FoundCard> chosen(Row row, List<FoundCard> owned) {
        return owned.stream().filter(card -> card.card().equals(row.chosen())).findFirst();
    }
}
