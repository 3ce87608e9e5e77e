package ir.ramzineh.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.audit.ActivityEntry;
import ir.ramzineh.audit.AuditTrail;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.staff.DeskReason;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every look has a reason that the customer can read, opens one page for a while, and counts. */
@PortalIT
class LooksIT extends DeskScene {
    @Autowired
    private AuditTrail audit;

    @Autowired
    private HelpdeskSettings settings;

    @Test
    void withoutAReasonThePageIsClosedAndAReasonOpensItForAWhileInOneSignInOnly() {
        assertThat(helpdesk.file(teller, session, customer.id())).isEmpty();

        helpdesk.look(teller, session, customer.id(), CALL);

        assertThat(helpdesk.openedFor(teller, session, customer.id())).contains(CALL);
        assertThat(helpdesk.file(teller, session, customer.id())).isPresent();
        assertThat(helpdesk.file(teller, new DeskSession(UUID.randomUUID().toString()), customer.id()))
                .isEmpty();
        clock.advance(settings.lookLife().plusSeconds(1));
        assertThat(helpdesk.file(teller, session, customer.id())).isEmpty();
    }

    @Test
    void theCustomerReadsWhoLookedAndWhy() {
        helpdesk.look(teller, session, customer.id(), CALL);

        ActivityEntry newest = audit.activityOf(customer.id(), 1).getFirst();

        assertThat(newest.kind()).isEqualTo("helpdesk.looked");
        assertThat(newest.details())
                .containsEntry("reason", "CALL")
                .containsEntry("branch", "1203")
                .containsEntry("role", "TELLER")
                .containsEntry("ticket", "INC-4711");
    }

    @Test
    void aTicketCannotHoldANameOrAPersonsNumbers() {
        for (String personal : List.of(
                "0012345679",
                "۰۰۱۲۳۴۵۶۷۹",
                "09123456789",
                "6104331234567890",
                "علی رضایی",
                "Ali Rezaei",
                "=cmd|calc")) {
            assertThatThrownBy(() -> new DeskReason(DeskReason.Kind.CALL, personal))
                    .as(personal)
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageNotContaining(personal);
        }
        assertThat(new DeskReason(DeskReason.Kind.CALL, " INC-2026/117 ").ticket())
                .isEqualTo("INC-2026/117");
    }

    @Test
    void whoLooksAtVeryManyInAShortTimeWaitsLongerAndLonger() {
        clock.hold();
        pace("burst = :used, burst_started_at = utc_timestamp(3) - interval 1 minute", settings.looksAtEase());
        assertThat(helpdesk.look(teller, session, customer.id(), CALL)).isInstanceOf(LookOutcome.Open.class);

        LookOutcome second = helpdesk.look(teller, session, customer.id(), CALL);

        assertThat(second).isInstanceOf(LookOutcome.Wait.class);
        Duration first = ((LookOutcome.Wait) second).time();
        clock.advance(first);
        assertThat(helpdesk.look(teller, session, customer.id(), CALL)).isInstanceOf(LookOutcome.Open.class);
        LookOutcome.Wait longer = (LookOutcome.Wait) helpdesk.look(teller, session, customer.id(), CALL);
        assertThat(longer.time()).isGreaterThan(first);
        clock.advance(settings.easeWindow());
        assertThat(helpdesk.look(teller, session, customer.id(), CALL)).isInstanceOf(LookOutcome.Open.class);
    }

    @Test
    void atTheCeilingOfTheDayOneOfManyAtOncePassesAndTheAuditorsAreToldOnce() throws Exception {
        pace("used = :used", settings.looksPerDay() - 1);
        Callable<LookOutcome> look = () -> helpdesk.look(teller, session, customer.id(), CALL);
        List<LookOutcome> all;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            all = threads.invokeAll(Stream.generate(() -> look).limit(8).toList()).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(all).filteredOn(LookOutcome.Open.class::isInstance).hasSize(1);
        assertThat(all).filteredOn(LookOutcome.EnoughForToday.class::isInstance).hasSize(7);
        assertThat(tracesOf("helpdesk.too-many-looks", teller)).isEqualTo(1);
        assertThat(helpdesk.find(teller, new FindKey.ByNationalId(customer.nationalId()), CALL))
                .isInstanceOf(FindOutcome.EnoughForToday.class);
        clock.advance(Duration.ofDays(1));
        assertThat(helpdesk.look(teller, session, customer.id(), CALL)).isInstanceOf(LookOutcome.Open.class);
    }

    /** As if the member had looked before. */
    private void pace(String assignment, int used) {
        helpdesk.look(teller, session, customer.id(), CALL);
        int rows = jdbc.sql("update helpdesk_pace set " + assignment + ", day = :day where staff_id = :staff")
                .param("used", used)
                .param("day", LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tehran")))
                .param("staff", teller.value())
                .update();
        assertThat(rows).isEqualTo(1);
    }
}
