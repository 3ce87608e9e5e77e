package ir.ramzineh.meter;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.TestClock;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A branch of its own for each test, with staff and with customers whose cards the bank knows. */
abstract class MeterScene {
    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Cards cards;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    PeopleFixtures people;
    PlayedBank bank;
    StaffFixtures staff;
    BranchCode branch;
    StaffId teller;
    StaffId manager;

    @BeforeEach
    void aBranchOfItsOwn() {
        people = PeopleFixtures.of(beans);
        people.forgetWaits();
        bank = beans.createBean(PlayedBank.class);
        staff = StaffFixtures.of(beans);
        branch = new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
        teller = staff.member(Role.TELLER, branch).id();
        manager = staff.member(Role.BRANCH_MANAGER, branch).id();
    }

    /** Signed up, at home in the branch. */
    Customer somebody() {
        Customer made = people.customer(PeopleFixtures.randomUserName());
        bank.person(made.nationalId(), made.mobile());
        staff.home(made.id(), branch);
        return made;
    }

    CardId card(Customer owner) {
        return card(owner, "NORMAL", 1420, true);
    }

    CardId card(Customer owner, String product, int year, boolean active) {
        CardNumber number = PlayedBank.number("610433");
        bank.card(owner.nationalId(), number, product, year, active);
        return cards.of(owner.id()).stream()
                .filter(card -> card.lastFour().equals(number.lastFour()))
                .map(CardOverview::id)
                .findFirst()
                .orElseThrow();
    }

    void second(CardId card, String assignment) {
        jdbc.sql("update card_password set " + assignment + " where card_id = :id and kind = 'SECOND'")
                .param("id", card.value())
                .update();
    }
}
