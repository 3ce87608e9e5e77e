package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.fraudcase.CaseNote;
import ir.ramzineh.fraudcase.CaseOutcome;
import ir.ramzineh.fraudcase.CaseState;
import ir.ramzineh.fraudcase.FraudCase;
import ir.ramzineh.fraudcase.FraudCases;
import ir.ramzineh.fraudcase.ReportedBy;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "It was not me" in the hands of staff: one holder, notes, an outcome, and codes only on the word of the holder. */
@PortalIT
class CasesIT extends DeskScene {
    @Autowired
    private CaseDesk desk;

    @Autowired
    private FraudCases cases;

    @Autowired
    private Notices notices;

    private StaffId colleague;
    private FraudCase report;

    @BeforeEach
    void aReport() {
        colleague = staff.member(Role.TELLER, StaffFixtures.HOME).id();
        long id = actions.report(teller, customer.id(), card, new Suspect.WholeCard())
                .caseId();
        report = cases.one(id).orElseThrow();
    }

    @Test
    void whatACallerSaysStopsTheCodesAndStandsInTheQueueOfTheBranchOnly() {
        assertThat(report.reportedBy()).isEqualTo(ReportedBy.STAFF);
        assertThat(cards.one(customer.id(), card).second().frozen()).isTrue();
        assertThat(traces("fraud-case.opened", customer.id())).isEqualTo(1);
        assertThat(desk.queue(teller).cases())
                .extracting(one -> one.report().id())
                .contains(report.id());
        assertThat(desk.queue(stranger).cases())
                .extracting(one -> one.report().id())
                .doesNotContain(report.id());
        assertThatThrownBy(() -> desk.one(stranger, session, report.id())).isInstanceOf(NotPermittedException.class);
        assertThat(desk.one(teller, session, 99)).isEmpty();
    }

    @Test
    void ofTwoWhoTakeItAtOnceOneHoldsItAndOnlyThatOneWorksOnIt() throws Exception {
        List<Boolean> taken;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> one = () -> desk.take(teller, report);
            Callable<Boolean> two = () -> desk.take(colleague, report);
            taken = threads.invokeAll(List.of(one, two)).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(taken).containsExactlyInAnyOrder(true, false);
        StaffId holder = taken.getFirst() ? teller : colleague;
        StaffId other = taken.getFirst() ? colleague : teller;
        assertThatThrownBy(() -> desk.note(other, report.id(), "tried")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> desk.close(other, report.id(), CaseOutcome.FRAUD))
                .isInstanceOf(InvalidValueException.class);
        desk.note(holder, report.id(), "با مشتری صحبت شد");
        assertThat(desk.one(other, session, report.id())
                        .orElseThrow()
                        .file()
                        .orElseThrow()
                        .notes())
                .extracting(CaseNote::text)
                .containsExactly("با مشتری صحبت شد");
        assertThat(traces("fraud-case.taken", customer.id())).isEqualTo(1);
        assertThat(traces("fraud-case.noted", customer.id())).isEqualTo(1);
        FraudCase seen = cases.one(report.id()).orElseThrow();
        assertThat(desk.take(other, report)).as("seen before it was taken").isFalse();
        assertThat(desk.take(other, seen)).as("taken over knowingly").isTrue();
    }

    @Test
    void theFreezeOfACaseIsEndedInTheCaseAndNowhereElse() {
        assertThatThrownBy(() -> actions.unfreeze(teller, customer.id(), card, CALL))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> desk.unfreeze(teller, report.id())).isInstanceOf(InvalidValueException.class);
        assertThat(cards.one(customer.id(), card).second().frozen()).isTrue();

        desk.take(teller, report);

        assertThat(desk.unfreeze(teller, report.id())).isTrue();
        assertThat(cards.one(customer.id(), card).second().frozen()).isFalse();
        assertThat(cases.one(report.id()).orElseThrow().state()).isEqualTo(CaseState.OPEN);
    }

    /** Where the freeze ends is said once: in the case. */
    @Test
    void thePageOfACustomerWithAnOpenCaseLeadsToTheCaseOnly() {
        helpdesk.look(teller, session, customer.id(), CALL);
        assertThat(helpdesk.file(teller, session, customer.id()).orElseThrow().answers())
                .extracting(Answer::key)
                .contains("desk.answer.case")
                .doesNotContain("desk.answer.frozen");
    }

    @Test
    void aClosedCaseHasAnOutcomeTheCustomerIsToldAndNobodyWorksOnItAgain() {
        desk.take(teller, report);

        desk.close(teller, report.id(), CaseOutcome.MERCHANT_ERROR);

        FraudCase closed = cases.one(report.id()).orElseThrow();
        assertThat(closed.state()).isEqualTo(CaseState.CLOSED);
        assertThat(closed.handling().orElseThrow().outcome()).contains(CaseOutcome.MERCHANT_ERROR);
        assertThat(traces("fraud-case.closed", customer.id())).isEqualTo(1);
        assertThat(notices.unread(customer.id(), 10))
                .anyMatch(notice -> notice.kind().equals("fraud-case.closed"));
        assertThatThrownBy(() -> desk.close(teller, report.id(), CaseOutcome.FRAUD))
                .isInstanceOf(InvalidValueException.class);
        assertThat(cards.one(customer.id(), card).second().frozen())
                .as("closing lets nothing pass")
                .isTrue();
        assertThat(actions.report(teller, customer.id(), card, new Suspect.WholeCard())
                        .opened())
                .as("a new report is a new case")
                .isTrue();
    }

    /** The bank gave the number to another person: the case goes on to its end, and asks for no card of somebody else's. */
    @Test
    void aCaseAboutACardThatIsSomebodyElsesByNowIsOpenedAndClosed() {
        jdbc.sql("update card set customer_id = :heir where id = :card")
                .param("heir", somebody(PeopleFixtures.randomUserName()).id().value())
                .param("card", card.value())
                .update();

        CaseFile file =
                desk.one(teller, session, report.id()).flatMap(CaseLook::file).orElseThrow();
        assertThat(file.card()).isEmpty();
        assertThat(desk.take(teller, report)).isTrue();
        desk.note(teller, report.id(), "کارت نزد دیگری است");
        assertThatThrownBy(() -> desk.unfreeze(teller, report.id())).hasMessage("error.desk.case-card-gone");
        desk.close(teller, report.id(), CaseOutcome.UNRESOLVED);

        assertThat(desk.queue(teller).cases())
                .extracting(one -> one.report().id())
                .doesNotContain(report.id());
        assertThat(notices.unread(customer.id(), 10))
                .filteredOn(notice -> notice.kind().equals("fraud-case.closed"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.details()).containsEntry("card", number.lastFour()));
        assertThat(jdbc.sql("select count(*) from audit_event where kind = 'access.foreign-card' and card_id = :card")
                        .param("card", card.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nobodyHandlesACaseAboutTheOwnCards() {
        StaffId self = staff.member(Role.TELLER, StaffFixtures.HOME, customer.nationalId())
                .id();

        assertThatThrownBy(() -> desk.take(self, report)).isInstanceOf(NotPermittedException.class);
        assertThat(desk.queue(self).cases())
                .extracting(one -> one.report().id())
                .doesNotContain(report.id());
    }
}
