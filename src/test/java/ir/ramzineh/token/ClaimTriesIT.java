package ir.ramzineh.token;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PortalIT;
import ir.ramzineh.audit.Actor;
import ir.ramzineh.issuer.ActivationWay;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.ClientAddress;
import ir.ramzineh.kernel.PasswordKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every shop knows a card number: wrong activation codes sent with one must not take its owner's activation away (S4.5). */
@PortalIT
class ClaimTriesIT extends PhoneScene {
    private static final ClientAddress HOME = new ClientAddress("198.51.100.7");

    @Autowired
    private AtmActivations atm;

    @Autowired
    private TransactionTemplate transaction;

    private CardNumber number;
    private CardId card;
    private String code;

    @BeforeEach
    void anActivationUnderWay() throws Exception {
        number = number("610433");
        card = card(number, "mellat");
        code = begin();
    }

    @Test
    void aStrangersWrongCodesEndNothingAndTheOwnerIsToldOnce() throws Exception {
        wrongCodes(20, 4);
        assertThat(tries()).isEqualTo(20);
        assertThat(tried()).isEqualTo(1);
        assertThat(claim(code, HOME)).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void aNetworkIsHeardFiveTimesAndAnAddressOfTheSamePrefixIsTheSameNetwork() {
        for (int i = 1; i <= 5; i++) {
            claim(wrongLike(code), new ClientAddress("2001:db8:1:2::" + i));
        }
        assertThat(claim(code, new ClientAddress("2001:db8:1:2::99"))).isInstanceOf(ClaimOutcome.Gone.class);
        assertThat(tries()).isEqualTo(5);
        assertThat(claim(code, new ClientAddress("2001:db8:1:3::1"))).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void aFloodFromEverywhereIsLookedAt25TimesAndHoldsTheOwnerUpOnlyForATime() throws Exception {
        wrongCodes(80, 80);
        assertThat(tries()).isEqualTo(25);
        assertThat(claim(code, HOME)).isInstanceOf(ClaimOutcome.Gone.class);

        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(claim(code, HOME)).as("not counted against the home").isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void aNewCodeAtTheAtmBeginsANewCount() throws Exception {
        wrongCodes(80, 80);
        code = begin();
        assertThat(claim(code, HOME)).isInstanceOf(ClaimOutcome.Claimed.class);
    }

    @Test
    void inADayNoMoreThan169CodesAreLookedAt() throws Exception {
        wrongCodes(200, 200);
        clock.advance(Duration.ofHours(24).minusSeconds(2));
        wrongCodes(200, 200);
        assertThat(tries()).isBetween(25, 169);
    }

    @Test
    void whatIsCountedHoldsNoAddressAndGoesWithTheActivation() {
        claim(wrongLike(code), HOME);
        assertThat(jdbc.sql("select network from claim_network")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(network -> network.contains("198.51"));
        assertThat(claim(code, HOME)).isInstanceOf(ClaimOutcome.Claimed.class);
        activations.cancel(customer.id(), new ActivationId(activationId()));
        expiry.tidyUp();
        assertThat(jdbc.sql("select count(*) from claim_network where activation_id = :id")
                        .param("id", activationId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void wrongCodes(int count, int networks) throws Exception {
        List<Callable<ClaimOutcome>> calls = IntStream.range(0, count)
                .<Callable<ClaimOutcome>>mapToObj(i -> () ->
                        claim(wrongLike(code), new ClientAddress("203.0." + count % 251 + "." + (i % networks + 1))))
                .toList();
        assertThat(crowd(calls)).allMatch(ClaimOutcome.Gone.class::isInstance);
    }

    private ClaimOutcome claim(String typed, ClientAddress from) {
        return phones.claimByCard(number, PasswordKind.SECOND, typed, publicKey(), "Galaxy", from);
    }

    private int tries() {
        return jdbc.sql("select code_tries from activation where id = :id")
                .param("id", activationId())
                .query(Integer.class)
                .single();
    }

    private long activationId() {
        return jdbc.sql("select max(id) from activation where card_id = :card")
                .param("card", card.value())
                .query(Long.class)
                .single();
    }

    private int tried() {
        return jdbc.sql("select count(*) from notice where customer_id = :id and kind = 'activation.tried'")
                .param("id", customer.id().value())
                .query(Integer.class)
                .single();
    }

    private String begin() throws InterruptedException {
        people.forgetWaits();
        int seen = people.messages(customer.mobile());
        transaction.executeWithoutResult(status -> assertThat(atm.start(
                        customer.id(), card, PasswordKind.SECOND, ActivationWay.SMS_CODE, new Actor.Channel("atm")))
                .isInstanceOf(AtmStart.Started.class));
        String text = people.text(customer.mobile(), seen);
        for (int i = 1; !text.contains("\n"); i++) {
            // News of what was done before came in between.
            text = people.text(customer.mobile(), seen + i);
        }
        return text.lines().toList().get(1);
    }
}
