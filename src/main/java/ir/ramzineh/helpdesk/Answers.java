package ir.ramzineh.helpdesk;

import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.CardSettings;
import ir.ramzineh.card.PasswordState;
import ir.ramzineh.gatewaytoken.GatewayReason;
import ir.ramzineh.gatewaytoken.GatewayToken;
import ir.ramzineh.gatewaytoken.LinkScope;
import ir.ramzineh.harim.Delivery;
import ir.ramzineh.helpdesk.Answer.Fact;
import ir.ramzineh.helpdesk.Answer.Tone;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.sms.SmsTimeline;
import ir.ramzineh.verification.RecentVerification;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Works out why something does not work from what is on the page; decides nothing and asks nobody. */
final class Answers {
    private static final Duration LATELY = Duration.ofHours(24);
    private static final Duration NEW_NUMBER = Duration.ofDays(7);
    private static final Duration SLOW = Duration.ofMinutes(2);
    private static final int CLOCK_ERROR_SECONDS = 20;
    private static final int REFUSED_SIGN_INS = 3;

    /** No refusals, or such as the lock of the link tells of while it stands. */
    private static final Set<GatewayReason> SAID_BY_THE_LINK =
            EnumSet.of(GatewayReason.ACCEPTED, GatewayReason.WRONG_CODE_LOCKED, GatewayReason.LOCKED);

    private final Instant now;
    private final List<Answer> answers = new ArrayList<>();

    private Answers(Instant now) {
        this.now = now;
    }

    /** The most pressing first; where nothing is found, that is said. */
    static List<Answer> of(
            Instant now,
            CustomerSummary customer,
            List<CardFile> cards,
            AccountTokens tokens,
            List<SmsTimeline.Entry> messages) {
        Answers answers = new Answers(now);
        cards.forEach(card -> answers.about(card));
        answers.about(tokens);
        answers.about(customer);
        messages.stream().findFirst().ifPresent(answers::about);
        List<Answer> found = answers.answers;
        if (found.stream().noneMatch(answer -> answer.tone() == Tone.PROBLEM)) {
            found.add(Answer.of(Tone.FINE, "nothing"));
        }
        return found.stream().sorted(Comparator.comparing(Answer::tone)).toList();
    }

    private void about(CardFile file) {
        CardOverview card = file.card();
        Fact four = new Fact.Text(card.lastFour());
        file.openCase().ifPresent(one -> problem("case", four, new Fact.At(one.reportedAt())));
        if (card.expired()) {
            problem("expired", four);
        } else if (!card.active()) {
            problem("inactive", four);
        } else if (card.gift()) {
            hint("gift", four);
        } else {
            passwords(file, four, file.openCase().isPresent());
        }
        file.verifications().stream().findFirst().ifPresent(last -> verification(last, four));
        file.requests().stream()
                .findFirst()
                .filter(request -> lately(request.askedAt()))
                .ifPresent(request -> request.outcome()
                        .filter(outcome -> outcome != Delivery.SENT)
                        .ifPresent(outcome -> problem(
                                "request",
                                four,
                                new Fact.At(request.askedAt()),
                                new Fact.Words("activity-detail.reason." + outcome.name(), List.of()))));
    }

    /** @param inCase what stops the codes is said already, and where that ends */
    private void passwords(CardFile file, Fact four, boolean inCase) {
        boolean dynamic = false;
        for (PasswordKind kind : PasswordKind.values()) {
            CardSettings settings = file.settings(kind);
            Fact name = new Fact.Words("desk.kind." + kind.name(), List.of());
            Instant frozenAt = settings.password().frozenAt();
            Instant since = settings.password().stateSince();
            if (frozenAt != null && !inCase) {
                problem("frozen", four, name, new Fact.At(frozenAt));
            }
            if (settings.password().state() == PasswordState.LOCKED) {
                problem("locked", four, name, new Fact.At(since == null ? now : since));
            }
            if (settings.password().state() == PasswordState.DYNAMIC) {
                dynamic = true;
                dynamic(file, settings, four, name);
            }
        }
        file.underWay()
                .forEach(activation -> hint(
                        "under-way",
                        four,
                        new Fact.Words("desk.kind." + activation.kind().name(), List.of()),
                        new Fact.At(activation.expiresAt())));
        if (!dynamic && file.second().password().state() == PasswordState.STATIC) {
            hint("static", four);
        }
    }

    private void dynamic(CardFile file, CardSettings settings, Fact four, Fact name) {
        int used = settings.password().failedAttempts();
        if (used > 0 && used >= settings.wrongCodeLimit() - 1) {
            problem("attempts", four, name, new Fact.Count(used), new Fact.Count(settings.wrongCodeLimit()));
        }
        boolean hasToken = file.tokens().stream().anyMatch(token -> token.kind() == settings.kind());
        boolean appOnly = settings.channelsOn().stream().allMatch(channel -> channel == CodeChannel.APP);
        if (!hasToken && appOnly) {
            problem("no-token", four, name);
        }
        file.tokens().stream()
                .filter(token ->
                        token.kind() == settings.kind() && Math.abs(token.driftSeconds()) >= CLOCK_ERROR_SECONDS)
                .forEach(token -> hint(
                        token.driftSeconds() > 0 ? "clock-ahead" : "clock-behind",
                        four,
                        new Fact.Lasting(Duration.ofSeconds(Math.abs(token.driftSeconds())))));
        Rial cap = settings.amountCap();
        if (cap != null) {
            hint("cap", four, name, new Fact.Money(cap));
        }
        if (!settings.allowed().allDay()
                || !settings.allowed().types().containsAll(settings.allowed().choosable())) {
            hint("narrow", four, name);
        }
    }

    private void verification(RecentVerification last, Fact four) {
        if (lately(last.at()) && last.verdict() == Verdict.REFUSED) {
            problem(
                    "refused",
                    four,
                    new Fact.At(last.at()),
                    new Fact.Words(last.reason().key(), last.detail()));
        }
    }

    private void about(AccountTokens tokens) {
        for (GatewayToken token : tokens.living()) {
            token.links().forEach(link -> {
                Instant locked = link.lockedAt();
                if (locked != null) {
                    problem(
                            "account-locked",
                            new Fact.Text(token.lastFour()),
                            scope(link.scope()),
                            new Fact.At(locked));
                }
            });
        }
        tokens.last()
                .filter(last -> lately(last.at()) && !SAID_BY_THE_LINK.contains(last.reason()))
                .ifPresent(last -> problem(
                        "account-refused",
                        scope(last.scope()),
                        new Fact.At(last.at()),
                        new Fact.Words(last.reason().key(), List.of())));
    }

    private static Fact scope(LinkScope scope) {
        return new Fact.Words("activity-detail.scope." + scope.key(), List.of());
    }

    private void about(CustomerSummary customer) {
        if (customer.signedUpAt().isEmpty()) {
            hint("no-sign-up");
        }
        customer.mobileSince()
                .filter(at -> at.isAfter(now.minus(NEW_NUMBER)))
                .ifPresent(at -> hint("new-number", new Fact.At(at)));
        customer.codesFrom().ifPresent(at -> problem("codes-wait", new Fact.At(at)));
        if (customer.refusedSignIns() >= REFUSED_SIGN_INS) {
            problem("sign-in", new Fact.Count(customer.refusedSignIns()));
        }
    }

    /** The newest message of the last day. */
    private void about(SmsTimeline.Entry message) {
        if (!lately(message.asked())) {
            return;
        }
        Fact asked = new Fact.At(message.asked());
        Duration waiting = Duration.between(message.asked(), now);
        Instant ended = message.ended();
        switch (message.state()) {
            case FAILED -> problem("sms-failed", asked);
            case EXPIRED -> problem("sms-expired", asked);
            case QUEUED -> {
                if (waiting.compareTo(SLOW) > 0) {
                    problem("sms-queued", asked, new Fact.Lasting(waiting));
                }
            }
            case HANDED_OVER -> {
                if (waiting.compareTo(SLOW) > 0) {
                    hint("sms-no-report", asked);
                }
            }
            case DELIVERED ->
                answers.add(Answer.of(
                        Tone.FINE,
                        "sms-delivered",
                        asked,
                        new Fact.Lasting(Duration.between(message.asked(), ended == null ? now : ended))));
        }
    }

    private boolean lately(Instant at) {
        return at.isAfter(now.minus(LATELY));
    }

    private void problem(String name, Fact... facts) {
        answers.add(Answer.of(Tone.PROBLEM, name, facts));
    }

    private void hint(String name, Fact... facts) {
        answers.add(Answer.of(Tone.HINT, name, facts));
    }
}
