package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.card.Cards;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CardNumber;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffFixtures.Known;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor reads about everybody but the own person, and trying it leaves a row (security cases 13 and 22). */
@PortalIT
class AuditOwnPersonIT {
    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private AuditRoom room;

    @Autowired
    private Cards cards;

    @Autowired
    private JdbcClient jdbc;

    private Customer customer;
    private CardNumber number;
    private CardId card;
    private Known auditor;
    private Known colleague;

    @BeforeEach
    void anAuditorWhoIsACustomerToo() {
        PeopleFixtures people = PeopleFixtures.of(beans);
        PlayedBank bank = beans.createBean(PlayedBank.class);
        StaffFixtures staff = StaffFixtures.of(beans);
        customer = people.customer(PeopleFixtures.randomUserName());
        bank.person(customer.nationalId(), customer.mobile());
        number = PlayedBank.number("610433");
        bank.card(customer.nationalId(), number, "NORMAL", 1420, true);
        card = cards.of(customer.id()).getFirst().id();
        auditor = staff.member(Role.AUDITOR, null, customer.nationalId());
        colleague = staff.member(Role.AUDITOR, null);
    }

    @Test
    void case22_anAuditorDoesNotLookTheOwnPersonUpByWhateverWay() {
        refused(1, () -> room.customer(auditor.id(), customer.nationalId()));
        refused(2, () -> room.card(auditor.id(), number));
        refused(3, () -> room.page(auditor.id(), query(customer, null), Optional.empty(), 10));
        refused(4, () -> room.page(auditor.id(), query(null, card), Optional.of(Long.MAX_VALUE), 10));
        refused(5, () -> room.export(auditor.id(), query(customer, null), key -> key, new ByteArrayOutputStream()));
        refused(6, () -> room.export(auditor.id(), query(null, card), key -> key, new ByteArrayOutputStream()));

        assertThat(rows("audit.customer-looked", auditor)).isZero();
        assertThat(rows("audit.searched", auditor)).isZero();
        assertThat(rows("audit.exported", auditor)).isZero();
    }

    /** Also whoever is no customer of the portal, or of nobody the portal knows. */
    @Test
    void theOwnNationalIdIsRefusedThoughThePortalKnowsNobodyByIt() {
        NationalId person = PeopleFixtures.randomNationalId();
        Known unknown = StaffFixtures.of(beans).member(Role.AUDITOR, null, person);
        assertThatThrownBy(() -> room.customer(unknown.id(), person)).hasMessage("error.staff.own");
        assertThat(rows("access.staff-refused", unknown)).isEqualTo(1);
        assertThat(room.customer(colleague.id(), person)).isEmpty();
    }

    @Test
    void aColleagueLooksAndTheAuditorLooksAtOthers() throws Exception {
        assertThat(room.customer(colleague.id(), customer.nationalId())).contains(customer.id());
        assertThat(room.card(colleague.id(), number)).contains(card);
        room.page(colleague.id(), query(customer, card), Optional.empty(), 10);
        room.export(colleague.id(), query(customer, card), key -> key, new ByteArrayOutputStream());
        assertThat(rows("access.staff-refused", colleague)).isZero();

        Customer other = PeopleFixtures.of(beans).customer(PeopleFixtures.randomUserName());
        assertThat(room.customer(auditor.id(), other.nationalId())).contains(other.id());
        room.page(auditor.id(), query(other, null), Optional.empty(), 10);
        assertThat(rows("access.staff-refused", auditor)).isZero();
    }

    private void refused(int rows, ThrowingCallable look) {
        assertThatThrownBy(look).isInstanceOf(NotPermittedException.class).hasMessage("error.staff.own");
        assertThat(rows("access.staff-refused", auditor)).isEqualTo(rows);
        assertThat(jdbc.sql("""
                        select customer_id from audit_event
                        where kind = 'access.staff-refused' and actor_name = :who order by id desc limit 1
                        """)
                        .param("who", auditor.userName())
                        .query(Long.class)
                        .single())
                .isEqualTo(customer.id().value());
    }

    private static TrailQuery query(@Nullable Customer whom, @Nullable CardId card) {
        return new TrailQuery("", "", whom == null ? null : whom.id(), card, null, null, null);
    }

    private int rows(String kind, Known who) {
        return jdbc.sql("select count(*) from audit_event where kind = :kind and actor_name = :who")
                .param("kind", kind)
                .param("who", who.userName())
                .query(Integer.class)
                .single();
    }
}
