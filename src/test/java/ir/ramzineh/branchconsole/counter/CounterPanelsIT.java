package ir.ramzineh.branchconsole.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the panels of the counter cost: what a member may do is asked once for all cards. */
@PortalIT
class CounterPanelsIT {
    private static final int CARDS = 4;

    @Autowired
    private ReliefPanel relief;

    @Autowired
    private Permissions permissions;

    @Autowired
    private Cards cards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private Customer customer;
    private StaffId teller;

    @BeforeEach
    void aCustomerWithLockedCards() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        PlayedBank bank = beans.createBean(PlayedBank.class);
        StaffFixtures staff = StaffFixtures.of(beans);
        teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        customer = people.customer(PeopleFixtures.randomUserName());
        bank.person(customer.nationalId(), customer.mobile());
        staff.home(customer.id(), StaffFixtures.HOME);
        for (int i = 0; i < CARDS; i++) {
            bank.card(customer.nationalId(), PlayedBank.number("610433"), "NORMAL", 1420, true);
        }
        UI ui = new UI();
        ui.setLocale(Locale.of("fa"));
        UI.setCurrent(ui);
    }

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void lockedCardsAskNoMoreThanOthersWhatTheMemberMayDo() {
        cards.of(customer.id());
        long before = questions();
        int locked = jdbc.sql("""
                update card_password set state = 'LOCKED'
                where card_id in (select id from card where customer_id = :customer)
                """).param("customer", customer.id().value()).update();
        assertThat(locked).isEqualTo(2 * CARDS);
        long alone = Statements.of(() -> permissions.allowed(teller, customer.id())).stream()
                .filter(statement -> statement.contains("staff_member"))
                .count();
        assertThat(alone).isPositive();
        assertThat(questions()).isEqualTo(before);
    }

    private long questions() {
        List<String> asked = Statements.of(
                () -> assertThat(relief.create(customer.id(), teller)).isNotNull());
        return asked.stream()
                .filter(statement -> statement.contains("staff_member"))
                .count();
    }
}
