package ir.ramzineh.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import ir.ramzineh.PortalIT;
import ir.ramzineh.customer.Customer;
import ir.ramzineh.fraudcase.Suspect;
import ir.ramzineh.helpdesk.DeskActions;
import ir.ramzineh.helpdesk.LookOutcome;
import ir.ramzineh.kernel.CardId;
import ir.ramzineh.staff.DeskReason;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The meter counts each card once, by the one reason that comes first, and a branch sees its own. */
@PortalIT
class MeterIT extends MeterScene {
    @Autowired
    private Meter meter;

    @Autowired
    private OneVisit visit;

    @Autowired
    private DeskActions desk;

    @Autowired
    private MeterCounting counting;

    @Autowired
    private MeterCounts counts;

    @Autowired
    private MeterSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void eachCardIsCountedOnceByTheReasonThatComesFirst() {
        Customer owner = somebody();
        CardId plain = card(owner);
        card(owner, "GIFT", 1420, true);
        card(owner, "NORMAL", 1400, true);
        card(owner, "NORMAL", 1420, false);
        second(card(owner), "state = 'LOCKED'");
        second(card(owner), "state = 'DYNAMIC'");
        second(card(owner), "state_since = utc_timestamp(3)");
        CardId exempt = card(owner);
        second(exempt, "state = 'DYNAMIC'");
        jdbc.sql("""
                insert into small_amount_consent (card_id, customer_id, text_version, consented_at)
                values (:card, :customer, '1405-09', utc_timestamp(3))
                """)
                .param("card", exempt.value())
                .param("customer", owner.id().value())
                .update();
        Customer stranger = somebody();
        CardId unknown = card(stranger);
        jdbc.sql("update customer set registered_at = null where id = :id")
                .param("id", stranger.id().value())
                .update();

        assertThat(meter.read(teller, Optional.empty()).cards())
                .as("counted before its cards came")
                .isZero();
        countAnew();
        MeterReading reading = meter.read(teller, Optional.empty());

        assertThat(reading.cards()).isEqualTo(9);
        assertThat(reading.dynamic()).isEqualTo(1);
        assertThat(reading.dynamicPercent()).isEqualTo(11);
        assertThat(reading.open())
                .containsOnly(
                        entry(StaticReason.GIFT, 1L),
                        entry(StaticReason.EXPIRED, 1L),
                        entry(StaticReason.INACTIVE, 1L),
                        entry(StaticReason.LOCKED, 1L),
                        entry(StaticReason.EXEMPT, 1L),
                        entry(StaticReason.NO_SIGN_UP, 1L),
                        entry(StaticReason.SWITCHED_BACK, 1L),
                        entry(StaticReason.NEVER_ACTIVATED, 1L));
        assertThat(meter.page(teller, Optional.empty(), Optional.of(StaticReason.NEVER_ACTIVATED), 0)
                        .lines())
                .extracting(line -> line.card().id())
                .containsExactly(plain);
        assertThat(meter.page(teller, Optional.empty(), Optional.of(StaticReason.NO_SIGN_UP), 0)
                        .lines())
                .extracting(line -> line.card().id())
                .containsExactly(unknown);
    }

    @Test
    void pagesHoldEveryCardOnce() {
        Customer owner = somebody();
        for (int i = 0; i < Meter.PAGE + 3; i++) {
            card(owner);
        }

        MeterPage page = meter.page(teller, Optional.empty(), Optional.empty(), 0);
        List<MeterLine> first = page.lines();
        MeterPage next = meter.page(teller, Optional.empty(), Optional.empty(), page.next());
        List<MeterLine> second = next.lines();
        assertThat(next.next()).isZero();

        assertThat(first).hasSize(Meter.PAGE);
        assertThat(second).hasSize(3);
        List<MeterLine> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(all).extracting(MeterLine::place).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aBranchSeesItselfWhateverItAsksForAndSomeRolesNothing() {
        card(somebody());
        StaffId elsewhere = staff.member(Role.TELLER, StaffFixtures.OTHER).id();
        StaffId auditor = staff.member(Role.AUDITOR, null).id();
        StaffId administrator = staff.member(Role.ADMINISTRATOR, null).id();

        assertThat(meter.page(elsewhere, Optional.of(branch), Optional.empty(), 0)
                        .lines())
                .noneMatch(line ->
                        branch.equals(customers.byId(line.owner()).orElseThrow().branch()));
        countAnew();
        assertThat(meter.read(auditor, Optional.of(branch)).cards()).isEqualTo(1);
        assertThatThrownBy(() -> meter.read(administrator, Optional.empty())).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void case13_eachPageIsALookWithARowAndBeyondThePaceNothingIsShown() {
        clock.hold();
        card(somebody());
        for (int look = 1; look <= 40; look++) {
            assertThat(meter.page(teller, Optional.empty(), Optional.empty(), 0).look())
                    .isInstanceOf(LookOutcome.Open.class);
        }
        assertThat(rows("helpdesk.cards-listed", teller)).isEqualTo(40);
        MeterPage slowed = meter.page(teller, Optional.empty(), Optional.empty(), 0);
        assertThat(slowed.look()).isInstanceOf(LookOutcome.Open.class);
        MeterPage refused = meter.page(teller, Optional.empty(), Optional.empty(), 0);
        assertThat(refused.look()).isInstanceOf(LookOutcome.Wait.class);
        assertThat(refused.lines()).isEmpty();
        assertThat(rows("helpdesk.cards-listed", teller)).isEqualTo(41);
    }

    @Test
    void case22_theOwnCardIsInNoList() {
        Customer self = somebody();
        CardId own = card(self);
        CardId another = card(somebody());
        StaffId member = staff.member(Role.TELLER, branch, self.nationalId()).id();
        assertThat(meter.page(member, Optional.empty(), Optional.empty(), 0).lines())
                .extracting(line -> line.card().id())
                .contains(another)
                .doesNotContain(own);
        assertThat(meter.page(teller, Optional.empty(), Optional.empty(), 0).lines())
                .extracting(line -> line.card().id())
                .contains(own);
    }

    @Test
    void aDayIsCountedOnceAndGoesOnWhereItStopped() {
        LocalDate day =
                LocalDate.of(2000, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3_000));
        CardId first = card(somebody());
        CardId second = card(somebody());
        counts.begin(day);
        assertThat(counts.advance(day, 0, Math.min(first.value(), second.value())))
                .isTrue();
        assertThat(counts.advance(day, 0, 1)).as("another node").isFalse();
        counting.count(day);
        counting.count(day);
        assertThat(jdbc.sql("select sum(n) from meter_count where day = :day and branch = :branch")
                        .param("day", day)
                        .param("branch", branch.digits())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aDayWithoutASingleCardIsNotCountedAndIsTriedAgain() {
        LocalDate day =
                LocalDate.of(1990, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3_000));
        StaticCards none = new StaticCards(jdbc, settings, clock) {
            @Override
            OptionalLong endOfRange(long after, int cards) {
                return OptionalLong.empty();
            }
        };
        new MeterCounting(none, counts, transaction, clock).count(day);
        assertThat(counts.countedThrough(day)).contains(0L);
    }

    /** As the first run after midnight does; the day may have been counted before the test's cards were there. */
    private void countAnew() {
        jdbc.sql("delete from meter_count where day = :day")
                .param("day", today())
                .update();
        jdbc.sql("delete from meter_day where day = :day").param("day", today()).update();
        counting.count();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Asia/Tehran")).toLocalDate();
    }

    private int rows(String kind, StaffId who) {
        return jdbc.sql("""
                select count(*) from audit_event e join staff_member s on s.user_name = e.actor_name
                where e.kind = :kind and s.id = :id
                """)
                .param("kind", kind)
                .param("id", who.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void oneVisitListsWhatCanBeDoneNowAndNothingForWhoIsDone() {
        Customer owner = somebody();
        CardId open = card(owner);
        second(card(owner), "state = 'LOCKED'");
        card(owner, "GIFT", 1420, true);
        card(owner, "NORMAL", 1400, true);

        List<VisitStep> steps = visit.of(teller, owner.id());

        assertThat(steps)
                .extracting(VisitStep::key)
                .contains("visit.number", "visit.unlock", "visit.renew")
                .hasSize(4)
                .startsWith("visit.number");
        assertThat(steps.toString()).doesNotContain(owner.mobile().national());
        second(open, "state = 'DYNAMIC'");
        jdbc.sql("update card_password set state = 'DYNAMIC' where kind = 'FIRST' and card_id = :card")
                .param("card", open.value())
                .update();
        assertThat(visit.of(teller, owner.id())).hasSize(3);
        assertThat(visit.of(teller, somebody().id())).isEmpty();
        assertThatThrownBy(() ->
                        visit.of(staff.member(Role.TELLER, StaffFixtures.OTHER).id(), owner.id()))
                .isInstanceOf(NotPermittedException.class);
    }

    /** The service ends no freeze while a case is open, so the list does not ask for that. */
    @Test
    void oneVisitAsksToDealWithAnOpenCaseAndToEndAnyOtherFreeze() {
        Customer owner = somebody();
        CardId reported = card(owner);
        desk.freeze(teller, owner.id(), card(owner), new DeskReason(DeskReason.Kind.CALL));
        desk.report(teller, owner.id(), reported, new Suspect.WholeCard());

        assertThat(visit.of(teller, owner.id()))
                .extracting(VisitStep::key)
                .filteredOn(key -> !key.startsWith("visit.portal") && !key.startsWith("visit.atm"))
                .containsExactlyInAnyOrder("visit.number", "visit.case", "visit.frozen");
    }
}
