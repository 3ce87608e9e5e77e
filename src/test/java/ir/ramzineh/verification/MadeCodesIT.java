package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCode;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.vault.Vault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes the bank made on request, through the one door (I7, S11.2, security cases 1 and 4). */
@PortalIT
class MadeCodesIT {
    private static final Transaction PAYMENT =
            new Transaction(TransactionType.PURCHASE, new Rial(4_300_000), "M1", "T1");

    @Autowired
    private Verifications verifications;

    @Autowired
    private IssuedCodes issued;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PlayedCard card;
    private int asked;

    @BeforeEach
    void aCardWithEveryChannelOn() {
        card = PlayedCard.dynamic(jdbc, vault, ids);
        card.set("channels = 'APP,HARIM,SMS_TEXT_IN'");
    }

    @Test
    void aCodeForOnePaymentIsAcceptedForThatPaymentOnce() {
        IssuedCode code = order(CodeChannel.HARIM, Optional.of(PAYMENT));

        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.ALREADY_USED);
        assertThat(card.failedAttempts()).isZero();
    }

    @Test
    void aRialMoreRefusesTheCodeAndBurnsIt() {
        IssuedCode code = order(CodeChannel.HARIM, Optional.of(PAYMENT));
        Transaction more = new Transaction(PAYMENT.type(), new Rial(4_300_001), "M1", "T1");

        assertThat(ask(code.code(), more)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.OTHER_AMOUNT);
        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void anotherTerminalMerchantOrTypeBurnsItToo() {
        List<Transaction> others = List.of(
                new Transaction(PAYMENT.type(), PAYMENT.amount(), "M1", "T2"),
                new Transaction(PAYMENT.type(), PAYMENT.amount(), "M2", "T1"),
                new Transaction(TransactionType.TRANSFER, PAYMENT.amount(), "M1", "T1"));
        for (Transaction other : others) {
            IssuedCode code = order(CodeChannel.HARIM, Optional.of(PAYMENT));

            assertThat(ask(code.code(), other)).isEqualTo(Verdict.REFUSED);
            assertThat(card.lastReason()).isEqualTo(Reason.OTHER_TRANSACTION);
            assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.REFUSED);
        }
    }

    @Test
    void askingAgainRepeatsTheLivingCodeAndDoesNotMoveItsEnd() {
        IssuedCode first = order(CodeChannel.HARIM, Optional.of(PAYMENT));
        clock.advance(Duration.ofSeconds(100));
        IssuedCode again = order(CodeChannel.HARIM, Optional.of(PAYMENT));

        assertThat(again.code()).isEqualTo(first.code());
        assertThat(again.expiresAt()).isEqualTo(first.expiresAt());
        clock.advance(Duration.ofSeconds(20));
        assertThat(ask(first.code(), PAYMENT)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.EXPIRED);
        assertThat(order(CodeChannel.HARIM, Optional.of(PAYMENT)).code()).isNotEqualTo(first.code());
    }

    @Test
    void theCodeOfOnePaymentIsNotThatOfAnother() {
        Transaction second = new Transaction(PAYMENT.type(), PAYMENT.amount(), "M2", "T9");
        IssuedCode one = order(CodeChannel.HARIM, Optional.of(PAYMENT));
        IssuedCode two = order(CodeChannel.HARIM, Optional.of(second));

        assertThat(ask(one.code(), second)).isEqualTo(Verdict.REFUSED);
        assertThat(ask(two.code(), second)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aTextedCodePaysAnythingOnceAndNotWhenItsChannelIsOff() {
        IssuedCode code = order(CodeChannel.SMS_TEXT_IN, Optional.empty());
        card.set("channels = 'APP'");
        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.CHANNEL_OFF);

        card.set("channels = 'APP,SMS_TEXT_IN'");
        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void ofSixtyFourAtOnceOneIsAccepted() throws Exception {
        IssuedCode code = order(CodeChannel.HARIM, Optional.of(PAYMENT));
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Verdict>> answers = IntStream.range(0, 64)
                    .mapToObj(i -> threads.submit(() -> verifications.verify(
                            "made", question("p-" + card.id.value() + "-" + i, code.code(), PAYMENT))))
                    .toList();
            int accepted = 0;
            for (Future<Verdict> answer : answers) {
                accepted += answer.get() == Verdict.ACCEPTED ? 1 : 0;
            }
            assertThat(accepted).isEqualTo(1);
        }
    }

    @Test
    void noMoreThanTwentyPaymentCodesAreAliveAtOnceAndTheyEndNoneThatWasTexted() {
        IssuedCode texted = order(CodeChannel.SMS_TEXT_IN, Optional.empty());
        IssuedCode oldest = order(CodeChannel.HARIM, Optional.of(at("T0")));
        IntStream.rangeClosed(1, 20).forEach(i -> order(CodeChannel.HARIM, Optional.of(at("T" + i))));

        assertThat(ask(oldest.code(), at("T0"))).isEqualTo(Verdict.REFUSED);
        assertThat(card.lastReason()).isEqualTo(Reason.EXPIRED);
        assertThat(ask(texted.code(), PAYMENT)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aLivingCodeIsFoundBehindAnyNumberOfLaterOnesThatAreOver() {
        IssuedCode code = order(CodeChannel.SMS_TEXT_IN, Optional.empty());
        for (int i = 0; i < 50; i++) {
            Transaction payment = at("F" + i);
            ask(order(CodeChannel.HARIM, Optional.of(payment)).code(), payment);
        }
        assertThat(ask(code.code(), PAYMENT)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theDatabaseHoldsNoCode() {
        IssuedCode code = order(CodeChannel.HARIM, Optional.of(PAYMENT));

        String row = jdbc.sql("select concat_ws('|', id, nonce, amount, merchant_id) from issued_code"
                        + " where card_id = :card")
                .param("card", card.id.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(code.code());
    }

    private static Transaction at(String terminal) {
        return new Transaction(PAYMENT.type(), PAYMENT.amount(), "M1", terminal);
    }

    private IssuedCode order(CodeChannel channel, Optional<Transaction> payment) {
        return Objects.requireNonNull(transaction.execute(
                status -> issued.issue(new CodeOrder(card.id, PasswordKind.SECOND, channel, 7, 120, payment))));
    }

    private Verdict ask(String code, Transaction payment) {
        return verifications.verify("made", question("m-" + card.id.value() + "-" + asked++, code, payment));
    }

    private VerificationRequest question(String id, String code, Transaction payment) {
        return new VerificationRequest(id, card.number, PasswordKind.SECOND, code, payment);
    }
}
