package ir.ramzineh.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ir.ramzineh.PortalIT;
import ir.ramzineh.TestClock;
import ir.ramzineh.kernel.IdSource;
import ir.ramzineh.kernel.InvalidValueException;
import ir.ramzineh.kernel.PasswordKind;
import ir.ramzineh.staff.NotPermittedException;
import ir.ramzineh.staff.Role;
import ir.ramzineh.staff.StaffFixtures;
import ir.ramzineh.staff.StaffId;
import ir.ramzineh.vault.Vault;
import ir.ramzineh.verification.PlayedCard;
import ir.ramzineh.verification.Questions;
import ir.ramzineh.verification.Verdict;
import ir.ramzineh.verification.Verifications;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays of what was recorded; each test looks at what its own questions add to the figures. */
@PortalIT
class WhatIfIT {
    private static final String BANK = "mellat";

    @Autowired
    private WhatIf whatIf;

    @Autowired
    private Verifications verifications;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Vault vault;

    @Autowired
    private IdSource ids;

    @Autowired
    private TestClock clock;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private StaffId auditor;
    private Questions questions;
    private PlayedCard card;

    @BeforeEach
    void aCard() {
        auditor = StaffFixtures.of(beans).member(Role.AUDITOR, null).id();
        questions = new Questions(verifications);
        card = PlayedCard.dynamic(jdbc, vault, ids);
    }

    /** The negative control: the policy in force refuses nothing that it accepted, in all that was ever asked here. */
    @Test
    void thePolicyInForceChangesNothing() {
        questions.right(card, "what-if", clock.instant());
        WhatIf.Policy now = whatIf.current(auditor, BANK, PasswordKind.SECOND);
        WhatIf.Result result = replay(now);
        assertThat(result.good()).isPositive();
        assertThat(result.life()).isZero();
        assertThat(result.digits()).isZero();
        assertThat(result.lockedMost()).isZero();
        assertThat(result.locksMore()).isZero();
        assertThat(result.locksLess()).isZero();
        assertThat(result.rescued()).isZero();
    }

    @Test
    void aLateCodeWouldHaveCountedWithALongerLife() {
        WhatIf.Policy longer = policy(120, 7, 3);
        Instant shown = beginningOfAStep();
        clock.advance(Duration.between(clock.instant(), shown.plusSeconds(100)));
        assertThat(questions.of(card, "what-if", shown)).isEqualTo(Verdict.REFUSED);
        long rescued = replay(longer).rescued();
        assertThat(rescued).isEqualTo(withoutMyCard(longer).rescued() + 1);
    }

    /** A bank's own codes of half a minute: 58 seconds old, accepted with a life of a minute, not with one of half. */
    @Test
    void anOldCodeWouldNotHaveCountedWithAShorterLife() {
        WhatIf.Policy shorter = policy(30, 7, 3);
        WhatIf.Result before = replay(shorter);
        assertThat(questions.right(card, "what-if", clock.instant())).isEqualTo(Verdict.ACCEPTED);
        change("period_seconds = 30, code_age_ms = 44000, phone_ahead_ms = 0, life_seconds = 60");
        assertThat(replay(shorter).life()).as("half a minute and the skew").isEqualTo(before.life());
        change("code_age_ms = 46000");
        assertThat(replay(shorter).life()).isEqualTo(before.life() + 1);
    }

    @Test
    void codesOfAnotherLengthWouldHaveFailed() {
        WhatIf.Policy eight = policy(60, 8, 3);
        WhatIf.Result before = replay(eight);
        questions.right(card, "what-if", clock.instant());
        WhatIf.Result after = replay(eight);
        assertThat(after.digits()).isEqualTo(before.digits() + 1);
        assertThat(after.good()).isEqualTo(before.good() + 1);
    }

    @Test
    void aStricterLimitWouldHaveLockedBeforeTheGoodCodes() {
        WhatIf.Policy stricter = policy(60, 7, 2);
        questions.wrong(card, "what-if", clock.instant(), 1);
        questions.wrong(card, "what-if", clock.instant(), 2);
        for (int good = 0; good < 2; good++) {
            assertThat(questions.right(card, "what-if", clock.instant())).isEqualTo(Verdict.ACCEPTED);
            clock.advance(Duration.ofSeconds(120));
        }
        WhatIf.Result after = replay(stricter);
        WhatIf.Result before = withoutMyCard(stricter);
        assertThat(after.locksMore()).isEqualTo(before.locksMore() + 1);
        assertThat(after.lockedLeast()).isEqualTo(before.lockedLeast() + 1);
        assertThat(after.lockedMost()).isEqualTo(before.lockedMost() + 2);
    }

    @Test
    void whatWasNotRecordedIsSaidToBeUnknown() {
        WhatIf.Policy policy = policy(30, 8, 3);
        WhatIf.Result before = replay(policy);
        questions.right(card, "what-if", clock.instant());
        change("code_source = null, code_age_ms = null");
        WhatIf.Result after = replay(policy);
        assertThat(after.unknown()).isEqualTo(before.unknown() + 1);
        assertThat(after.digits()).isEqualTo(before.digits());
    }

    @Test
    void onlyWhoMayAndOnlyPoliciesThatCanBe() {
        StaffId teller =
                StaffFixtures.of(beans).member(Role.TELLER, StaffFixtures.HOME).id();
        assertThatThrownBy(() -> whatIf.replay(teller, policy(60, 7, 3), rows -> {}, () -> false))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> policy(121, 7, 3)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> policy(60, 11, 3)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> policy(60, 7, 6)).isInstanceOf(InvalidValueException.class);
    }

    private Instant beginningOfAStep() {
        long minute = clock.instant().getEpochSecond() / 60;
        return Instant.ofEpochSecond(minute * 60);
    }

    private void change(String assignments) {
        assertThat(jdbc.sql("update verification set " + assignments + " where card_id = :card")
                        .param("card", card.id().value())
                        .update())
                .isOne();
    }

    private static WhatIf.Policy policy(int life, int digits, int limit) {
        return new WhatIf.Policy(BANK, PasswordKind.SECOND, life, digits, limit);
    }

    /** At this moment, so that the days looked at are the same ones also where the clock went on. */
    private WhatIf.Result withoutMyCard(WhatIf.Policy policy) {
        assertThat(jdbc.sql("delete from verification where card_id = :card")
                        .param("card", card.id().value())
                        .update())
                .isPositive();
        return replay(policy);
    }

    private WhatIf.Result replay(WhatIf.Policy policy) {
        return whatIf.replay(auditor, policy, rows -> {}, () -> false);
    }
}
