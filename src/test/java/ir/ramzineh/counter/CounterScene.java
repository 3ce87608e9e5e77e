package ir.ramzineh.counter;

import static org.assertj.core.api.Assertions.assertThat;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.approval.Approvals;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.issued.CodeOrder;
import ir.ramzineh.issued.IssuedCodes;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.kernel.Rial;
import ir.ramzineh.kernel.Transaction;
import ir.ramzineh.kernel.TransactionType;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.VerificationRequest;
import ir.ramzineh.verification.Verifications;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer with a card of Bank Mellat and its app, a teller and a manager. */
@PortalIT
abstract class CounterScene {
    static final BranchCode HERE = new BranchCode("1203");

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    Approvals approvals;

    @Autowired
    Verifications verifications;

    @Autowired
    IssuedCodes issued;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Vault vault;

    @Autowired
    IdSource ids;

    @Autowired
    TestClock clock;

    Customer customer;
    PlayedCard card;
    Known teller;
    Known manager;

    @BeforeEach
    void aCustomerAtTheCounter() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        people.forgetWaits();
        customer = people.customer(PeopleFixtures.randomUserName());
        card = PlayedCard.dynamic(jdbc, vault, ids);
        jdbc.sql("update card set customer_id = :customer where id = :id")
                .param("customer", customer.id().value())
                .param("id", id().value())
                .update();
        StaffFixtures staff = StaffFixtures.of(beans);
        staff.home(customer.id(), HERE);
        teller = staff.member(Role.TELLER, HERE);
        manager = staff.member(Role.BRANCH_MANAGER, HERE);
    }

    CardId id() {
        return card.id();
    }

    void approve(ApprovalId approval) {
        assertThat(approvals.approve(manager.id(), approval, "")).isInstanceOf(ApprovalOutcome.Decided.class);
    }

    Verdict verify(String code) {
        return verifications.verify(
                "counter",
                new VerificationRequest(
                        "c-" + ids.next(),
                        card.number(),
                        PasswordKind.SECOND,
                        code,
                        new Transaction(TransactionType.PURCHASE, new Rial(1_000_000), "M1", "T1")));
    }

    /** Wrong codes until it is locked; one of a hundred thousand would be right by chance. */
    void lock() {
        // Somebody who has no codes cannot be guessed at.
        textedCode();
        for (int i = 0; i < 3; i++) {
            verify("999999" + i);
        }
        assertThat(column("state")).isEqualTo("LOCKED");
    }

    String appCode() {
        return card.code(clock.instant());
    }

    /** As if the customer had texted the last four digits. */
    String textedCode() {
        return transaction
                .execute(status -> issued.issue(
                        new CodeOrder(id(), PasswordKind.SECOND, CodeChannel.SMS_TEXT_IN, 7, 60, Optional.empty())))
                .code();
    }

    String column(String column) {
        return jdbc.sql("select ifnull(" + column
                        + ", 'none') from card_password where card_id = :id and kind = 'SECOND'")
                .param("id", id().value())
                .query(String.class)
                .single();
    }

    /** The bank gave the number to another person, and the portal has heard of it. */
    void toSomebodyElse() {
        jdbc.sql("update card set customer_id = :heir where id = :id")
                .param(
                        "heir",
                        PeopleFixtures.of(beans)
                                .customer(PeopleFixtures.randomUserName())
                                .id()
                                .value())
                .param("id", id().value())
                .update();
    }

    /** The details of what the trail says of a kind about this customer, the oldest first. */
    List<String> trail(String kind) {
        return jdbc.sql("select details from audit_event where kind = :kind and customer_id = :customer order by id")
                .param("kind", kind)
                .param("customer", customer.id().value())
                .query(String.class)
                .list();
    }

    int told(String template) {
        return jdbc.sql("select count(*) from sms_message where customer_id = :customer and template = :template")
                .param("customer", customer.id().value())
                .param("template", template)
                .query(Integer.class)
                .single();
    }
}
