package ir.ramzineh.ussd;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
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

    UssdCodes(
            UssdTable table,
            IssuedCodes issued,
            CardPasswords passwords,
            Issuers issuers,
            SmsLimits limits,
            UssdScreens screens,
            AuditTrail audit) {
        this.table = table;
        this.issued = issued;
        this.passwords = passwords;
        this.issuers = issuers;
        this.limits = limits;
        this.screens = screens;
        this.audit = audit;
    }

    /** Takes the step, if nobody else has, and shows what it leads to. The dialogue ends with the code's life. */
    @Transactional
    UssdAnswer advance(Row to, List<FoundCard> owned, Instant expires) {
        Optional<FoundCard> chosen = chosen(to, owned);
        if (chosen.isEmpty()) {
            return table.advance(to, expires) ? screens.of(to, owned) : new OutOfOrder();
        }
        FoundCard card = chosen.get();
        boolean frozen = passwords.status(card.card(), UssdSessions.KIND).frozen();
        boolean tooOften = !frozen
                && limits.tryAcquire(PURPOSE, LimitSubject.answers(card.mobile())) instanceof LimitDecision.WaitFor;
        if (frozen || tooOften) {
            Row over =
                    new Row(to.key(), to.step(), to.input(), frozen ? Screen.STOPPED : Screen.WAIT, to.cards(), null);
            return table.advance(over, expires) ? screens.of(over, owned) : new OutOfOrder();
        }
        IssuedCode code = issue(card);
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

    /** What the step showed before. A code is the same as long as it lives, and the dialogue lives no longer. */
    @Transactional
    UssdAnswer again(Row row, List<FoundCard> owned) {
        if (row.screen() != Screen.CODE) {
            return screens.of(row, owned);
        }
        return chosen(row, owned)
                .<UssdAnswer>map(card -> screens.code(card, issue(card)))
                .orElseGet(OutOfOrder::new);
    }

    private IssuedCode issue(FoundCard card) {
        PasswordProfile profile = issuers.byKey(card.issuerKey()).orElseThrow().password(UssdSessions.KIND);
        return issued.issue(new CodeOrder(
                card.card(),
                UssdSessions.KIND,
                CodeChannel.USSD,
                profile.digits(),
                profile.lifeSeconds(),
                Optional.empty()));
    }

    private static Optional<FoundCard> chosen(Row row, List<FoundCard> owned) {
        return owned.stream().filter(card -> card.card().equals(row.chosen())).findFirst();
    }
}
