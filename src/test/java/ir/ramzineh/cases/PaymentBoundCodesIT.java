package ir.ramzineh.cases;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.channelapi.ChannelScope;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@PortalIT
@DisplayName("Security case 4: a code for one payment is good for no other, by one rial")
class PaymentBoundCodesIT extends CaseScene {
    /** What differs from the payment the code was asked for. */
    enum Change {
        ONE_RIAL_MORE(payment -> with(payment, payment.amount().amount() + 1)),
        ONE_RIAL_LESS(payment -> with(payment, payment.amount().amount() - 1)),
        MERCHANT(payment -> new Transaction(payment.type(), payment.amount(), "M2", payment.terminalId())),
        TERMINAL(payment ->
                new Transaction(payment.type(), payment.amount(), payment.merchantId(), payment.terminalId() + "0")),
        TYPE(payment -> new Transaction(
                TransactionType.TRANSFER, payment.amount(), payment.merchantId(), payment.terminalId()));

        private final UnaryOperator<Transaction> change;

        Change(UnaryOperator<Transaction> change) {
            this.change = change;
        }

        private static Transaction with(Transaction payment, long amount) {
            return new Transaction(payment.type(), new Rial(amount), payment.merchantId(), payment.terminalId());
        }
    }

    private String key = "";

    @BeforeEach
    void aSwitch() {
        key = key(ChannelScope.VERIFICATION);
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentCodePresentedForSomethingElseIsRefusedAndBurnt(Change other) throws Exception {
        Owner owner = Source.PAYMENT.owner(this);
        Transaction payment = payment();
        String code = askedOnAPaymentPage(owner, payment);

        assertThat(ask(owner, code, other.change.apply(payment))).isEqualTo(Verdict.REFUSED);
        assertThat(ask(owner, code, payment)).as("burnt").isEqualTo(Verdict.REFUSED);
        assertThat(failedAttempts(owner)).as("who has the code guesses nothing").isZero();
    }

    @ParameterizedTest
    @EnumSource
    void anAppCodeForOnePaymentIsNoneForAnother(Change other) throws Exception {
        Owner owner = Source.BOUND.owner(this);
        Transaction payment = payment();
        String code = owner.appCodeFor(payment, clock.instant());

        assertThat(ask(owner, code, other.change.apply(payment))).isEqualTo(Verdict.REFUSED);
        assertThat(reasons(owner)).containsExactly("WRONG_CODE");
        assertThat(ask(owner, code, payment)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void theCodeOfOneRequestIsNotThatOfAnother() throws Exception {
        Owner owner = Source.PAYMENT.owner(this);
        Transaction one = payment();
        Transaction two = payment();
        String first = askedOnAPaymentPage(owner, one);
        String second = askedOnAPaymentPage(owner, two);

        assertThat(second).isNotEqualTo(first);
        assertThat(ask(owner, first, two)).isEqualTo(Verdict.REFUSED);
        assertThat(ask(owner, second, two)).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aResendRepeatsTheCodeAndResetsNeitherItsLifeNorTheWrongCodes() throws Exception {
        clock.hold();
        Owner owner = Source.PAYMENT.owner(this);
        Transaction payment = payment();
        String code = askedOnAPaymentPage(owner, payment);
        ask(owner, "123456", payment);
        ask(owner, "234567", payment);
        assertThat(failedAttempts(owner)).isEqualTo(2);

        clock.advance(Duration.ofSeconds(100));
        assertThat(askedOnAPaymentPage(owner, payment)).isEqualTo(code);
        assertThat(failedAttempts(owner)).isEqualTo(2);
        clock.advance(Duration.ofSeconds(21));
        assertThat(ask(owner, code, payment)).isEqualTo(Verdict.REFUSED);
        assertThat(reasons(owner).getLast()).isEqualTo("EXPIRED");
    }

    /** A code that the customer texted or dialled for is for no payment in particular; it is good once all the same. */
    @ParameterizedTest
    @EnumSource(names = {"APP", "TEXTED", "DIALLED"})
    void anyOtherCodePaysOnePaymentOfAnyKind(Source source) throws Exception {
        Owner owner = source.owner(this);
        String code = source.code(this, owner, payment());
        assertThat(ask(owner, code, payment())).isEqualTo(Verdict.ACCEPTED);
        assertThat(ask(owner, code, payment())).isEqualTo(Verdict.REFUSED);
    }

    private Verdict ask(Owner owner, String code, Transaction payment) throws Exception {
        return verdict(key, "q-" + ids.next(), owner, code, payment);
    }
}
