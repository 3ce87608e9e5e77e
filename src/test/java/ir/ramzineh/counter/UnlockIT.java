package ir.ramzineh.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.approval.Afterward;
import ir.ramzineh.approval.ApprovalId;
import ir.ramzineh.approval.ApprovalOutcome;
import ir.ramzineh.card.PasswordRelief;
import ir.ramzineh.kernel.BranchCode;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.verification.Verdict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Ending a lock at the counter (S7.13, cases 6, 7 and 22): codes count again, the count of all wrong ones goes on. */
@PortalIT
class UnlockIT extends CounterScene {
    @Autowired
    private Unlocks unlocks;

    @Test
    void afterTheSecondPersonCodesByMessageCountAgainAndTheAppDoesNot() {
        card.set("channels = 'APP,SMS_TEXT_IN'");
        lock();
        assertThat(verify(textedCode())).isEqualTo(Verdict.REFUSED);
        ApprovalId proposed = propose();
        assertThat(column("state")).isEqualTo("LOCKED");
        assertThat(approvals
                        .one(manager.id(), proposed)
                        .orElseThrow()
                        .proposal()
                        .afterwards())
                .contains(Afterward.of("unlock.after.works.sms-text-in"), Afterward.of("unlock.after.app"))
                .contains(Afterward.of("unlock.after.count", "3"));

        approve(proposed);

        assertThat(column("state")).isEqualTo("DYNAMIC");
        assertThat(verify(textedCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(verify(appCode())).as("its key is gone (S7.13)").isEqualTo(Verdict.REFUSED);
        assertThat(told("password.unlocked")).isEqualTo(1);
    }

    /** NIST 800-63B-4: at most 100 in a row in all, however often somebody unlocks. */
    @Test
    void unlockingNeverLetsMoreThanAHundredWrongCodesInARowThrough() {
        card.set("channels = 'APP,SMS_TEXT_IN'");
        lock();
        assertThat(column("wrong_in_row")).isEqualTo("3");
        approve(propose());
        assertThat(column("wrong_in_row")).isEqualTo("3");
        assertThat(column("failed_attempts")).isEqualTo("0");
        lock();
        assertThat(column("wrong_in_row")).isEqualTo("6");

        card.set("wrong_in_row = 98");
        assertThatThrownBy(this::propose)
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("error.unlock.activate-again");
        card.set("wrong_in_row = 97");
        ApprovalId last = propose();
        card.set("wrong_in_row = 98");
        assertThat(approvals.approve(manager.id(), last, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.unlock.not-locked"));
        card.set("wrong_in_row = 97");
        approve(last);
        assertThat(verify(textedCode())).isEqualTo(Verdict.ACCEPTED);
        assertThat(column("wrong_in_row")).as("a right code ends the row").isEqualTo("0");
    }

    @Test
    void whatIsNotLockedOrHasTheAppAloneIsNotUnlocked() {
        assertThatThrownBy(this::propose).hasMessage("error.unlock.not-locked");
        card.set("channels = 'APP'");
        lock();
        assertThatThrownBy(this::propose).hasMessage("error.unlock.app-only");
        assertThat(unlocks.standing(teller.id(), customer.id(), id(), PasswordKind.SECOND)
                        .unlockable())
                .isTrue();
    }

    /** The lock came while somebody only had codes from the start of the card: static it was, static it is again. */
    @Test
    void aPasswordIsWhatItWasBeforeTheLock() {
        card.set("channels = 'APP,SMS_TEXT_IN', state = 'LOCKED', locked_from = 'STATIC', failed_attempts = 3");
        approve(propose());
        assertThat(column("state")).isEqualTo("STATIC");
        assertThat(column("failed_attempts")).isEqualTo("0");
    }

    @Test
    void aCardThatWentToSomebodyElseMeanwhileIsNotUnlocked() {
        card.set("channels = 'APP,SMS_TEXT_IN'");
        lock();
        ApprovalId proposed = propose();
        toSomebodyElse();
        assertThat(approvals.approve(manager.id(), proposed, ""))
                .isEqualTo(new ApprovalOutcome.NotPossible("error.counter.card-gone"));
        assertThat(column("state")).isEqualTo("LOCKED");
    }

    @Test
    void approvedTwiceItIsUnlockedOnceAndALockAfterItStands() {
        card.set("channels = 'APP,SMS_TEXT_IN'");
        lock();
        ApprovalId proposed = propose();
        approve(proposed);
        lock();
        assertThat(approvals.approve(manager.id(), proposed, "")).isInstanceOf(ApprovalOutcome.Over.class);
        assertThat(column("state")).isEqualTo("LOCKED");
    }

    @Test
    void whoMayNotIsRefused() {
        card.set("channels = 'APP,SMS_TEXT_IN'");
        lock();
        StaffFixtures staff = StaffFixtures.of(beans);
        assertThatThrownBy(() -> propose(staff.member(Role.SUPPORT, null))).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> propose(staff.member(Role.TELLER, new BranchCode("77"))))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> propose(staff.member(Role.TELLER, HERE, customer.nationalId())))
                .isInstanceOf(NotPermittedException.class);
        assertThat(PasswordRelief.WRONG_IN_ROW_MAX).isEqualTo(100);
    }

    private ApprovalId propose() {
        return propose(teller);
    }

    private ApprovalId propose(StaffFixtures.Known who) {
        return unlocks.propose(who.id(), customer.id(), id(), PasswordKind.SECOND);
    }
}
