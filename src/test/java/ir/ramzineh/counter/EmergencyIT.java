package ir.ramzineh.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PeopleFixtures;
import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.card.CardPasswords;
import ir.ramzineh.customer.Customers;
import ir.ramzineh.customer.Notice;
import ir.ramzineh.customer.Notices;
import ir.ramzineh.issuer.CodeChannel;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.verification.Verdict;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The phone is lost (3.2 F): codes by message in the place of the app until an end date, and back by itself. */
@PortalIT
class EmergencyIT extends CounterScene {
    private static final Set<CodeChannel> BY_TEXT = Set.of(CodeChannel.SMS_TEXT_IN);

    @Autowired
    private EmergencyAccess access;

    @Autowired
    private EmergencyEnd end;

    @Autowired
    private CardPasswords passwords;

    @Autowired
    private Customers customers;

    @Autowired
    private Notices notices;

    @Test
    void untilTheEndDateCodesComeByMessageAndTheLostAppCountsForNothing() {
        card.set("channels = 'APP'");
        assertThat(verify(textedCode())).as("the edition is not on").isEqualTo(Verdict.REFUSED);
        approve(propose(3));

        assertThat(verify(textedCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(appCode())).isEqualTo(Verdict.REFUSED);
        assertThat(told("emergency.on")).isEqualTo(1);
        clock.advance(Duration.ofDays(3).minusMinutes(1));
        assertThat(verify(appCode())).isEqualTo(Verdict.REFUSED);

        clock.advance(Duration.ofMinutes(2));

        assertThat(column("emergency_until")).as("no sweep has come by").isNotEqualTo("none");
        assertThat(verify(textedCode())).isEqualTo(Verdict.REFUSED);
        assertThat(verify(appCode())).isEqualTo(Verdict.ACCEPTED);
        end.sweep();
        end.sweep();
        assertThat(told("emergency.over")).isEqualTo(1);
        assertThat(notices.of(customer.id(), 10)).extracting(Notice::kind).contains("emergency.over");
    }

    @Test
    void aNewActivationEndsItAtOnce() {
        card.set("channels = 'APP'");
        approve(propose(14));
        transaction.executeWithoutResult(status -> passwords.switchToDynamic(customer.id(), id(), PasswordKind.SECOND));
        assertThat(column("emergency_until")).isEqualTo("none");
        assertThat(verify(appCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(textedCode())).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void makerAndCheckerReadTheSameSentencesAboutWhatIsLost() {
        card.set("channels = 'APP'");
        assertThat(access.whatIsLost(teller.id(), customer.id(), id(), PasswordKind.SECOND, wish(BY_TEXT, 3)))
                .contains(
                        Afterward.of("emergency.after.works.sms-text-in"),
                        Afterward.of("emergency.after.sms-to", customer.mobile().masked()),
                        Afterward.of("emergency.after.app"),
                        Afterward.of("emergency.after.no-harim"),
                        Afterward.of("emergency.after.until", "3"))
                .isEqualTo(approvals
                        .one(manager.id(), propose(3))
                        .orElseThrow()
                        .proposal()
                        .afterwards());
    }

    @Test
    void itsDaysAndWaysHaveBounds() {
        assertThatThrownBy(() -> propose(0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> propose(access.daysMax() + 1)).hasMessage("error.emergency.days");
        assertThatThrownBy(() -> propose(Set.of(CodeChannel.USSD))).hasMessage("error.emergency.ways");
        assertThatThrownBy(() -> propose(Set.of(CodeChannel.APP))).hasMessage("error.emergency.ways");
        assertThatThrownBy(() -> propose(Set.of())).hasMessage("error.emergency.ways");
    }

    /** With the SIM goes every code that is sent to its number, or read on the phone that dials from it. */
    @Test
    void withTheSimLostNoWayToTheNumberTakesThePlaceOfTheApp() {
        Set<CodeChannel> all = EnumSet.allOf(CodeChannel.class);
        assertThat(Lost.PHONE.leaves(all)).isEqualTo(all);
        assertThat(Lost.SIM.leaves(all)).containsExactly(CodeChannel.APP);
        assertThat(Lost.PHONE_AND_SIM.leaves(all)).containsExactly(CodeChannel.APP);
        for (Lost lost : Set.of(Lost.SIM, Lost.PHONE_AND_SIM)) {
            assertThatThrownBy(() -> propose(new EmergencyWish(lost, BY_TEXT, 3)))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessage("error.emergency.sim");
        }
        assertThat(approvals.of(teller.id(), customer.id())).isEmpty();
    }

    @Test
    void theCheckerReadsWhatIsLostAndSoDoesTheTrail() {
        ApprovalId proposed = propose(3);
        assertThat(approvals
                        .one(manager.id(), proposed)
                        .orElseThrow()
                        .proposal()
                        .facts())
                .containsEntry("lost", "PHONE");
        approve(proposed);
        assertThat(trail("emergency.on"))
                .singleElement()
                .satisfies(details -> assertThat(details)
                        .contains("\"lost\":\"PHONE\"")
                        .doesNotContain(customer.mobile().national().substring(1)));
    }

    @Test
    void theNumberThatBothReadIsTheNumberThatGetsTheCodes() {
        ApprovalId proposed = propose(3);
        transaction.executeWithoutResult(
                status -> customers.takeNumberOver(customer.id(), PeopleFixtures.randomMobile()));
        assertThat(approvals.approve(manager.id(), proposed, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.emergency.other-number"));
        assertThat(column("emergency_until")).isEqualTo("none");
    }

    /** The card went to another person while the proposal waited. */
    @Test
    void whatWasProposedForACardOfSomebodyElseByNowIsNotPossible() {
        ApprovalId proposed = propose(3);
        toSomebodyElse();
        assertThat(approvals.approve(manager.id(), proposed, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.counter.card-gone"));
    }

    @Test
    void itIsNotForALockedPasswordNorASecondTimeNorForANewNumber() {
        ApprovalId first = propose(3);
        ApprovalId second = propose(4);
        approve(first);
        assertThat(approvals.approve(manager.id(), second, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.emergency.not-possible"));
        clock.advance(Duration.ofDays(4));

        ApprovalId third = propose(5);
        transaction.executeWithoutResult(
                status -> customers.holdCodes(customer.id(), clock.instant().plusSeconds(60)));
        assertThat(approvals.approve(manager.id(), third, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.emergency.new-number"));
        assertThatThrownBy(() -> propose(6)).hasMessage("error.emergency.new-number");
        clock.advance(Duration.ofSeconds(61));
        lock();
        assertThatThrownBy(() -> propose(6)).hasMessage("error.emergency.not-possible");
    }

    @Test
    void whoMayNotIsRefused() {
        StaffFixtures staff = StaffFixtures.of(beans);
        assertThatThrownBy(() -> access.propose(
                        staff.member(Role.SUPPORT, null).id(),
                        customer.id(),
                        id(),
                        PasswordKind.SECOND,
                        wish(BY_TEXT, 3)))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> access.propose(
                        staff.member(Role.BRANCH_MANAGER, HERE, customer.nationalId())
                                .id(),
                        customer.id(),
                        id(),
                        PasswordKind.SECOND,
                        wish(BY_TEXT, 3)))
                .isInstanceOf(NotPermittedException.class);
    }

    private ApprovalId propose(int days) {
        return propose(wish(BY_TEXT, days));
    }

    private ApprovalId propose(Set<CodeChannel> ways) {
        return propose(wish(ways, 3));
    }

    private ApprovalId propose(EmergencyWish wish) {
        return access.propose(teller.id(), customer.id(), id(), PasswordKind.SECOND, wish);
    }

    private static EmergencyWish wish(Set<CodeChannel> ways, int days) {
        return new EmergencyWish(Lost.PHONE, ways, days);
    }
}
