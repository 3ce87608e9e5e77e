package ir.ramzineh.textin;

import ir.ramzineh.audit.Actor;
import ir.ramzineh.audit.AuditEvent;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.card.Attempt;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.FoundCard;
import ir.ramzineh.fraudcase.NotMe;
import ir.ramzineh.fraudcase.ReportedBy;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.issuer.IssuerProfile;
import ir.ramzineh.issuer.Issuers;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.sms.LimitDecision;
import ir.ramzineh.sms.LimitSubject;
import ir.ramzineh.sms.SmsLimits;
import ir.ramzineh.sms.SmsOutbox;
import ir.ramzineh.sms.SmsRequest;
import ir.ramzineh.sms.SmsTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What is done about a text message; always in the transaction in which it is noted as dealt with. */
@Component
class TextInDeeds {
    /** Of messages that carry a code. */
    private static final String PURPOSE = "text-in";
    /** Of all other answers. */
    private static final String ANSWER = "text-in-answer";

    private static final PasswordKind KIND = PasswordKind.SECOND;
    private static final CodeChannel CHANNEL = CodeChannel.SMS_TEXT_IN;
    /** An answer that comes much later answers nothing any more. */
    private static final Duration ANSWER_LIFE = Duration.ofMinutes(5);
    /** Which code an answer "1" can be about. */
    private static final Duration LATELY = Duration.ofHours(1);
    /** The purposes of messages with a code. */
    private static final Set<String> CODES = Set.of(PURPOSE, "harim");

    private static final int MESSAGES_LOOKED_AT = 20;

    private static final ZoneId TEHRAN = ZoneId.of("Asia/Tehran");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Issuers issuers;
    private final CardPasswords passwords;
    private final IssuedCodes issued;
    private final OpenQuestions questions;
    private final SmsLimits limits;
    private final SmsOutbox outbox;
    private final AuditTrail audit;
    private final SmsTimeline timeline;
    private final NotMe notMe;
    private final Clock clock;

    TextInDeeds(
            Issuers issuers,
            CardPasswords passwords,
            IssuedCodes issued,
            OpenQuestions questions,
            SmsLimits limits,
            SmsOutbox outbox,
            AuditTrail audit,
            SmsTimeline timeline,
            NotMe notMe,
            Clock clock) {
        this.issuers = issuers;
        this.passwords = passwords;
        this.issued = issued;
        this.questions = questions;
        this.limits = limits;
        this.outbox = outbox;
        this.audit = audit;
        this.timeline = timeline;
        this.notMe = notMe;
        this.clock = clock;
    }

    /** Silence and a line in the trail, which does not hold the number. */
    void stranger(MobileNumber phone) {
        audit.record(new AuditEvent(
                new Actor.Anonymous(), "text-in.stranger", null, null, Map.of("phone", questions.pseudonym(phone))));
    }

    /** One plain sentence, if the phone has not had too many answers lately. */
    void say(String template, FoundCard card) {
        if (allowed(card)) {
            send(
                    ANSWER,
                    template,
                    card,
                    Map.of("card", card.number().lastFour()),
                    clock.instant().plus(ANSWER_LIFE));
        }
    }

    /** A code for a card whose SMS edition is on, beside or without the app (S6.2, S6.4); otherwise the reason. */
    void code(FoundCard card) {
        switch (passwords.look(card.number(), KIND)) {
            case Attempt.Closed(var ignored, Attempt.Cause cause) -> say(reason(cause), card);
            case Attempt.Reserved open -> {
                if (!open.activated() || !open.channels().contains(CHANNEL)) {
                    say("text-in.not-active", card);
                } else if (card.numberTooNew()) {
                    say("text-in.new-number", card);
                } else if (!open.allowed().at(clock.instant())) {
                    say("text-in.not-now", card);
                } else if (allowed(card)) {
                    issue(card, open.lifeSeconds());
                }
            }
        }
    }

    private static String reason(Attempt.Cause cause) {
        return switch (cause) {
            case GIFT_CARD -> "text-in.gift";
            case LOCKED, FROZEN -> "text-in.stopped";
            case UNKNOWN_CARD, CARD_NOT_USABLE, NOT_DYNAMIC -> "text-in.not-active";
        };
    }

    private void issue(FoundCard card, int lifeSeconds) {
        int digits =
                issuers.byKey(card.issuerKey()).orElseThrow().password(KIND).digits();
        IssuedCode code =
                issued.issue(new CodeOrder(card.card(), KIND, CHANNEL, digits, lifeSeconds, Optional.empty()));
        send(
                PURPOSE,
                "text-in.code",
                card,
                Map.of(
                        "card",
                        card.number().lastFour(),
                        "code",
                        code.code(),
                        "time",
                        TIME.format(code.expiresAt().atZone(TEHRAN))),
                code.expiresAt());
        audit.record(new AuditEvent(
                new Actor.Customer(card.customer()),
                "text-in.code",
                card.customer(),
                card.card(),
                Map.of("card", card.number().lastFour())));
    }

    /** Asks back which of several cards is meant; they differ by nothing that may be written but their end of life. */
    void ask(MobileNumber phone, String shortNumber, List<FoundCard> meant, Instant now) {
        if (!allowed(meant.getFirst())) {
            return;
        }
        List<FoundCard> shown = meant.subList(0, Math.min(meant.size(), 9));
        String choices = IntStream.range(0, shown.size())
                .mapToObj(i -> (i + 1) + ") " + shown.get(i).expiry())
                .collect(Collectors.joining("  "));
        questions.ask(phone, shortNumber, shown.stream().map(FoundCard::card).toList(), now);
        send(ANSWER, "text-in.choose", meant.getFirst(), Map.of("choices", choices), now.plus(ANSWER_LIFE));
    }

    /**
     * "It was not me", by a mere 1: the codes of the card that had the latest code by SMS stop, and a case is opened
     * (3.2 D). Without such a code it says nothing.
     *
     * @param asked when we last asked something that was never answered: the 1 is not about a code from before that
     */
    void notMe(List<FoundCard> owned, Instant now, Optional<Instant> asked) {
        Instant since = asked.filter(now.minus(LATELY)::isBefore).orElse(now.minus(LATELY));
        latestCode(owned, since).ifPresentOrElse(this::report, () -> say("text-in.help", owned.getFirst()));
    }

    /** The same in words; where no code went out lately it stops all these cards. */
    void notMeInWords(List<FoundCard> owned, Instant now) {
        latestCode(owned, now.minus(LATELY))
                .ifPresentOrElse(this::report, () -> owned.forEach(card -> report(card, new Suspect.WholeCard())));
    }

    private void report(LatestCode code) {
        report(code.card(), new Suspect.Message(code.message().id()));
    }

    /** The answer is the news of the case. */
    private void report(FoundCard card, Suspect suspect) {
        notMe.report(card.customer(), card.card(), ReportedBy.SMS, suspect);
    }

    private record LatestCode(FoundCard card, SmsTimeline.Entry message) {}

    private Optional<LatestCode> latestCode(List<FoundCard> owned, Instant since) {
        return owned.stream()
                .flatMap(card -> timeline.of(card.customer(), card.card(), MESSAGES_LOOKED_AT).stream()
                        .map(message -> new LatestCode(card, message)))
                .filter(code -> CODES.contains(code.message().purpose())
                        && code.message().asked().isAfter(since))
                .max(Comparator.comparing(code -> code.message().asked()));
    }

    private boolean allowed(FoundCard card) {
        return limits.tryAcquire(PURPOSE, LimitSubject.answers(card.mobile())) instanceof LimitDecision.Allowed;
    }

    private void send(String purpose, String template, FoundCard card, Map<String, String> values, Instant notAfter) {
        IssuerProfile issuer = issuers.byKey(card.issuerKey()).orElseThrow();
        Map<String, String> all = new HashMap<>(values);
        all.put("bank", issuer.sms().bankName().in(card.locale()));
        outbox.send(new SmsRequest(
                card.mobile(),
                template,
                all,
                card.locale(),
                notAfter,
                purpose,
                card.customer(),
                issuer.sms().sender(),
                card.card()));
    }
}
