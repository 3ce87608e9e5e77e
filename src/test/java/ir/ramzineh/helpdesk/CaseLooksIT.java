package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PlayedBank;
import ir.ramzineh.PortalIT;
import ir.ramzineh.Statements;
import ir.ramzineh.card.CardOverview;
import ir.ramzineh.fraudcase.CaseNote;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cases are looked at like customers: with a reason, a row that the customer reads, and at a pace. */
@PortalIT
class CaseLooksIT extends DeskScene {
    @Autowired
    private CaseDesk desk;

    private BranchCode branch;
    private StaffId clerk;
    private long report;

    /** Cases of customers without a branch, which every branch sees; other tests leave some. */
    private int others;

    @BeforeEach
    void aReportInABranchOfItsOwn() {
        branch = new BranchCode(Integer.toString(ThreadLocalRandom.current().nextInt(200_000, 999_999)));
        staff.home(customer.id(), branch);
        clerk = staff.member(Role.TELLER, branch).id();
        others = desk.waiting(clerk);
        report = actions.report(clerk, customer.id(), card, new Suspect.WholeCard())
                .caseId();
    }

    @Test
    void case13_aLookAtACaseHasTheReasonCaseARowForTheCustomerAndCountsOnceAWhile() {
        assertThat(desk.one(clerk, session, report).orElseThrow().file()).isPresent();
        assertThat(desk.one(clerk, session, report).orElseThrow().file()).isPresent();

        assertThat(looks()).as("once in this sign-in").isEqualTo(1);
        assertThat(used()).isEqualTo(1);
        assertThat(helpdesk.openedFor(clerk, session, customer.id())).contains(new DeskReason(DeskReason.Kind.CASE));
        desk.one(clerk, new DeskSession(UUID.randomUUID().toString()), report);
        assertThat(looks()).as("another sign-in").isEqualTo(2);
        clock.advance(Duration.ofMinutes(16));
        desk.one(clerk, session, report);
        assertThat(looks()).as("the reason is no longer fresh").isEqualTo(3);
    }

    @Test
    void case13_beyondThePaceACaseStaysClosedAndLeavesNoRow() {
        jdbc.sql("""
                insert into helpdesk_pace (staff_id, day, used, burst, burst_started_at, next_at)
                values (:staff, '2000-01-01', 0, 40, utc_timestamp(3), :next)
                """)
                .param("staff", clerk.value())
                .param(
                        "next",
                        ir.ramzineh.kernel.UtcTime.toColumn(clock.instant().plusSeconds(60)))
                .update();
        CaseLook refused = desk.one(clerk, session, report).orElseThrow();
        assertThat(refused.look()).isInstanceOf(LookOutcome.Wait.class);
        assertThat(refused.file()).isEmpty();
        assertThat(looks()).isZero();
        CaseQueue queue = desk.queue(clerk);
        assertThat(queue.look()).isInstanceOf(LookOutcome.Wait.class);
        assertThat(queue.cases()).isEmpty();
        assertThat(tracesOf("helpdesk.cases-listed", clerk)).isZero();
    }

    @Test
    void theQueueIsALookToo() {
        assertThat(mine(clerk)).extracting(CaseLine::maskedNumber).containsExactly(number.masked());
        assertThat(tracesOf("helpdesk.cases-listed", clerk)).isEqualTo(1);
        assertThat(used()).isEqualTo(1);
        assertThat(desk.waiting(clerk)).as("the number alone is none").isEqualTo(others + 1);
        assertThat(used()).isEqualTo(1);
    }

    /** Hundreds of older cases of other branches keep none of this branch's from its queue. */
    @Test
    void otherBranchesDoNotFillTheQueue() {
        jdbc.sql("""
                insert into fraud_case (id, customer_id, card_id, subject, subject_id, reported_by, reported_at, what,
                                        state, open_slot)
                select s.seq, :customer, :card, 'MESSAGE', s.seq, 'PORTAL', utc_timestamp(3), 'CARD', 'OPEN', 1
                from seq_1_to_250 s
                """)
                .param("customer", elsewhere().value())
                .param("card", card.value())
                .update();
        try {
            assertThat(desk.queue(clerk).cases())
                    .hasSize(others + 1)
                    .extracting(one -> one.report().id())
                    .contains(report);
        } finally {
            jdbc.sql("delete from fraud_case where id <= 250").update();
        }
    }

    @Test
    void theQueueCostsAsManyStatementsForManyCasesAsForOne() {
        int one = Statements.of(() -> desk.queue(clerk)).size();
        for (int i = 0; i < 12; i++) {
            bank.card(customer.nationalId(), PlayedBank.number("610433"), "NORMAL", 1420, true);
        }
        for (CardOverview each : cards.of(customer.id())) {
            actions.report(clerk, customer.id(), each.id(), new Suspect.WholeCard());
        }
        List<String> many = Statements.of(() -> desk.queue(clerk));
        assertThat(mine(clerk)).hasSize(13);
        assertThat(many).hasSize(one).hasSizeLessThan(16);
    }

    @Test
    void case22_theOwnCaseIsNeitherInTheQueueNorCountedNorOpened() {
        StaffId self = staff.member(Role.TELLER, branch, customer.nationalId()).id();
        assertThat(mine(self)).isEmpty();
        assertThat(desk.waiting(self)).isEqualTo(others);
        assertThatThrownBy(() -> desk.one(self, session, report)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void case23_aNoteHoldsNoSignsThatTurnWhatStandsBesideIt() {
        desk.take(
                clerk,
                desk.one(clerk, session, report)
                        .orElseThrow()
                        .file()
                        .orElseThrow()
                        .report());
        desk.note(clerk, report, "called\u202E back\u2069 می\u200Cگوید\r\nforged");
        assertThat(desk.one(clerk, session, report)
                        .orElseThrow()
                        .file()
                        .orElseThrow()
                        .notes())
                .extracting(CaseNote::text)
                .containsExactly("called back می\u200Cگوید  forged");
        assertThatThrownBy(() -> desk.note(clerk, report, "\u202E\u2069\n"))
                .isInstanceOf(ir.ramzineh.kernel.InvalidValueException.class);
    }

    private List<CaseLine> mine(StaffId who) {
        return desk.queue(who).cases().stream()
                .filter(one -> one.report().customer().equals(customer.id()))
                .toList();
    }

    private ir.ramzineh.kernel.CustomerId elsewhere() {
        var other = somebody(ir.ramzineh.PeopleFixtures.randomUserName());
        staff.home(other.id(), ir.ramzineh.staff.StaffFixtures.OTHER);
        return other.id();
    }

    private int looks() {
        return jdbc.sql("""
                select count(*) from audit_event
                where kind = 'helpdesk.looked' and customer_id = :customer and card_id = :card
                  and json_value(details, '$.reason') = 'CASE'
                """)
                .param("customer", customer.id().value())
                .param("card", card.value())
                .query(Integer.class)
                .single();
    }

    private int used() {
        return jdbc.sql("select coalesce(sum(used), 0) from helpdesk_pace where staff_id = :staff")
                .param("staff", clerk.value())
                .query(Integer.class)
                .single();
    }
}
