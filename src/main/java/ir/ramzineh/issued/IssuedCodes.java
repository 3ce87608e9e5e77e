package ir.ramzineh.issued;

import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.card.PasswordLocked;
import ir.ramzineh.card.SwitchedToStatic;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.otp.DerivedCode;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes the bank makes on request. A row says for what; the code is a keyed hash of the row, so whoever reads the database
 * learns none, and whoever asks again while it lives gets the same one (design decision 007).
 */
@Service
public class IssuedCodes {
    /** How long after its end a code is still recognised, so that the customer can be told why it was refused. */
    public static final Duration RECOGNISED = Duration.ofMinutes(5);

    /**
     * Codes for payments of one password that may be alive at once. Anybody who knows the number of a card can have some
     * made: they end each other, never a code that the customer asked for by text or dialling, and there is room for
     * more than the limits of one payment company let through in their life.
     */
    static final int PAYMENTS_LIVE_MAX = 20;

    private static final Purpose CODE = new Purpose("issued.code");
    private static final int NONCE_BYTES = 16;
    private static final int RECOGNISED_MAX = 2 * PAYMENTS_LIVE_MAX;

    private final IssuedCodeTable table;
    private final CardPasswords passwords;
    private final Vault vault;
    private final IdSource ids;
    private final SecureRandom random;
    private final Clock clock;

    IssuedCodes(
            IssuedCodeTable table,
            CardPasswords passwords,
            Vault vault,
            IdSource ids,
            SecureRandom random,
            Clock clock) {
        this.table = table;
        this.passwords = passwords;
        this.vault = vault;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /**
     * The living code of this order, or a new one (requirements part 4: a re-send makes no new code and resets nothing).
     * Of too many living ones the oldest ends. Whether the customer may have a code at all is the caller's to decide.
     *
     * @throws ir.ramzineh.card.CardNotFoundException there is no such card
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedCode issue(CodeOrder order) {
        return issue(order, Instant.MAX);
    }

    /**
     * The same, with an end that its life does not outlast.
     *
     * @param endsBy one sooner than {@link CodeOrder#LIFE_MIN} counts as that
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public IssuedCode issue(CodeOrder order, Instant endsBy) {
        // Takes the password's row first, as verification does: orders and questions wait for each other, never cross.
        passwords.codeMade(order.card(), order.kind());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<IssuedCodeTable.Row> living = living(order.card(), order.kind(), now);
        Optional<IssuedCode> same = same(living, order);
        if (same.isPresent()) {
            return same.get();
        }
        if (order.payment().isPresent()) {
            endTheOldest(living, now);
        }
        Instant end = earlier(now.plusSeconds(order.lifeSeconds()), endsBy);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        IssuedCodeTable.Row row = new IssuedCodeTable.Row(
                ids.next(),
                order,
                MadeCode.State.LIVE,
                HexFormat.of().formatHex(nonce),
                end.isBefore(now.plus(CodeOrder.LIFE_MIN)) ? now.plus(CodeOrder.LIFE_MIN) : end);
        table.insert(row, now);
        return new IssuedCode(code(row), row.expiresAt(), false);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void endTheOldest(List<IssuedCodeTable.Row> living, Instant now) {
        List<IssuedCodeTable.Row> payments =
                living.stream().filter(row -> row.order().payment().isPresent()).toList();
        if (payments.size() >= PAYMENTS_LIVE_MAX) {
            table.end(payments.getLast().id(), MadeCode.State.REPLACED, now);
        }
    }

    /** The living code of this order; none is made. */
    public Optional<IssuedCode> living(CodeOrder order) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return same(living(order.card(), order.kind(), now), order);
    }

    private Optional<IssuedCode> same(List<IssuedCodeTable.Row> living, CodeOrder order) {
        return living.stream()
                .filter(row -> sameOrder(row.order(), order))
                .findFirst()
                .map(row -> new IssuedCode(code(row), row.expiresAt(), true));
    }

    /**
     * What was made lately for a password, first what is alive, then the newest; read behind the lock of the password.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MadeCode> lately(CardId card, PasswordKind kind, Instant now) {
        return table.endingAfter(card, kind, now.minus(RECOGNISED), RECOGNISED_MAX).stream()
                .map(row -> new MadeCode(
                        row.id(),
                        row.order().channel(),
                        row.state(),
                        code(row),
                        row.expiresAt(),
                        row.order().lifeSeconds(),
                        row.order().payment()))
                .toList();
    }

    /** Uses a code; of any number of callers one gets {@code true}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean use(MadeCode code, Instant now) {
        return table.end(code.id(), MadeCode.State.USED, now);
    }

    /** Ends a code that was presented for something else than it was made for (security case 4). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void burn(MadeCode code, Instant now) {
        table.end(code.id(), MadeCode.State.BURNT, now);
    }

    @EventListener
    void endWith(PasswordLocked locked) {
        table.replaceAll(locked.card(), locked.kind(), clock.instant());
    }

    @EventListener
    void endWith(SwitchedToStatic switched) {
        table.replaceAll(switched.card(), switched.kind(), clock.instant());
    }

    private List<IssuedCodeTable.Row> living(CardId card, PasswordKind kind, Instant now) {
        return table.endingAfter(card, kind, now, RECOGNISED_MAX).stream()
                .filter(row -> row.state() == MadeCode.State.LIVE)
                .toList();
    }

    private static boolean sameOrder(CodeOrder before, CodeOrder order) {
        return before.channel() == order.channel()
                && before.digits() == order.digits()
                && before.payment().equals(order.payment());
    }

    private String code(IssuedCodeTable.Row row) {
        CodeOrder order = row.order();
        String content = String.join(
                "\n",
                Long.toString(row.id()),
                row.nonce(),
                Long.toString(order.card().value()),
                order.kind().name(),
                order.channel().name(),
                order.payment()
                        .map(payment -> String.join(
                                "\n",
                                payment.type().name(),
                                Long.toString(payment.amount().amount()),
                                payment.merchantId(),
                                payment.terminalId()))
                        .orElse(""));
        return DerivedCode.of(vault.mac(CODE, content.getBytes(StandardCharsets.UTF_8)), order.digits());
    }
}
