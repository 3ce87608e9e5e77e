package ir.ramzineh.smallamount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.RequestIdReusedException;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Small payments with the static second password (I8). */
@PortalIT
class SmallAmountsIT {
    @Autowired
    private SmallAmounts smallAmounts;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private CustomerId customer;
    private CardNumber number;
    private CardId card;
    private PlayedCard played;
    private int asked;

    @BeforeEach
    void somebodyWithACardWhoseCodesAreOn() {
        customer = PeopleFixtures.of(beans)
                .customer(PeopleFixtures.randomUserName())
                .id();
        played = PlayedCard.dynamic(jdbc, vault, ids);
        card = played.id();
        number = played.number();
        jdbc.sql("update card set customer_id = :customer where id = :card")
                .param("customer", customer.value())
                .param("card", card.value())
                .update();
    }

    @Test
    void I8_withoutConsentNothingIsAllowed() {
        assertThat(allow(1_000)).isFalse();
        assertThat(smallAmounts.of(customer, card))
                .hasValueSatisfying(standing -> assertThat(standing.consented()).isFalse());
    }

    @Test
    void I8_withConsentTheTotalOfADayIsTheLimitAndWhatIsLeftIsShown() {
        smallAmounts.accept(customer, card, true);

        assertThat(allow(600_000)).isTrue();
        assertThat(left()).isEqualTo(new Rial(400_000));
        assertThat(allow(400_001)).isFalse();
        assertThat(allow(400_000)).isTrue();
        assertThat(allow(1)).isFalse();
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(left()).isEqualTo(new Rial(1_000_000));
    }

    @Test
    void theSameQuestionAgainUsesNothingUpAndAnotherUnderItsIdIsRefused() {
        smallAmounts.accept(customer, card, true);
        AllowanceRequest request = new AllowanceRequest("again-" + card.value(), number, new Rial(600_000));

        assertThat(smallAmounts.allow("small", request)).isTrue();
        assertThat(smallAmounts.allow("small", request)).isTrue();
        assertThat(left()).isEqualTo(new Rial(400_000));
        assertThatThrownBy(() ->
                        smallAmounts.allow("small", new AllowanceRequest("again-" + card.value(), number, new Rial(1))))
                .isInstanceOf(RequestIdReusedException.class);
    }

    @Test
    void manyAtOnceNeverGetMoreThanTheLimit() throws Exception {
        smallAmounts.accept(customer, card, true);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<Boolean>> answers = IntStream.range(0, 32)
                    .mapToObj(i -> threads.submit(() -> smallAmounts.allow(
                            "small", new AllowanceRequest("p" + i + "-" + card.value(), number, new Rial(300_000)))))
                    .toList();
            int allowed = 0;
            for (Future<Boolean> answer : answers) {
                allowed += answer.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(3);
        }
    }

    @Test
    void takenBackFrozenOrLockedItIsOver() {
        smallAmounts.accept(customer, card, true);
        played.set("frozen_at = utc_timestamp(3)");
        assertThat(allow(1_000)).isFalse();
        played.set("frozen_at = null, state = 'LOCKED'");
        assertThat(allow(1_000)).isFalse();
        played.set("state = 'DYNAMIC'");
        smallAmounts.accept(customer, card, false);
        assertThat(allow(1_000)).isFalse();
    }

    @Test
    void theCapOfTheCustomerBindsTheStaticPasswordToo() {
        smallAmounts.accept(customer, card, true);
        played.set("amount_cap = 200000");
        assertThat(allow(200_001)).isFalse();
        assertThat(allow(200_000)).isTrue();
    }

    @Test
    void nobodyConsentsForAnothersCard() {
        CustomerId stranger = PeopleFixtures.of(beans)
                .customer(PeopleFixtures.randomUserName())
                .id();
        assertThatThrownBy(() -> smallAmounts.accept(stranger, card, true)).isInstanceOf(CardNotFoundException.class);
        assertThat(allow(1_000)).isFalse();
    }

    @Test
    void theConsentStandsInTheTrailWithTheVersionOfItsWording() {
        smallAmounts.accept(customer, card, true);

        assertThat(jdbc.sql("select details from audit_event where card_id = :card and kind = 'small-amount.accepted'")
                        .param("card", card.value())
                        .query(String.class)
                        .single())
                .contains(SmallAmounts.TEXT_VERSION);
    }

    private boolean allow(long amount) {
        return smallAmounts.allow(
                "small", new AllowanceRequest("s" + asked++ + "-" + card.value(), number, new Rial(amount)));
    }

    private Rial left() {
        return smallAmounts.of(customer, card).orElseThrow().left();
    }
}
