package ir.ramzineh.card;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.corebank.CardExpiry;
import ir.ramzineh.corebank.CardProduct;
import ir.ramzineh.corebank.LocalizedName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.trial.DemonstrationPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed-in browser that toggles a setting sends no flood to its customer's phone (security case 8, I4). */
@PortalIT
class NewsLimitIT {
    @Autowired
    private CardNews news;

    @Autowired
    private Notices notices;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private PeopleFixtures people;

    @BeforeEach
    void begin() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
    }

    @Test
    void case8_afterManyMessagesOnADayTheInboxAloneHasTheNews() {
        Customer customer = people.customer(PeopleFixtures.randomUserName());
        CardRow card = new CardRow(
                new CardId(1),
                DemonstrationPeople.KIAN.card(),
                "melli",
                CardProduct.NORMAL,
                new LocalizedName("آزمون", "Test"),
                new CardExpiry(1420, 1),
                true,
                null);
        for (int i = 0; i < 30; i++) {
            SettingsChange change = i % 2 == 0 ? new SettingsChange.Freeze() : new SettingsChange.Unfreeze();
            transaction.executeWithoutResult(status -> news.changed(
                    CardNews.Doer.self(customer.id()), card, java.util.Set.of(PasswordKind.SECOND), change));
        }
        assertThat(jdbc.sql("select count(*) from sms_message where customer_id = :id")
                        .param("id", customer.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
        assertThat(notices.of(customer.id(), 50))
                .filteredOn(notice -> notice.kind().equals("card.settings"))
                .hasSize(10);
    }
}
