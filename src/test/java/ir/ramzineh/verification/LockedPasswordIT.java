package ir.ramzineh.verification;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notice;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.vault.Vault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S7.13: wrong codes end the one-time codes of a password, and the customer hears of it. */
@PortalIT
class LockedPasswordIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Verifications verifications;

    @Autowired
    private Notices notices;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    private PeopleFixtures people;
    private Customer customer;
    private PlayedCard card;

    @BeforeEach
    void aRegisteredCustomerWithACard() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        customer = people.customer(PeopleFixtures.randomUserName());
        card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :id")
                .param("customer", customer.id().value())
                .param("id", card.id.value())
                .update();
    }

    @Test
    void S7_13_theCustomerIsWarnedAtTheLastAttemptAndToldByMessageAndNoticeWhenItIsSpent() throws Exception {
        int seen = people.messages(customer.mobile());
        guess(1);
        assertThat(notices.of(customer.id(), 10)).isEmpty();

        guess(2);
        assertThat(notices.of(customer.id(), 10)).extracting(Notice::kind).containsExactly("card.last-attempt");

        guess(3);
        assertThat(card.state()).isEqualTo("LOCKED");
        assertThat(people.text(customer.mobile(), seen))
                .contains(card.number.lastFour())
                .contains("رمز پویا")
                .doesNotContain(card.number.digits());
        Notice notice = notices.of(customer.id(), 10).getFirst();
        assertThat(notice.kind()).isEqualTo("card.locked");
        assertThat(notice.details())
                .containsEntry("card", card.number.lastFour())
                .containsEntry("kind", "SECOND");
        assertThat(trail.activityOf(customer.id(), 10))
                .extracting(ActivityEntry::kind)
                .contains("card.last-attempt", "card.locked");
        assertThat(people.messages(customer.mobile())).isEqualTo(seen + 1);
    }

    @Test
    void S7_13_guessingOnSaysNothingMoreAndTheKeyOfTheTokenIsGone() throws Exception {
        int seen = people.messages(customer.mobile());
        for (int i = 1; i <= 6; i++) {
            guess(i);
        }
        people.text(customer.mobile(), seen);
        assertThat(card.count(Reason.WRONG_CODE) + card.count(Reason.WRONG_CODE_LOCKED))
                .isEqualTo(PlayedCard.LIMIT);
        assertThat(card.count(Reason.LOCKED)).isEqualTo(3);
        assertThat(notices.of(customer.id(), 10))
                .extracting(Notice::kind)
                .containsExactly("card.locked", "card.last-attempt");
        assertThat(people.messages(customer.mobile())).isEqualTo(seen + 1);
        assertThat(jdbc.sql("select count(*) from token where card_id = :id and key_sealed is not null")
                        .param("id", card.id.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void guess(int n) {
        String code = card.wrongCode(clock.instant(), n);
        assertThat(verifications.verify("lock", card.ask("l-" + card.id.value() + n, code)))
                .isEqualTo(Verdict.REFUSED);
    }
}
