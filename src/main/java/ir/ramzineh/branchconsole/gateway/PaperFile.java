package ir.ramzineh.branchconsole.gateway;

import ir.ramzineh.gatewaytoken.GatewayReceipt;
import ir.ramzineh.gatewaytoken.GatewayReceipts;
import ir.ramzineh.gatewaytoken.GatewayTokenId;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The file behind one link. The first who asks within {@link #LIFE} takes the receipt, which is on record; a viewer that
 * asks again within {@link #LIFE} of that gets the same file, and the member's right is asked again. It is in memory only,
 * for as long as the link stands on the page.
 */
final class PaperFile {
    static final Duration LIFE = Duration.ofMinutes(2);

    private final GatewayReceipts receipts;
    private final StaffId who;
    private final GatewayTokenId token;
    private final Function<GatewayReceipt, byte[]> maker;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();
    private Instant until;
    private byte @Nullable [] file;

    PaperFile(
            GatewayReceipts receipts,
            StaffId who,
            GatewayTokenId token,
            Function<GatewayReceipt, byte[]> maker,
            Clock clock) {
        this.receipts = receipts;
        this.who = who;
        this.token = token;
        this.maker = maker;
        this.clock = clock;
        this.until = clock.instant().plus(LIFE);
    }

    /**
     * The file, of two who ask at once the same one. A failure while it is made is the caller's and uses nothing up.
     *
     * @return empty for a member who may no longer take it, who learns no more than that there is none, and after its time
     */
    Optional<byte[]> ask() {
        one.lock();
        try {
            if (!clock.instant().isBefore(until)) {
                file = null;
                return Optional.empty();
            }
            return file == null ? first() : again(file);
        } catch (NotPermittedException lostMeanwhile) {
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    /** Nobody gets it any more. */
    void forget() {
        one.lock();
        try {
            until = Instant.MIN;
            file = null;
        } finally {
            one.unlock();
        }
    }

    private Optional<byte[]> first() {
        Optional<byte[]> made = receipts.take(who, token, maker);
        made.ifPresent(bytes -> {
            file = bytes;
            until = clock.instant().plus(LIFE);
        });
        return made;
    }

    private Optional<byte[]> again(byte[] made) {
        return receipts.standing(who, token) == GatewayReceipts.Standing.READY ? Optional.of(made) : Optional.empty();
    }
}
