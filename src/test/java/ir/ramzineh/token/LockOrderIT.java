package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.Patience;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestPhone;
import ir.ramzineh.TestPhoneCalls;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.card.CardChannels;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An ATM and a phone act on one card at the same moment. Both lock the card first, so one waits for the other; were the
 * order another on one side, the database would end one of them with a deadlock.
 */
@PortalIT
class LockOrderIT extends PhoneScene {
    private static final Actor ATM = new Actor.Channel("atm");
    private static final Duration TO_REACH_ITS_LOCK = Duration.ofSeconds(1);

    @Autowired
    private AtmActivations atm;

    @Autowired
    private CardChannels channels;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aProofOfThePhoneAndAnActivationAtTheAtmWaitForEachOther() throws Exception {
        CardId card = card(MELLI, "melli");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR);
        phone.scan(take(activation).link());
        ActivationRef ref = new ActivationRef(phone.reference());
        String code = phone.code(clock.instant());

        ProofOutcome proof =
                whileTheAtmActs(card, ActivationWay.RECEIPT_AND_SMS, () -> phones.prove(ref, code, null, null));
        assertThat(proof).isEqualTo(new ProofOutcome.Over(ActivationState.REPLACED));
        assertThat(living(card)).isZero();
    }

    @Test
    void aMoveAndAnActivationAtTheAtmWaitForEachOther() throws Exception {
        CardId card = card(MELLI, "melli");
        TestPhoneCalls old = active(card, "Pixel 9");
        PhoneCaller caller = known(old);
        DeviceId device = new DeviceId(old.device());
        TestPhone next = new TestPhone(portal());

        PhoneOutcome<MoveOutcome> move = whileTheAtmActs(
                card,
                ActivationWay.RECEIPT_AND_SMS,
                () -> phoneTokens.move(caller, device, next.publicKey(), "Pixel 10"));
        assertThat(move).isInstanceOf(PhoneOutcome.Done.class);
        assertThat(living(card)).isEqualTo(1);
    }

    @Test
    void aReportedScanAndAnActivationAtTheAtmWaitForEachOther() throws Exception {
        CardId card = card("610433", "mellat");
        Activation activation = start(card, PasswordKind.SECOND, ActivationWay.QR_AND_SMS);
        phone.scan(take(activation).link());
        ActivationRef ref = new ActivationRef(phone.reference());

        ScanOutcome scan = whileTheAtmActs(card, ActivationWay.SMS_CODE, () -> phones.scanned(ref));
        assertThat(scan).isInstanceOf(ScanOutcome.Gone.class);
    }

    /** The ATM holds the card as each of its wishes does, the phone comes in between, the ATM goes on. */
    private <T> T whileTheAtmActs(CardId card, ActivationWay way, Callable<T> phonesCall) throws Exception {
        people.forgetWaits();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> call = transaction.execute(status -> {
                channels.hold(card);
                Future<T> begun = pool.submit(phonesCall);
                pause();
                assertThat(atm.start(customer.id(), card, PasswordKind.SECOND, way, ATM))
                        .isInstanceOf(AtmStart.Started.class);
                return begun;
            });
            return Objects.requireNonNull(call).get(Patience.LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(TO_REACH_ITS_LOCK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
