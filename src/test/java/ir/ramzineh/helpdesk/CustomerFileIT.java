package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.card.CardNotFoundException;
import ir.ramzineh.credential.UserName;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.kernel.CustomerId;
import ir.ramzineh.kernel.NationalId;
import ir.ramzineh.kernel.UtcTime;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Finding a customer and the one page: whom it opens for, what it answers, what it never shows (security case 13). */
@PortalIT
class CustomerFileIT extends DeskScene {
    @Autowired
    private Notices notices;

    @Test
    void everyExactKeyFindsTheCustomerMaskedAndAPartOfItNobody() {
        for (FindKey key : List.of(
                new FindKey.ByNationalId(customer.nationalId()),
                FindKey.read(FindKey.Kind.ANY, customer.mobile().national()),
                FindKey.read(FindKey.Kind.ANY, number.digits()),
                new FindKey.ByUserName(new UserName(userName)))) {
            FindOutcome.Found found = (FindOutcome.Found) helpdesk.find(teller, key, CALL);

            assertThat(found.hits()).extracting(Hit::customer).contains(customer.id());
            assertThat(found.toString())
                    .doesNotContain(customer.nationalId().digits())
                    .doesNotContain(customer.mobile().national())
                    .doesNotContain(customer.name().fa());
        }
        assertThat(traces("helpdesk.found", customer.id())).isEqualTo(4);
        FindOutcome.Found none = (FindOutcome.Found)
                helpdesk.find(teller, new FindKey.BySerial(number.digits().substring(0, 12)), CALL);
        assertThat(none.hits()).isEmpty();
        assertThat(tracesOf("helpdesk.found-nobody", teller)).isEqualTo(1);
    }

    @Test
    void whoNeverSignedUpIsFoundThroughTheBank() {
        NationalId known = PeopleFixtures.randomNationalId();
        bank.person(known, PeopleFixtures.randomMobile());

        FindOutcome.Found found = (FindOutcome.Found) helpdesk.find(teller, new FindKey.ByNationalId(known), CALL);

        assertThat(found.hits()).hasSize(1);
        assertThat(found.hits().getFirst().signedUp()).isFalse();
    }

    @Test
    void oneNumberOfAFamilyGivesAllOfThemButNoneOfAnotherBranch() {
        Customer sister =
                people.customer(PeopleFixtures.randomUserName(), PeopleFixtures.randomNationalId(), customer.mobile());
        Customer brother =
                people.customer(PeopleFixtures.randomUserName(), PeopleFixtures.randomNationalId(), customer.mobile());
        staff.home(sister.id(), StaffFixtures.HOME);
        staff.home(brother.id(), StaffFixtures.OTHER);

        FindOutcome.Found found =
                (FindOutcome.Found) helpdesk.find(teller, new FindKey.ByMobile(customer.mobile()), CALL);

        assertThat(found.hits()).extracting(Hit::customer).containsExactlyInAnyOrder(customer.id(), sister.id());
        assertThat(found.elsewhere()).isEqualTo(1);
        assertThat(traces("access.staff-refused", brother.id())).isEqualTo(1);
    }

    @Test
    void anotherBranchNeitherSeesNorActsAndEveryTryIsOnRecord() {
        assertThatThrownBy(() -> helpdesk.look(stranger, session, customer.id(), CALL))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> helpdesk.file(stranger, session, customer.id()))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> actions.freeze(stranger, customer.id(), card, CALL))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> actions.endSessions(stranger, customer.id(), CALL))
                .isInstanceOf(NotPermittedException.class);

        assertThat(traces("access.staff-refused", customer.id())).isEqualTo(4);
        assertThat(traces("helpdesk.looked", customer.id())).isZero();
        assertThat(cards.one(customer.id(), card).second().frozen()).isFalse();
    }

    @Test
    void anotherCustomersCardIsNoneAndTheMemberWhoAskedIsOnRecord() {
        Customer other = somebody(PeopleFixtures.randomUserName());

        assertThatThrownBy(() -> actions.freeze(teller, other.id(), card, CALL))
                .isInstanceOf(CardNotFoundException.class);
        assertThatThrownBy(() -> actions.freeze(teller, customer.id(), new CardId(5), CALL))
                .isInstanceOf(CardNotFoundException.class);

        assertThat(tracesOf("access.foreign-card", teller)).isEqualTo(2);
        assertThat(cards.one(customer.id(), card).second().frozen()).isFalse();
    }

    @Test
    void anIdThatIsNobodysIsRefusedLikeOneOfAnotherBranch() {
        assertThatThrownBy(() -> helpdesk.file(teller, session, new CustomerId(77)))
                .isInstanceOf(NotPermittedException.class)
                .extracting(refused -> ((NotPermittedException) refused).key())
                .isEqualTo("error.staff.other-branch");
    }

    @Test
    void nobodyLooksAtOneselfAndALostRoleCountsAtOnce() {
        StaffId self = staff.member(Role.TELLER, StaffFixtures.HOME, customer.nationalId())
                .id();
        assertThatThrownBy(() -> helpdesk.look(self, session, customer.id(), CALL))
                .isInstanceOf(NotPermittedException.class);

        assertThat(helpdesk.look(teller, session, customer.id(), CALL)).isInstanceOf(LookOutcome.Open.class);
        staff.place(teller, Role.AUDITOR, null);
        assertThatThrownBy(() -> helpdesk.file(teller, session, customer.id()))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void thePageAnswersWhyACodeIsRefusedAndShowsNoSecret() {
        second("state = 'DYNAMIC', frozen_at = utc_timestamp(3), failed_attempts = 2");

        CustomerFile file = open();

        assertThat(file.answers())
                .extracting(Answer::key)
                .contains("desk.answer.frozen", "desk.answer.attempts", "desk.answer.no-token");
        assertThat(file.answers().getFirst().tone()).isEqualTo(Answer.Tone.PROBLEM);
        assertThat(file.toString())
                .doesNotContain(customer.nationalId().digits())
                .doesNotContain(customer.mobile().national())
                .doesNotContain(number.digits());
        second("state = 'LOCKED', frozen_at = null");
        assertThat(open().answers()).extracting(Answer::key).contains("desk.answer.locked");
        second("state = 'STATIC', failed_attempts = 0");
        assertThat(open().answers())
                .extracting(Answer::key)
                .contains("desk.answer.static", "desk.answer.nothing")
                .doesNotContain("desk.answer.locked", "desk.answer.frozen", "desk.answer.attempts");
    }

    @Test
    void D3_thePageSaysUntilWhenANewNumberGetsNoCodes() {
        assertThat(open().answers()).extracting(Answer::key).doesNotContain("desk.answer.codes-wait");
        jdbc.sql("update customer set codes_from = :from where id = :id")
                .param("from", UtcTime.toColumn(clock.instant().plus(Duration.ofHours(3))))
                .param("id", customer.id().value())
                .update();
        assertThat(open().answers()).extracting(Answer::key).contains("desk.answer.codes-wait");
        clock.advance(Duration.ofHours(4));
        assertThat(open().answers()).extracting(Answer::key).doesNotContain("desk.answer.codes-wait");
    }

    @Test
    void aFreezeOfStaffIsOneMessageTwoRowsAndNamesTheReason() throws Exception {
        int seen = people.messages(customer.mobile());

        assertThat(actions.freeze(teller, customer.id(), card, CALL)).isTrue();

        assertThat(actions.freeze(teller, customer.id(), card, CALL)).isFalse();
        assertThat(cards.one(customer.id(), card).first().frozen()).isTrue();
        assertThat(cards.one(customer.id(), card).second().frozen()).isTrue();
        assertThat(traces("card.frozen", customer.id())).isEqualTo(2);
        assertThat(jdbc.sql("select details from audit_event where kind = 'card.frozen' and card_id = :card")
                        .param("card", card.value())
                        .query(String.class)
                        .list())
                .allMatch(details -> details.contains("CALL") && details.contains("INC-4711"));
        people.text(customer.mobile(), seen);
        assertThat(people.messages(customer.mobile())).isEqualTo(seen + 1);
        assertThat(notices.unread(customer.id(), 5))
                .anyMatch(notice -> notice.kind().equals("card.changed"));
        assertThat(actions.unfreeze(teller, customer.id(), card, CALL)).isTrue();
        assertThat(cards.one(customer.id(), card).second().frozen()).isFalse();
    }

    private CustomerFile open() {
        helpdesk.look(teller, session, customer.id(), CALL);
        return helpdesk.file(teller, session, customer.id()).orElseThrow();
    }
}
