package ir.ramzineh.helpdesk;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.vault.Vault;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch with a teller, and a customer of that branch with a card at the bank. */
abstract class DeskScene {
    static final DeskReason CALL = new DeskReason(DeskReason.Kind.CALL, "INC-4711");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Helpdesk helpdesk;

    @Autowired
    DeskActions actions;

    @Autowired
    Cards cards;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    IdSource ids;

    @Autowired
    TestClock clock;

    PeopleFixtures people;
    PlayedBank bank;
    StaffFixtures staff;
    StaffId teller;
    StaffId stranger;
    DeskSession session;
    String userName;
    Customer customer;
    CardNumber number;
    CardId card;
    Instant began;

    @BeforeEach
    void aBranchAndItsCustomer() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        bank = beans.createBean(PlayedBank.class);
        staff = StaffFixtures.of(beans);
        teller = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        stranger = staff.member(Role.TELLER, StaffFixtures.OTHER).id();
        session = new DeskSession(UUID.randomUUID().toString());
        userName = PeopleFixtures.randomUserName();
        customer = somebody(userName);
        number = PlayedBank.number("610433");
        bank.card(customer.nationalId(), number, "NORMAL", 1420, true);
        card = cards.of(customer.id()).getFirst().id();
        began = clock.instant();
    }

    /** Signed up, known to the bank, at home in the branch. */
    Customer somebody(String name) {
        Customer made = people.customer(name);
        bank.person(made.nationalId(), made.mobile());
        staff.home(made.id(), StaffFixtures.HOME);
        return customers.byId(made.id()).orElseThrow();
    }

    /** Changes a column of the second password behind the portal's back. */
    void second(String assignment) {
        jdbc.sql("update card_password set " + assignment + " where card_id = :id and kind = 'SECOND'")
                .param("id", card.value())
                .update();
    }

    /** Rows of the trail about a customer, by a member of staff. */
    int traces(String kind, CustomerId about) {
        return jdbc.sql("""
                select count(*) from audit_event
                where kind = :kind and customer_id = :customer and actor_kind = 'STAFF'
                """)
                .param("kind", kind)
                .param("customer", about.value())
                .query(Integer.class)
                .single();
    }

    /** Rows of the trail by a member, about whomever. */
    int tracesOf(String kind, StaffId who) {
        return jdbc.sql("""
                select count(*) from audit_event e join staff_member s on s.user_name = e.actor_name
                where e.kind = :kind and s.id = :staff and e.actor_kind = 'STAFF'
                """)
                .param("kind", kind)
                .param("staff", who.value())
                .query(Integer.class)
                .single();
    }
}
