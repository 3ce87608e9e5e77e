package ir.ramzineh.sms;

import io.micrometer.core.instrument.MeterRegistry;
import ir.ramzineh.kernel.Digits;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.MobileNumber;
import ir.ramzineh.vault.Purpose;
import ir.ramzineh.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way in for messages from phones (S6.3). Each is dealt with once, whatever the provider repeats. Nobody but Iranian
 * mobile phones is answered: not ourselves, no foreign or premium number, no word in the place of a number (security case
 * 8). The text passes through and is stored nowhere.
 */
@Service
public class IncomingMessages {
    private static final Purpose ONCE = new Purpose("sms.incoming");
    private static final String LIMITED_AS = "incoming";
    private static final int NATIONAL_LENGTH_MIN = 10;
    /** Who has begun and is not ready by then has died. */
    private static final Duration CLAIM = Duration.ofSeconds(60);

    private static final Duration FOR_EVER = Duration.ofDays(3650);

    /** What became of a message. */
    public enum Result {
        /** Somebody dealt with it. */
        HANDLED,
        /** It had been dealt with before. */
        REPEATED,
        /** Somebody is at it in this moment; whether that will end well is not known. */
        BUSY,
        /** From an address that is never answered. */
        STRANGER,
        /** The phone has sent too many lately. */
        LIMITED,
        /** Nobody serves this short number. */
        UNCLAIMED
    }

    private final IncomingTable rows;
    private final Vault vault;
    private final SmsLimits limits;
    private final ObjectProvider<IncomingSmsHandler> handlers;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Duration repeatWindow;
    private final Set<String> ownNumbers;

    IncomingMessages(
            IncomingTable rows,
            Vault vault,
            SmsLimits limits,
            ObjectProvider<IncomingSmsHandler> handlers,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock,
            SmsSettings settings) {
        this.rows = rows;
        this.vault = vault;
        this.limits = limits;
        this.handlers = handlers;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
        this.repeatWindow = settings.incoming().repeatWindow();
        this.ownNumbers = settings.incoming().ownNumbers().stream()
                .map(IncomingMessages::digits)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Deals with a message. After {@link Result#BUSY} and after an exception the provider is to send it again; otherwise
     * it need not.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Result receive(IncomingSms message) {
        Result result = dealWith(message);
        meters.counter(
                        "ramzineh.sms.incoming",
                        "provider",
                        message.provider(),
                        "result",
                        result.name().toLowerCase(Locale.ROOT))
                .increment();
        return result;
    }

    private Result dealWith(IncomingSms message) {
        Optional<MobileNumber> from = sender(message);
        if (from.isEmpty()) {
            return Result.STRANGER;
        }
        Instant now = clock.instant();
        IncomingTable.Claim claim =
                Objects.requireNonNull(transaction.execute(status -> claim(message, from.get(), now)));
        return switch (claim) {
            case IncomingTable.Claim.Dealt() -> Result.REPEATED;
            case IncomingTable.Claim.Busy() -> Result.BUSY;
            case IncomingTable.Claim.Limited() -> Result.LIMITED;
            case IncomingTable.Claim.Mine mine -> dealWith(mine, text(message, from.get(), now));
        };
    }

    private static IncomingText text(IncomingSms message, MobileNumber from, Instant now) {
        return new IncomingText(from, digits(message.to()), message.text(), now);
    }

    /** Takes the message, and counts it once, however often it comes. */
    private IncomingTable.Claim claim(IncomingSms message, MobileNumber from, Instant now) {
        Duration window = message.id() == null ? repeatWindow : FOR_EVER;
        IncomingTable.Claim claim = rows.claim(once(message), now, now.plus(CLAIM), now.minus(window));
        if (claim instanceof IncomingTable.Claim.Mine mine
                && mine.first()
                && limits.tryAcquire(LIMITED_AS, LimitSubject.sender(from)) instanceof LimitDecision.WaitFor
                && handlers.stream().noneMatch(handler -> handler.passesLimit(text(message, from, now)))) {
            rows.dealt(mine);
            return new IncomingTable.Claim.Limited();
        }
        return claim;
    }

    private Result dealWith(IncomingTable.Claim.Mine claim, IncomingText text) {
        boolean finished = false;
        try {
            Optional<Runnable> deed = handlers.orderedStream()
                    .map(handler -> handler.understand(text))
                    .flatMap(Optional::stream)
                    .findFirst();
            boolean mine = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean held = rows.dealt(claim);
                if (held) {
                    deed.ifPresent(Runnable::run);
                }
                return held;
            }));
            finished = true;
            return !mine ? Result.BUSY : deed.isPresent() ? Result.HANDLED : Result.UNCLAIMED;
        } finally {
            if (!finished) {
                rows.release(claim, clock.instant());
            }
        }
    }

    private Optional<MobileNumber> sender(IncomingSms message) {
        String digits = digits(message.from());
        if (digits.equals(digits(message.to())) || ownNumbers.contains(digits)) {
            return Optional.empty();
        }
        try {
            return Optional.of(MobileNumber.of(message.from()));
        } catch (InvalidValueException stranger) {
            return Optional.empty();
        }
    }

    /** Digits alone, without the country code or leading zero; short numbers are shorter than a phone's. */
    private static String digits(String address) {
        String typed = Digits.typed(address);
        String bare = typed.startsWith("+") ? typed.substring(1) : typed.startsWith("00") ? typed.substring(2) : typed;
        String national = bare.startsWith("98") && bare.length() >= NATIONAL_LENGTH_MIN ? bare.substring(2) : bare;
        return national.startsWith("0") ? national.substring(1) : national;
    }

    /** Each part with its length, so that two lists never give the same bytes. */
    private byte[] once(IncomingSms message) {
        String id = message.id();
        List<String> parts = id == null
                ? List.of(message.provider(), "", message.from(), message.to(), message.text())
                : List.of(message.provider(), id);
        String all = parts.stream().map(part -> part.length() + ":" + part).collect(Collectors.joining());
        return vault.mac(ONCE, all.getBytes(StandardCharsets.UTF_8));
    }

    int purge(Instant before, int limit) {
        return rows.removeOlderThan(before, limit);
    }
}
