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

    /** Codes of one password that may be alive at once: a few payment pages may be open, a flood may not grow. */
    static final int LIVE_MAX = 5;

    private static final Purpose CODE = new Purpose("issued.code");
    private static final int NONCE_BYTES = 16;
    private static final int RECOGNISED_MAX = 20;

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
        // Takes the password's row first, as verification does: orders and questions wait for each other, never cross.
        passwords.codeMade(order.card(), order.kind());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<IssuedCodeTable.Row> living = living(order.card(), order.kind(), now);
        Optional<IssuedCodeTable.Row> same =
                living.stream().filter(row -> sameOrder(row.order(), order)).findFirst();
        if (same.isPresent()) {
            return new IssuedCode(code(same.get()), same.get().expiresAt(), true);
        }
        if (living.size() >= LIVE_MAX) {
            table.end(living.getLast().id(), MadeCode.State.REPLACED, now);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        IssuedCodeTable.Row row = new IssuedCodeTable.Row(
                ids.next(),
                order,
                MadeCode.State.LIVE,
                HexFormat.of().formatHex(nonce),
                now.plusSeconds(order.lifeSeconds()));
        table.insert(row, now);
        return new IssuedCode(code(row), row.expiresAt(), false);
    }

    /** What was made lately for a password, dead or alive, the newest first; read behind the lock of the password. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MadeCode> lately(CardId card, PasswordKind kind, Instant now) {
        return table.endingAfter(card, kind, now.minus(RECOGNISED), RECOGNISED_MAX).stream()
                .map(row -> new MadeCode(
                        row.id(),
                        row.order().channel(),
                        row.state(),
                        code(row),
                        row.expiresAt(),
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
