package ir.ramzineh.branchconsole.counter;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.Permissions;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    private TestClock clock;

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

    /** While the phone is lost: until when, the end of it for who may grant it, and the end of a lock beside it. */
    @Test
    void whatStandsInThePlaceOfTheAppIsSeenByAllAndEndedByWhoMayGrantIt() {
        cards.of(customer.id());
        jdbc.sql("""
                update card_password set state = 'LOCKED', emergency_channels = 'SMS_TEXT_IN', emergency_until = :until
                where kind = 'SECOND' and card_id in (select id from card where customer_id = :customer)
                """)
                .param("until", UtcTime.toColumn(clock.instant().plus(Duration.ofDays(2))))
                .param("customer", customer.id().value())
                .update();
        StaffId support = StaffFixtures.of(beans).member(Role.SUPPORT, null).id();

        assertThat(ids(teller, "emergency-until-second-")).hasSize(CARDS);
        assertThat(ids(teller, "emergency-end-confirm-second-")).hasSize(CARDS);
        assertThat(ids(teller, "unlock-second-")).hasSize(CARDS);
        assertThat(ids(support, "emergency-until-second-")).hasSize(CARDS);
        assertThat(ids(support, "emergency-end-")).isEmpty();
        assertThat(ids(support, "unlock-")).isEmpty();
    }

    /** Nobody is led past the question of the SIM: there is nothing to choose from before it is answered. */
    @Test
    void beforeItIsSaidWhatIsLostThereAreNoWays() {
        cards.of(customer.id());
        jdbc.sql("""
                update card_password set state = 'DYNAMIC'
                where kind = 'SECOND' and card_id in (select id from card where customer_id = :customer)
                """).param("customer", customer.id().value()).update();

        assertThat(ids(teller, "emergency-what-second-")).hasSize(CARDS);
        assertThat(ids(teller, "emergency-way-")).isEmpty();
        assertThat(ids(teller, "emergency-propose-")).isEmpty();
    }

    /** Ids on the panel of a member that begin so. */
    private List<String> ids(StaffId who, String begin) {
        return within(relief.create(customer.id(), who))
                .flatMap(component -> component.getId().stream())
                .filter(id -> id.startsWith(begin))
                .toList();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(CounterPanelsIT::within));
    }

    private long questions() {
        List<String> asked = Statements.of(
                () -> assertThat(relief.create(customer.id(), teller)).isNotNull());
        return asked.stream()
                .filter(statement -> statement.contains("staff_member"))
                .count();
    }
}
